import type { EvidenceStore } from '../evidence/record.ts';
import { isWithinHosts } from '../extract/links.ts';
import type { SkipReason } from '../model/capture.ts';
import type { Site } from '../model/plan.ts';
import type { Followed } from './follow.ts';
import type { NetFailure } from './net-error.ts';
import type { Permission } from './permission.ts';
import { ROBOTS_BYTES, type RobotsAnswer, type RobotsRules, robotsRules } from './robots.ts';

export interface GateOptions {
  readonly site: Site;
  readonly decode: EvidenceStore['decode'];
  readonly fetchRobots: (url: string) => Promise<Followed>;
  /** Told the delay that a host asks for in its robots.txt, in milliseconds. */
  readonly slowDown: (host: string, crawlDelayMs: number) => void;
}

/** Decides which addresses may be asked for: http(s) within the site's hosts, and what robots.txt of the origin allows. */
export class Gate {
  private readonly options: GateOptions;
  private readonly rules = new Map<string, Promise<RobotsRules>>();

  constructor(options: GateOptions) {
    this.options = options;
  }

  inScope(url: string): boolean {
    return /^https?:/.test(url) && isWithinHosts(url, this.options.site.hosts);
  }

  async may(url: string): Promise<Permission> {
    const no = (why: SkipReason, detail: string, failure: NetFailure | null = null): Permission => ({
      ok: false,
      why,
      detail,
      failure,
    });
    if (!this.inScope(url)) return no('scope', 'outside site.hosts');
    const { origin } = new URL(url);
    let asked = this.rules.get(origin);
    if (!asked) {
      asked = this.ask(origin);
      this.rules.set(origin, asked);
    }
    const rules = await asked;
    switch (rules.may(url)) {
      case 'yes':
        return { ok: true };
      case 'no':
        return no('robots', 'disallowed by robots.txt');
      default:
        return no('host-cooldown', 'robots.txt cannot be had', rules.failure);
    }
  }

  private async ask(origin: string): Promise<RobotsRules> {
    const rules = robotsRules(origin, await this.answerOf(await this.options.fetchRobots(`${origin}/robots.txt`)));
    if (rules.crawlDelayMs > 0) this.options.slowDown(new URL(origin).host, rules.crawlDelayMs);
    return rules;
  }

  private async answerOf({ end, hops }: Followed): Promise<RobotsAnswer> {
    if (end.tag === 'skipped') return end.why === 'scope' ? { tag: 'nowhere' } : { tag: 'unreachable', failure: null };
    if (end.tag === 'failed' && end.code === 'redirect-loop') return { tag: 'nowhere' };
    // Of a file beyond all measure the beginning came, and it is the beginning that counts.
    const exchange = end.tag === 'answered' ? end.exchange : end.code === 'too-large' ? hops.at(-1) : undefined;
    if (!exchange) return { tag: 'unreachable', failure: end.tag === 'failed' ? end : null };
    const { status, headers, payload } = exchange;
    const decoded = await this.options.decode(headers, payload, MOST_DECODED);
    const isWhole = exchange.cut === false || (exchange.cut === 'length' && payload.length > 0);
    return decoded.ok && isWhole
      ? { tag: 'answered', status, body: decoded.body }
      : { tag: 'unreachable', failure: null };
  }
}

const MOST_DECODED = 64 * ROBOTS_BYTES;
