import { describe, expect, it } from 'vitest';
import { articlePage, listPage, paragraphs } from '../checks/test-pages.ts';
import { consoleDistrict } from './support/console.ts';
import { BROWSER, openBrowser } from './support/web-browser.ts';

const PATIENCE = 180_000;
/** Written as text on the page, so that it is text wherever it goes; and as markup in its body. */
const TITLE = '2023年3月份主要统计数据<img src=x onerror=top.pwned=1>"\'></title><script>top.pwned=2</script>';
const MARKUP = `<script>top.pwned = 3; fetch('/logout', { method: 'POST' })</script><svg onload="top.pwned=4"></svg>
  <iframe srcdoc="<script>top.pwned=5</script>"></iframe><a href="javascript:top.pwned=6" id=go>看详情</a>
  <form action="/accounts" method="post"><input name="login" value="evil"></form><base href="//evil.example/">
  <meta http-equiv="refresh" content="0;url=/logout">`;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

describe.skipIf(BROWSER === null)('pages that a unit made to attack its inspectors (needs a browser)', () => {
  it(
    'are shown to them, and run nowhere',
    async () => {
      const here = await consoleDistrict({ isLive: true });
      const url = '/yi/tj/doc_3.html';
      here.district?.serve({
        '/yi/tj/': listPage([{ title: escaped(TITLE), url, date: '2023-04-10' }]),
        [url]: articlePage({
          title: escaped(TITLE),
          date: '2023-04-10',
          body: paragraphs('增加值增长百分之五。') + MARKUP,
        }),
      });
      await here.district?.night('2023-06-06');
      here.console.board.refresh();
      const quarter = await here.console.board.quarter('2023Q2');
      const hostile = quarter.findings.filter(({ text }) => text.includes('onerror=top.pwned=1'));
      expect(hostile.length).toBeGreaterThan(0);

      const server = await here.serve();
      const { window, complaints } = await openBrowser(server.origin);
      const page = await window();
      const requests: string[] = [];
      page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
      const { cookie } = await here.as('inspector');
      const [name = '', value = ''] = cookie.split('=');
      await page.context().addCookies([{ name, value, url: server.origin }]);
      const paths = hostile.flatMap(({ number }) => [`/findings/${number}`, `/findings/${number}/evidence/1/page`]);
      for (const path of ['/', '/findings', '/units/yi', '/scorecards/yi', '/unread', '/log', ...paths]) {
        const answer = await page.goto(path);
        expect(`${path} ${answer?.status()}`).toBe(`${path} 200`);
        expect(await page.evaluate(() => (globalThis as { pwned?: number }).pwned)).toBeUndefined();
      }
      const [finding] = hostile;
      await page.goto(`/findings/${finding?.number}`);
      await expect.poll(() => page.locator('body').innerText()).toContain('onerror=top.pwned=1');
      const frame = page.frames().find((one) => one.url().includes('/evidence/'));
      expect(
        frame && (await frame.locator('script, iframe, form[action], base, meta[http-equiv=refresh]').count()),
      ).toBe(0);
      expect(await page.evaluate(() => (globalThis as { pwned?: number }).pwned)).toBeUndefined();
      expect(requests.filter((one) => !one.includes(server.origin) || one.includes('logout'))).toEqual([]);
      expect(complaints).toEqual([]);
    },
    PATIENCE,
  );
});
