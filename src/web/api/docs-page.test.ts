import { expect, it } from 'vitest';
import { BROWSER, looksRight, openBrowser } from '../../../test/support/web-browser.ts';
import { apiDistrict } from './api-client.fixture.ts';

it.skipIf(BROWSER === null)(
  'the page about the API is readable on any screen, without a complaint of the browser',
  async () => {
    const { as, serve } = await apiDistrict();
    const { origin } = await serve();
    const { cookie } = await as('jia');
    const [name = '', value = ''] = cookie.split('=');
    for (const width of [1280, 400]) {
      const { window, complaints } = await openBrowser(origin, { width });
      const page = await window();
      await page.context().addCookies([{ name, value, url: origin }]);
      await page.goto('/api/v1/docs');
      expect(complaints).toEqual([]);
      await looksRight(page, `api-docs-${width}`);
      expect(await page.title()).toContain('巡检控制台接口');
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    }
  },
  120_000,
);
