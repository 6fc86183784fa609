import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { findBrowser } from '../../src/crawl/browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** Where pictures of pages are put, so that people can look at them; none are made without it. */
const PICTURES = process.env.XUNJIAN_PICTURES;

export const BROWSER = await findBrowser();

/** A browser for the test, with a window of this width. Complaints of pages (scripts, policies) are gathered. */
export async function openBrowser(origin: string, { width = 1280 }: { readonly width?: number } = {}) {
  const browser: Browser = await chromium.launch({
    executablePath: BROWSER ?? '',
    chromiumSandbox: process.getuid?.() !== 0,
  });
  onTestFinished(() => browser.close());
  const complaints: string[] = [];
  /** Somebody's window, with cookies of its own. */
  const window = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN', baseURL: origin });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('dialog', (dialog) => dialog.accept());
    return page;
  };
  return { window, complaints };
}

/** Fails where axe finds anything wrong with the page, and takes its picture. */
export async function looksRight(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) {
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  }
  // Not as a script of the page, which its policy forbids; captured pages in frames are not ours to mend.
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(context: object): Promise<AxeResults> } }).axe.run({ exclude: ['iframe'] }),
  )) as AxeResults;
  expect(
    violations.map(
      ({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    ),
  ).toEqual([]);
}
