import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../build-report.ts';
import { AUDIT, PLAN, RULEBOOK } from '../report.fixture.ts';
import { renderHtml } from './render.tsx';

const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const AXE = createRequire(import.meta.url).resolve('axe-core');

declare global {
  var axe: typeof import('axe-core');
}

describe.skipIf(BROWSER === undefined)(
  `the HTML report in a browser${BROWSER ? '' : ' (skipped: no Chromium here)'}`,
  () => {
    let browser: Browser;
    let folder: string;
    let file: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'xunjian-report-'));
      file = join(folder, 'report.html');
      await writeFile(file, renderHtml(buildReport({ audit: AUDIT, unread: [], rulebook: RULEBOOK, plan: PLAN })));
      browser = await chromium.launch({ executablePath: BROWSER ?? '', chromiumSandbox: process.getuid?.() !== 0 });
    });
    afterAll(async () => {
      await browser?.close();
      await rm(folder, { recursive: true, force: true });
    });

    /** Opens the file and notes what the browser asked for and complained of. */
    async function opened(options: { bypassCSP?: boolean; width?: number } = {}) {
      const context = await browser.newContext({
        bypassCSP: options.bypassCSP ?? false,
        viewport: { width: options.width ?? 1200, height: 900 },
      });
      const page: Page = await context.newPage();
      const asked: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('dialog', (dialog) => {
        complaints.push(dialog.message());
        void dialog.dismiss();
      });
      await page.goto(pathToFileURL(file).href);
      return { page, asked, complaints };
    }

    it('asks for nothing but itself and complains of nothing', async () => {
      const { page, asked, complaints } = await opened();
      await page.locator('details summary').first().click();
      expect(asked).toEqual([pathToFileURL(file).href]);
      expect(complaints).toEqual([]);
    });
    it.each([1200, 400])('has no accessibility violation at %i pixels', async (width) => {
      const { page } = await opened({ bypassCSP: true, width });
      await page.addScriptTag({ path: AXE });
      const results: AxeResults = await page.evaluate(() => globalThis.axe.run());
      expect(results.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(results.passes.length).toBeGreaterThan(10);
    });
    it('does not scroll sideways on a narrow screen', async () => {
      const { page } = await opened({ width: 400 });
      expect(
        await page.locator('html').evaluate((root: { scrollWidth: number }) => root.scrollWidth),
      ).toBeLessThanOrEqual(400);
    });
    it('prints on A4', async () => {
      const { page } = await opened();
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]/);
    });
  },
);
