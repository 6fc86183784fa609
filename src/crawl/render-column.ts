import type { CDPSession, ElementHandle, Page, Request, Response } from 'playwright-core';
import type { ColumnPage } from '../extract/page.ts';
import { MORE_CONTROL, NEXT_CONTROL, nextChange, PAGE_HEIGHT, SCROLL_DOWN } from './page-script.ts';
import { refusalIn } from './refusal.ts';
import { withinTime } from './within-time.ts';

/** A page as the browser held it. */
export interface RenderedPage {
  readonly url: string;
  /** ISO instant, UTC. */
  readonly date: string;
  readonly html: string;
  readonly read: ColumnPage;
}

/** An answer that the page's own script asked for. */
export interface Subresponse {
  readonly url: string;
  readonly date: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly payload: Uint8Array;
}

export interface Rendering {
  /** Status of the page itself. */
  readonly status: number;
  /** List pages in the order they were turned to, at least one. */
  readonly pages: readonly RenderedPage[];
  readonly screenshot: Uint8Array | null;
  readonly subresponses: readonly Subresponse[];
  /** What of the page's own machinery failed (a script, its data, its code), so that an empty list proves nothing; null: nothing did. */
  readonly trouble: string | null;
  /** Whether the last page's list was still growing, by «more» or by scrolling, when its time was over. */
  readonly endless: boolean;
}

/** The page brought more than is taken. */
class TooMuch extends Error {
  override name = 'TooMuch';
}

export interface RenderOptions {
  /** What a page says; the same reading that the audit will do. */
  readonly read: (url: string, html: string) => ColumnPage;
  /** Waits for the host's turn; each page turned to is one request. */
  readonly pace: () => Promise<() => void>;
  readonly maxPages: number;
  /** Of one answer that is kept. */
  readonly maxBytes: number;
  /** Of all that the page brings, unpacked. */
  readonly maxDecoded: number;
  readonly limits: RenderLimits;
  readonly now: () => Date;
  /** True once the crawl is to stop: no further page is turned to. */
  readonly stopping: () => boolean;
}

/** How long is waited, in milliseconds: for the page to load, for its list to be filled, and for a list to stop changing. */
export interface RenderLimits {
  readonly load: number;
  readonly fill: number;
  readonly quiet: number;
}
export const RENDER_LIMITS: RenderLimits = { load: 30_000, fill: 5_000, quiet: 100 };

/** How many times as long a page without a list has to stay unchanged, by whether its script had answers. */
const ANSWERED_SILENCE = 3;
const SILENCE = 10;
/** And one that says that its list is empty: many say so until their data, asked for late, has come. */
const EMPTY_SILENCE = 25;
const MOST_SUBRESPONSES = 500;
const TALLEST_WHOLE_SHOT = 3000;

/** What a step may take beyond its own limits, before its page counts as hung. */
const GRACE = 10_000;

/** Opens a column in a browser, waits for its list, and turns its pages over to the last. Throws where it cannot load. */
export async function renderColumn(page: Page, url: string, options: RenderOptions): Promise<Rendering> {
  const traffic = new Traffic(page, options);
  const { load, fill } = options.limits;
  const step = <T>(work: Promise<T>): Promise<T> =>
    Promise.race([withinTime(load + fill + GRACE, work), traffic.tooMuch]);
  try {
    await traffic.watch();
    const leave = await options.pace();
    let status: number;
    const pages: RenderedPage[] = [];
    try {
      const answer = await step(page.goto(url, { waitUntil: 'load', timeout: load }));
      status = answer?.status() ?? 0;
      pages.push(await step(settledPage(page, traffic, options, null)));
    } finally {
      leave();
    }
    const screenshot = await step(shoot(page));
    while (pages.length < options.maxPages && !options.stopping()) {
      const turned = await step(turnPage(page, traffic, options, pages[pages.length - 1] as RenderedPage));
      if (!turned) break;
      pages.push(turned);
    }
    const endless = await growLast(page, traffic, options, pages, step);
    const subresponses = await step(traffic.collected());
    return { status, pages, screenshot, subresponses, trouble: traffic.trouble ?? refusalIn(subresponses), endless };
  } finally {
    traffic.stop();
  }
}

/**
 * Lets the last page's list grow by its «more» or by scrolling, until it does so no longer; one step counts as one page.
 * True where there would have been more.
 */
async function growLast(
  page: Page,
  traffic: Traffic,
  options: RenderOptions,
  pages: RenderedPage[],
  step: <T>(work: Promise<T>) => Promise<T>,
): Promise<boolean> {
  for (let steps = pages.length; ; steps++) {
    const last = pages[pages.length - 1] as RenderedPage;
    if (last.read.kind !== 'list' || last.read.entries.length === 0 || options.stopping()) return false;
    const control = (await step(page.evaluateHandle(MORE_CONTROL))).asElement() as ElementHandle | null;
    // A page that no script has filled does not grow by being looked at.
    if (!control && !traffic.hadAnswers) return false;
    const leave = await options.pace();
    try {
      if (control) await step(control.dispatchEvent('click'));
      else if (!(await step(page.evaluate<boolean>(SCROLL_DOWN)))) return false;
      const grown = await step(grownPage(page, traffic, options, last.read.entries.length));
      if (grown === null) return false;
      if (steps >= options.maxPages) return true;
      pages[pages.length - 1] = grown;
    } finally {
      leave();
    }
  }
}

/** The page once its list has more entries than before and has stopped changing; null where it gets no longer. */
async function grownPage(
  page: Page,
  traffic: Traffic,
  options: RenderOptions,
  before: number,
): Promise<RenderedPage | null> {
  const { fill, quiet } = options.limits;
  const deadline = performance.now() + fill;
  for (;;) {
    const changed = await changes(page, quiet * ANSWERED_SILENCE);
    const late = performance.now() >= deadline;
    if (!late && (changed || !traffic.idle)) continue;
    if (late) traffic.stillWaiting();
    const held = await snapshot(page, options);
    return held.read.kind === 'list' && held.read.entries.length > before ? held : null;
  }
}

async function turnPage(
  page: Page,
  traffic: Traffic,
  options: RenderOptions,
  last: RenderedPage,
): Promise<RenderedPage | null> {
  const handle = await page.evaluateHandle(NEXT_CONTROL);
  const control: ElementHandle | null = handle.asElement() as ElementHandle | null;
  if (!control || last.read.kind === 'unfilled') return null;
  const leave = await options.pace();
  try {
    // Not a click of the mouse: a tab in the background may never hold still for one.
    await control.dispatchEvent('click');
    const next = await settledPage(page, traffic, options, signature(last.read));
    return signature(next.read) === signature(last.read) || next.read.kind === 'unfilled' ? null : next;
  } catch {
    // The list then still says that it goes on, which the audit takes for a gap.
    return null;
  } finally {
    leave();
  }
}

/** The page once its list is there, differs from `before`, and has stopped changing; or as it stands after the limit. */
async function settledPage(
  page: Page,
  traffic: Traffic,
  options: RenderOptions,
  before: string | null,
): Promise<RenderedPage> {
  const { fill, quiet } = options.limits;
  const deadline = performance.now() + fill;
  for (;;) {
    const held = await snapshot(page, options);
    const late = performance.now() >= deadline;
    const filled = held.read.kind !== 'unfilled' && signature(held.read) !== before;
    if (late) {
      traffic.stillWaiting();
      return held;
    }
    const empty = held.read.kind === 'list' && held.read.entries.length === 0;
    const times = empty ? EMPTY_SILENCE : traffic.hadAnswers ? ANSWERED_SILENCE : SILENCE;
    const silence = filled && !empty ? quiet : quiet * times;
    const changed = await changes(page, Math.min(silence, deadline - performance.now()));
    if (filled && !changed && traffic.idle) return held;
  }
}

/** A page that is just being replaced by another has no content to ask for; it is asked again. */
async function snapshot(page: Page, { read, now }: RenderOptions): Promise<RenderedPage> {
  for (let tries = 0; ; tries++) {
    try {
      const html = await page.content();
      return { url: page.url(), date: now().toISOString(), html, read: read(page.url(), html) };
    } catch (error) {
      if (tries === 3) throw error;
      await page.waitForLoadState('domcontentloaded');
    }
  }
}

const changes = (page: Page, ms: number): Promise<boolean> =>
  page.evaluate<boolean>(nextChange(Math.max(1, Math.round(ms)))).catch(() => true);

const signature = (read: ColumnPage): string =>
  read.kind === 'list'
    ? read.entries.map(({ url, title }) => `${url} ${title}`).join('\n')
    : read.kind === 'inline'
      ? read.articles.map(({ title, body }) => `${title} ${body.ok ? body.value.text : ''}`).join('\n')
      : '';

async function shoot(page: Page): Promise<Uint8Array | null> {
  try {
    const height = await page.evaluate<number>(PAGE_HEIGHT);
    return await page.screenshot({ type: 'jpeg', quality: 70, fullPage: height <= TALLEST_WHOLE_SHOT, timeout: 5000 });
  } catch {
    // A picture is for people to look at; the DOM is the evidence.
    return null;
  }
}

/** What the page's scripts ask for while it is open. */
class Traffic {
  private readonly page: Page;
  private readonly options: RenderOptions;
  private readonly pending = new Set<Request>();
  private readonly answers: Promise<Subresponse | null>[] = [];
  /** The first thing that went wrong with the page's scripts or their data. */
  trouble: string | null = null;
  /** Rejects when the page has brought more than is taken. */
  readonly tooMuch: Promise<never>;
  private refuse: (error: Error) => void = () => {};
  private session: CDPSession | null = null;
  private decoded = 0;

  constructor(page: Page, options: RenderOptions) {
    this.page = page;
    this.options = options;
    this.tooMuch = new Promise((_, reject) => {
      this.refuse = reject;
    });
    this.tooMuch.catch(() => {});
    page.on('request', this.started).on('requestfinished', this.ended).on('requestfailed', this.broken);
    page.on('response', this.answered).on('pageerror', this.threw);
  }

  get idle(): boolean {
    return this.pending.size === 0;
  }

  get hadAnswers(): boolean {
    return this.answers.length > 0;
  }

  async collected(): Promise<Subresponse[]> {
    return (await Promise.all(this.answers)).filter((answer) => answer !== null);
  }

  /** Counts what comes in as it is unpacked: the browser itself knows no limit. */
  async watch(): Promise<void> {
    this.session = await this.page.context().newCDPSession(this.page);
    this.session.on('Network.dataReceived', ({ dataLength }) => {
      this.decoded += dataLength;
      if (this.decoded > this.options.maxDecoded)
        this.refuse(new TooMuch(`more than ${this.options.maxDecoded} bytes after decompression`));
    });
    await this.session.send('Network.enable');
  }

  stop(): void {
    // Not waited for: a page that hangs does not let go.
    this.session?.detach().catch(() => {});
    this.page.off('request', this.started).off('requestfinished', this.ended).off('requestfailed', this.broken);
    this.page.off('response', this.answered).off('pageerror', this.threw);
  }

  /** What is still under way when waiting ends may be the data of the list. */
  stillWaiting(): void {
    const [request] = this.pending;
    if (request) this.trouble ??= `${request.url()} is not answered yet`;
  }

  private readonly started = (request: Request): void => {
    if (isNeeded(request)) this.pending.add(request);
  };
  private readonly ended = (request: Request): void => {
    this.pending.delete(request);
  };
  /** Requests that we refuse count too: the data may well lie on a host that is none of the site's. */
  private readonly broken = (request: Request): void => {
    this.ended(request);
    if (isNeeded(request)) this.trouble ??= `${request.url()} ${request.failure()?.errorText ?? ''}`;
  };
  private readonly threw = (error: Error): void => {
    this.trouble ??= error.message;
  };
  private readonly answered = (response: Response): void => {
    if (response.status() >= 400 && isNeeded(response.request()))
      this.trouble ??= `${response.url()} ${response.status()}`;
    if (isScripted(response.request()) && this.answers.length < MOST_SUBRESPONSES)
      this.answers.push(this.take(response));
  };

  private async take(response: Response): Promise<Subresponse | null> {
    const date = this.options.now().toISOString();
    try {
      const payload = await response.body();
      if (payload.length > this.options.maxBytes) return null;
      const headers = (await response.headersArray()).map(({ name, value }) => [name, value] as const);
      return {
        url: response.url(),
        date,
        status: response.status(),
        statusText: response.statusText(),
        headers,
        payload,
      };
    } catch {
      // Cancelled by the page, or a redirect, which has no body.
      return null;
    }
  }
}

const isNeeded = (request: Request): boolean => isScripted(request) || request.resourceType() === 'script';
const isScripted = (request: Request): boolean => ['xhr', 'fetch'].includes(request.resourceType());
