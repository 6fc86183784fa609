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
import { renderUnitSheet } from './unit-sheet.tsx';

const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const AXE = createRequire(import.meta.url).resolve('axe-core');

const TREND = ['一', '二'].map((ordinal, at) => ({
  ...{ period: `2023Q${at + 1}`, name: `2023年第${ordinal}季度` },
  ...{ mean: 17.5 + at, deducted: 30 - at, totals: new Map<string, number>() },
}));

declare global {
  var axe: typeof import('axe-core');
}

describe.skipIf(BROWSER === undefined)(
  `the HTML report in a browser${BROWSER ? '' : ' (skipped: no Chromium here)'}`,
  () => {
    let browser: Browser;
    let folder: string;
    /** The report and a unit's sheet. */
    const files = { report: '', sheet: '' };
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'xunjian-report-'));
      const report = { ...buildReport({ audit: AUDIT, unread: [], rulebook: RULEBOOK, plan: PLAN }), trend: TREND };
      const [unit] = report.units.filter(({ id }) => id === 'water');
      const pages = { report: renderHtml(report), sheet: unit ? renderUnitSheet(unit, report) : '' };
      for (const name of ['report', 'sheet'] as const) {
        files[name] = join(folder, `${name}.html`);
        await writeFile(files[name], pages[name]);
      }
      browser = await chromium.launch({ executablePath: BROWSER ?? '', chromiumSandbox: process.getuid?.() !== 0 });
    });
    afterAll(async () => {
      await browser?.close();
      await rm(folder, { recursive: true, force: true });
    });

    /** Opens the file and notes what the browser asked for and complained of. */
    async function opened(options: { bypassCSP?: boolean; width?: number; name?: 'report' | 'sheet' } = {}) {
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
      const { href } = pathToFileURL(files[options.name ?? 'report']);
      await page.goto(href);
      return { page, asked, complaints, href };
    }

    it('asks for nothing but itself and complains of nothing', async () => {
      const { page, asked, complaints, href } = await opened();
      await page.locator('details summary').first().click();
      expect(asked).toEqual([href]);
      expect(complaints).toEqual([]);
    });
    it.each([
      ['report', 1200],
      ['report', 400],
      ['sheet', 1200],
      ['sheet', 400],
    ] as const)('has no accessibility violation: %s at %i pixels', async (name, width) => {
      const { page } = await opened({ bypassCSP: true, width, name });
      await page.addScriptTag({ path: AXE });
      const results: AxeResults = await page.evaluate(() => globalThis.axe.run());
      expect(results.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(results.passes.length).toBeGreaterThan(10);
    });
    it.each(['report', 'sheet'] as const)('does not scroll sideways on a narrow screen: %s', async (name) => {
      const { page } = await opened({ width: 400, name });
      expect(
        await page.locator('html').evaluate((root: { scrollWidth: number }) => root.scrollWidth),
      ).toBeLessThanOrEqual(400);
    });
    it.each([
      ['report', /\/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]/],
      ['sheet', /\/MediaBox \[0 0 84[12]\.?\d* 59[45]\.?\d*\]/],
    ] as const)('prints on A4: %s', async (name, size) => {
      const { page } = await opened({ name });
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.toString('latin1')).toMatch(size);
    });
    it('keeps charts inside their frames: no text runs over the edge', async () => {
      const { page } = await opened();
      const texts = await page.locator('figure.chart svg text').all();
      expect(texts.length).toBeGreaterThan(20);
      const over: (string | null)[] = [];
      for (const text of texts) {
        const frame = await text.locator('xpath=ancestor::*[local-name()="svg"]').boundingBox();
        const box = await text.boundingBox();
        if (!frame || !box || box.x < frame.x - 1 || box.x + box.width > frame.x + frame.width + 1)
          over.push(await text.textContent());
      }
      expect(over).toEqual([]);
    });
  },
);
