import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Browser, BrowserContext, CDPSession, Dialog, Page } from 'playwright-core';
import { isWithinHosts } from '../extract/links.ts';
import { type Pinned, publicAddress } from './addresses.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Rendered columns at once; a tab costs a hundred megabytes. */
export const TABS = 3;

/**
 * Path of a browser that can run: the one that XUNJIAN_CHROMIUM names, Chromium or Chrome of the system, else
 * playwright's own download; null where there is none.
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(delimiter)].filter((folder) => folder !== '');
  const named = env.XUNJIAN_CHROMIUM;
  if (named !== undefined && named !== '') return (await isExecutable(named)) ? named : null;
  for (const name of NAMES)
    for (const folder of folders) if (await isExecutable(join(folder, name))) return join(folder, name);
  const { chromium } = await import('playwright-core');
  const own = chromium.executablePath();
  return own !== '' && (await isExecutable(own)) ? own : null;
}

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** Time for a tab to close, in milliseconds; one that does not is busy beyond help. */
const CLOSING = 5_000;

export interface TabOptions {
  readonly executable: string;
  readonly hosts: readonly string[];
  readonly pinned: ReadonlyMap<string, Pinned>;
  readonly userAgent: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** A browser that can reach the site's hosts and nothing else, with a few tabs that are used again and again. */
export class Tabs {
  private readonly browser: Browser;
  private readonly context: BrowserContext;
  private readonly session: CDPSession;
  private readonly free: Page[] = [];
  /** CPU seconds of each process, also of those that have ended, as they were last seen. */
  private readonly cpu = new Map<number, number>();
  private stuck = false;

  private constructor(browser: Browser, context: BrowserContext, session: CDPSession) {
    this.browser = browser;
    this.context = context;
    this.session = session;
  }

  static async launch({ executable, hosts, pinned, userAgent, timeZone }: TabOptions): Promise<Tabs> {
    const { chromium } = await import('playwright-core');
    const found = await publicHosts(hosts, pinned);
    const browser = await chromium.launch({
      executablePath: executable,
      // The sandbox does not start for root, which is how containers often run.
      chromiumSandbox: process.getuid?.() !== 0,
      // Else playwright would end the whole process on Ctrl-C, with an exit code of its own and work in hand.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-gpu',
        // Names for links that may never be clicked are not asked for, and no datagrams go round the rules below.
        '--dns-prefetch-disable',
        '--no-proxy-server',
        '--webrtc-ip-handling-policy=disable_non_proxied_udp',
        '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
        `--js-flags=--max-old-space-size=${SCRIPT_MEGABYTES}`,
        `--host-resolver-rules=${resolverRules(hosts, found)}`,
      ],
    });
    const context = await browser.newContext({
      userAgent,
      locale: 'zh-CN',
      timezoneId: timeZone,
      serviceWorkers: 'block',
      acceptDownloads: false,
      viewport: { width: 1280, height: 900 },
    });
    await context.route('**', (route) => {
      const url = route.request().url();
      return /^https?:/.test(url) && isWithinHosts(url, hosts) ? route.continue() : route.abort();
    });
    await context.routeWebSocket('**', (socket) => socket.close());
    await context.addInitScript('window.print = () => undefined;');
    // A page may ask whether to leave it, and is left; to whatever else it asks, the answer is no.
    context.on('dialog', (dialog: Dialog) => {
      void (dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()).catch(() => {});
    });
    return new Tabs(browser, context, await browser.newBrowserCDPSession());
  }

  async use<T>(work: (page: Page) => Promise<T>): Promise<T> {
    const page = this.free.pop() ?? (await this.newTab());
    try {
      const result = await work(page);
      // Else its scripts would go on working, and asking, out of turn.
      await page.goto('about:blank', { timeout: CLOSING });
      this.free.push(page);
      return result;
    } catch (error) {
      // A tab that failed may still be busy with what it failed at.
      if (!(await settlesWithin(CLOSING, page.close()))) this.stuck = true;
      throw error;
    } finally {
      await settlesWithin(CLOSING, this.noteCpu());
    }
  }

  /** Whether it may be used further; one that does not even close its tabs is to be started anew. */
  get alive(): boolean {
    return this.browser.isConnected() && !this.stuck;
  }

  /** CPU time of all its processes since it was launched, in milliseconds; of those that ended, as far as known. */
  async cpuMs(): Promise<number> {
    if (this.browser.isConnected()) await settlesWithin(CLOSING, this.noteCpu());
    let seconds = 0;
    for (const spent of this.cpu.values()) seconds += spent;
    return Math.round(seconds * 1000);
  }

  async close(): Promise<void> {
    await this.cpuMs();
    await this.browser.close();
  }

  private async newTab(): Promise<Page> {
    const page = await this.context.newPage();
    page.on('popup', (popup) => void popup.close().catch(() => {}));
    return page;
  }

  private async noteCpu(): Promise<void> {
    const { processInfo } = await this.session.send('SystemInfo.getProcessInfo');
    for (const { id, cpuTime } of processInfo) this.cpu.set(id, cpuTime);
  }
}

/** What the scripts of one page may hold, in megabytes: enough for any list, not for filling the machine. */
const SCRIPT_MEGABYTES = 512;

/** Whether something ends, well or not, within so many milliseconds. */
async function settlesWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = work.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Starts the browser when the first column needs it, and again where it has died. */
export class BrowserOnDemand {
  private readonly start: () => Promise<Tabs | null>;
  private launched: Promise<Tabs | null> | null = null;
  private readonly all = new Set<Tabs>();

  constructor(start: () => Promise<Tabs | null>) {
    this.start = start;
  }

  /** Null where no browser can be started. */
  async tabs(): Promise<Tabs | null> {
    const before = this.launched;
    const running = await before;
    // Of several columns that find it dead at once, the first starts it anew.
    if (before === this.launched && (before === null || running?.alive === false)) this.launched = this.start();
    const tabs = await this.launched;
    if (tabs) this.all.add(tabs);
    return tabs;
  }

  /** CPU time of every browser that was started, in milliseconds. */
  async cpuMs(): Promise<number> {
    const spent = await Promise.all([...this.all].map((tabs) => tabs.cpuMs()));
    return spent.reduce((sum, ms) => sum + ms, 0);
  }

  async close(): Promise<void> {
    const running = await this.launched;
    await running?.close();
  }
}

/**
 * Where the browser is to find the hosts: those that are not pinned by an address that was looked up and is public. It
 * asks nobody itself, so that a name cannot lead it to a private address later.
 */
async function publicHosts(
  hosts: readonly string[],
  pinned: ReadonlyMap<string, Pinned>,
): Promise<ReadonlyMap<string, Pinned>> {
  const found = await Promise.all(
    hosts.map(async (host): Promise<[string, Pinned] | null> => {
      const pin = pinned.get(host);
      if (pin) return [host, pin];
      const address = await publicAddress(host);
      return address === null ? null : [host, { address, port: null }];
    }),
  );
  return new Map(found.filter((one) => one !== null));
}

/** The hosts that were found go there; every other name and address, of redirects too, leads nowhere. */
export function resolverRules(hosts: readonly string[], found: ReadonlyMap<string, Pinned>): string {
  const rules = hosts.flatMap((host) => {
    const place = found.get(host);
    if (!place) return [];
    const address = bracketed(place.address);
    if (place.port !== null) return [`MAP ${host} ${address}:${place.port}`];
    return [address === host ? `EXCLUDE ${host}` : `MAP ${host} ${address}`];
  });
  return [...rules, 'MAP * ~NOTFOUND'].join(',');
}

const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address);
