import type { EvidenceStore } from '../evidence/record.ts';
import { isWithinHosts } from '../extract/links.ts';
import type { SkipReason } from '../model/capture.ts';
import type { Site } from '../model/plan.ts';
import type { Followed } from './follow.ts';
import { type RobotsAnswer, type RobotsRules, robotsRules } from './robots.ts';

export type Permission =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: SkipReason; readonly detail: string };

/** Decides which addresses may be asked for: http(s) within the site's hosts, and what robots.txt of the origin allows. */
export class Gate {
  private readonly site: Site;
  private readonly fetchRobots: (url: string) => Promise<Followed>;
  private readonly decode: EvidenceStore['decode'];
  private readonly decodedCap: number;
  private readonly rules = new Map<string, Promise<RobotsRules>>();

  constructor(
    site: Site,
    decode: EvidenceStore['decode'],
    decodedCap: number,
    fetchRobots: (url: string) => Promise<Followed>,
  ) {
    this.site = site;
    this.decode = decode;
    this.decodedCap = decodedCap;
    this.fetchRobots = fetchRobots;
  }

  inScope(url: string): boolean {
    return /^https?:/.test(url) && isWithinHosts(url, this.site.hosts);
  }

  async may(url: string): Promise<Permission> {
    if (!this.inScope(url)) return { ok: false, why: 'scope', detail: 'outside site.hosts' };
    const { origin } = new URL(url);
    let rules = this.rules.get(origin);
    if (!rules) {
      rules = this.ask(origin);
      this.rules.set(origin, rules);
    }
    const may = (await rules).may(url);
    if (may === 'yes') return { ok: true };
    return may === 'no'
      ? { ok: false, why: 'robots', detail: 'disallowed by robots.txt' }
      : { ok: false, why: 'host-cooldown', detail: 'robots.txt cannot be had' };
  }

  private async ask(origin: string): Promise<RobotsRules> {
    const { end } = await this.fetchRobots(`${origin}/robots.txt`);
    return robotsRules(origin, end.tag === 'answered' ? await this.answerOf(end.exchange) : { tag: 'unreachable' });
  }

  private async answerOf({
    status,
    headers,
    payload,
  }: Extract<Followed['end'], { tag: 'answered' }>['exchange']): Promise<RobotsAnswer> {
    const decoded = await this.decode(headers, payload, this.decodedCap);
    return decoded.ok ? { tag: 'answered', status, body: decoded.body } : { tag: 'unreachable' };
  }
}
