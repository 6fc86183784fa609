import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { isWithinHosts } from '../extract/links.ts';
import type { Pinned } from './addresses.ts';

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
  private readonly free: Page[] = [];

  private constructor(browser: Browser, context: BrowserContext) {
    this.browser = browser;
    this.context = context;
  }

  static async launch({ executable, hosts, pinned, userAgent, timeZone }: TabOptions): Promise<Tabs> {
    const { chromium } = await import('playwright-core');
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
        `--host-resolver-rules=${resolverRules(hosts, pinned)}`,
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
    return new Tabs(browser, context);
  }

  async use<T>(work: (page: Page) => Promise<T>): Promise<T> {
    const page = this.free.pop() ?? (await this.context.newPage());
    try {
      const result = await work(page);
      this.free.push(page);
      return result;
    } catch (error) {
      // A tab that failed may still be busy with what it failed at.
      await page.close().catch(() => {});
      throw error;
    }
  }

  get alive(): boolean {
    return this.browser.isConnected();
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** Starts the browser when the first column needs it, and again where it has died. */
export class BrowserOnDemand {
  private readonly start: () => Promise<Tabs | null>;
  private launched: Promise<Tabs | null> | null = null;

  constructor(start: () => Promise<Tabs | null>) {
    this.start = start;
  }

  /** Null where no browser can be started. */
  async tabs(): Promise<Tabs | null> {
    const before = this.launched;
    const running = await before;
    // Of several columns that find it dead at once, the first starts it anew.
    if (before === this.launched && (before === null || running?.alive === false)) this.launched = this.start();
    return this.launched;
  }

  async close(): Promise<void> {
    const running = await this.launched;
    await running?.close();
  }
}

/** Pinned hosts go where the plan says, the site's other hosts to DNS, everything else, redirects too, nowhere. */
export function resolverRules(hosts: readonly string[], pinned: ReadonlyMap<string, Pinned>): string {
  const rules: string[] = [];
  for (const host of hosts) {
    const pin = pinned.get(host);
    if (pin && pin.port !== null) rules.push(`MAP ${host} ${bracketed(pin.address)}:${pin.port}`);
    else rules.push(`EXCLUDE ${host}`);
  }
  return [...rules, 'MAP * ~NOTFOUND'].join(',');
}

const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address);
