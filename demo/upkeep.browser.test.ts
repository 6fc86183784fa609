import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from './index.ts';
import { columnOf } from './testing.ts';

const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const AXE = createRequire(import.meta.url).resolve('axe-core');

declare global {
  var axe: typeof import('axe-core');
}

describe.skipIf(BROWSER === undefined)(
  `mending the site in a browser${BROWSER ? '' : ' (skipped: no Chromium here)'}`,
  { timeout: 60_000 },
  () => {
    let browser: Browser;
    let demo: Demo;
    beforeAll(async () => {
      demo = await startDemo({ port: 0 });
      browser = await chromium.launch({ executablePath: BROWSER ?? '', chromiumSandbox: process.getuid?.() !== 0 });
    });
    afterAll(async () => {
      await browser?.close();
      await demo.stop();
    });

    async function opened(width = 1200): Promise<Page> {
      const context = await browser.newContext({ bypassCSP: true, viewport: { width, height: 900 } });
      const page = await context.newPage();
      await page.goto(demo.upkeep);
      return page;
    }
    const violations = async (page: Page) => {
      await page.addScriptTag({ path: AXE });
      const { violations: found, passes }: AxeResults = await page.evaluate(() => globalThis.axe.run());
      expect(passes.length).toBeGreaterThan(10);
      return found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    };
    const guides = async (page: Page): Promise<string> => {
      await page.goto(demo.origin + columnOf('齐都镇', '信息公开指南').path);
      await page.locator('.list a').first().waitFor();
      return page.locator('.list').innerText();
    };

    it('mends a page at the press of a button, and takes it back', async () => {
      const page = await opened();
      expect(await guides(page)).not.toContain('2023年版');
      await page.goto(demo.upkeep);
      expect(await page.title()).toBe('演示网站维护');
      await page.getByRole('button', { name: '整改：齐都镇信息公开指南未更新' }).click();
      expect(new URL(page.url()).hash).toBe('#lzqqdzrmzf-guide');
      expect(await page.getByRole('status').innerText()).toContain('已整改');
      expect(await violations(page)).toEqual([]);
      expect(await guides(page)).toContain('2023年版');
      await page.goto(demo.upkeep);
      // With the keyboard alone, too.
      await page.getByRole('button', { name: '恢复：齐都镇信息公开指南未更新' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('已恢复为通报时的状态').waitFor();
      expect(await guides(page)).not.toContain('2023年版');
      await page.context().close();
    });

    it('obeys no page of another origin, framed or not', async () => {
      const form = `<form method="post" action="${demo.upkeep}"><input name="unit" value="lzqqdzrmzf"><input name="group" value="guide"><input name="to" value="mended"><button>领奖</button></form><iframe src="${demo.upkeep}"></iframe>`;
      const foreign = createServer((_, response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(form);
      });
      await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
      const page = await (await browser.newContext()).newPage();
      await page.goto(`http://localhost:${(foreign.address() as AddressInfo).port}/`);
      expect(await page.frames().at(-1)?.title()).not.toBe('演示网站维护');
      await page.getByRole('button', { name: '领奖' }).click();
      await page.getByText('操作未执行').waitFor();
      expect(await guides(page)).not.toContain('2023年版');
      await page.context().close();
      foreign.closeAllConnections();
      await new Promise((resolve) => foreign.close(resolve));
    });

    it.each([1200, 400])('has no accessibility violation and does not scroll sideways at %i pixels', async (width) => {
      const page = await opened(width);
      expect(await violations(page)).toEqual([]);
      const scroll = await page.locator('html').evaluate((root: { scrollWidth: number }) => root.scrollWidth);
      expect(scroll).toBeLessThanOrEqual(width);
      await page.context().close();
    });
  },
);
