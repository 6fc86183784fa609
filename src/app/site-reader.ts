import { randomUUID } from 'node:crypto';
import { pinnedHosts } from '../crawl/addresses.ts';
import { BrowserOnDemand, findBrowser, Tabs } from '../crawl/browser.ts';
import { captured } from '../crawl/captured.ts';
import { type Followed, follow } from '../crawl/follow.ts';
import { Gate } from '../crawl/gate.ts';
import { HostClock } from '../crawl/host-clock.ts';
import { untilAllowed } from '../crawl/hours.ts';
import { HttpClient, TIME_OUTS } from '../crawl/http.ts';
import { LOOK_WAITS, LOOKS, type LookWaits, lookClass, nextLook } from '../crawl/next-look.ts';
import { NotThere, type Specimen } from '../crawl/not-there.ts';
import { nextChange } from '../crawl/page-script.ts';
import type { Permission } from '../crawl/permission.ts';
import { realTime } from '../crawl/real-time.ts';
import { passingCapture, readSitePage, type SitePage } from '../discover/site-page.ts';
import { decodeHtml } from '../extract/charset.ts';
import type { Plan } from '../model/plan.ts';
import { WHYS, whyUnread } from '../model/why.ts';
import { decodeAnswer } from './compose.ts';
import { version } from './version.ts';

/** What a page of the site told: itself, that it is gone, or nothing, with the reason in Chinese. */
export type Look =
  | { readonly tag: 'page'; readonly page: SitePage }
  | { readonly tag: 'gone' }
  | { readonly tag: 'unread'; readonly why: string };

export type ReaderPlan = Pick<Plan, 'site' | 'crawl' | 'timeZone'>;

export interface ReaderOptions {
  readonly signal: AbortSignal;
  /** Told of every page that was asked for. */
  readonly onPage: (url: string) => void;
  /** Told once that the hour is outside `crawl.hours`, with the instant it goes on. */
  readonly onWait: (until: Date) => void;
  /** How long is waited before a page that failed is asked for again. */
  readonly waits?: LookWaits | undefined;
}

/** In milliseconds: how long a script may take to fill a page, and how long the page must then be still. */
const FILL = 5_000;
const QUIET = 300;
const LOAD = 30_000;

/** Reads pages of one site with the manners of a crawl, keeps nothing, and asks for no address twice. */
export class SiteReader {
  private readonly plan: ReaderPlan;
  private readonly options: ReaderOptions;
  private readonly http: HttpClient;
  private readonly clock: HostClock;
  private readonly gate: Gate;
  private readonly notThere: NotThere;
  private readonly browser: BrowserOnDemand;
  private readonly looks = new Map<string, Promise<Look>>();

  constructor(plan: ReaderPlan, options: ReaderOptions) {
    this.plan = plan;
    this.options = options;
    const { site, crawl, timeZone } = plan;
    const pinned = pinnedHosts(plan);
    const userAgent = `xunjian/${version()}${crawl.contact === '' ? '' : ` (+${crawl.contact})`}`;
    const now = () => new Date();
    this.http = new HttpClient({ pinned, connections: crawl.perHost.inFlight, userAgent, timeOuts: TIME_OUTS, now });
    this.clock = new HostClock(crawl.perHost, realTime);
    this.gate = new Gate({
      site,
      decode: decodeAnswer,
      fetchRobots: (url) => this.askForRobots(url),
      slowDown: (host, ms) => this.clock.slowDown(host, ms),
    });
    this.notThere = new NotThere({ runId: randomUUID(), home: site.home, ask: (url) => this.specimen(url) });
    this.browser = new BrowserOnDemand(async () => {
      const executable = await findBrowser();
      if (executable === null) return null;
      return Tabs.launch({ executable, hosts: site.hosts, pinned, userAgent, timeZone }).catch(() => null);
    });
  }

  /** Requests made by plain HTTP so far. */
  get requests(): number {
    return this.http.requests;
  }

  /** Addresses that were or will be asked for. */
  get known(): number {
    return this.looks.size;
  }

  /** The page at an address. Rejects only when the signal aborts. */
  look(address: string): Promise<Look> {
    // Columns that differ only behind # share one page.
    const url = address.replace(/#.*$/s, '');
    let look = this.looks.get(url);
    if (!look) {
      look = this.lookOnce(url);
      this.looks.set(url, look);
    }
    return look;
  }

  /** The page as a browser shows it once its scripts have run; null where none can show it. */
  async render(url: string): Promise<SitePage | null> {
    const { site, crawl } = this.plan;
    if (crawl.render === 'never' || !(await this.gate.may(url)).ok) return null;
    const tabs = await this.browser.tabs();
    const turn = tabs && (await this.clock.enter(new URL(url).host, this.options.signal));
    if (!tabs || !turn) return null;
    try {
      const [html, finalUrl] = await tabs.use(async (page) => {
        turn.sent();
        await page.goto(url, { waitUntil: 'load', timeout: LOAD });
        const end = realTime.now() + FILL;
        while (realTime.now() < end && (await page.evaluate<boolean>(nextChange(QUIET))));
        return [await page.content(), page.url()] as const;
      });
      turn.leave('answered');
      return readSitePage(passingCapture(url, finalUrl, 'rendered', Buffer.from(html)), site);
    } catch {
      turn.leave('answered');
      return null;
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.http.close(), this.browser.close()]);
  }

  private async lookOnce(url: string): Promise<Look> {
    const { site, crawl } = this.plan;
    const { signal, onPage, waits = LOOK_WAITS } = this.options;
    for (let looks = 1; ; looks++) {
      await this.allowedHour();
      const answer = await captured(await this.ask(url), {
        ...{ url, home: site.home, caps: crawl.caps, decode: decodeAnswer, notThere: this.notThere },
        mayRender: crawl.render !== 'never',
      });
      // A page that is gone is asked for once: nobody is charged for what discovery proposes.
      const wait = lookClass(answer.look.result) === 'gone' ? null : nextLook(answer.look, looks, Math.random, waits);
      if (wait !== null) {
        await realTime.until(realTime.now() + wait, signal);
        continue;
      }
      onPage(url);
      const { result, finalUrl, contentType } = answer.capture;
      const why = whyUnread(result);
      if (why === 'not-found') return { tag: 'gone' };
      if (why !== null) return { tag: 'unread', why: WHYS[why] };
      const capture = { ...passingCapture(url, finalUrl, 'http', answer.body), contentType };
      return { tag: 'page', page: readSitePage(capture, site) };
    }
  }

  /** What the site answers for an address that does not exist. */
  private async specimen(url: string): Promise<Specimen | null> {
    const { site, crawl } = this.plan;
    const followed = await this.ask(url);
    const { capture, body } = await captured(followed, {
      ...{ url, home: site.home, caps: crawl.caps, decode: decodeAnswer, mayRender: true },
      notThere: { judge: async () => 'ok' },
    });
    const { result, finalUrl, contentType } = capture;
    const isPage = result.tag === 'responded' && (result.judgement === 'ok' || result.judgement === 'soft-404');
    return isPage && body.length > 0 ? { finalUrl, html: decodeHtml(body, contentType) } : null;
  }

  private ask(url: string): Promise<Followed> {
    return this.follow(url, (address) => this.gate.may(address));
  }

  private async askForRobots(url: string): Promise<Followed> {
    const may = async (address: string): Promise<Permission> =>
      this.gate.inScope(address)
        ? { ok: true }
        : { ok: false, why: 'scope', detail: 'outside site.hosts', failure: null };
    for (let looks = 1; ; looks++) {
      const followed = await this.follow(url, may);
      const { end } = followed;
      const isTroubled = end.tag === 'failed' || (end.tag === 'answered' && end.exchange.status >= 500);
      if (!isTroubled || looks === LOOKS) return followed;
    }
  }

  private follow(url: string, may: (address: string) => Promise<Permission>): Promise<Followed> {
    const { http, clock } = this;
    return follow(url, {
      http,
      clock,
      may,
      caps: this.plan.crawl.caps,
      signal: this.options.signal,
    });
  }

  private async allowedHour(): Promise<void> {
    const { crawl, timeZone } = this.plan;
    const { signal, onWait } = this.options;
    const now = new Date();
    const wait = untilAllowed(crawl.hours, timeZone, now);
    if (wait === 0) return;
    onWait(new Date(now.getTime() + wait));
    await realTime.until(realTime.now() + wait, signal);
  }
}
