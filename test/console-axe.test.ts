import { describe, expect, it } from 'vitest';
import { consoleDistrict, type Person } from './support/console.ts';
import { BROWSER, looksRight, openBrowser } from './support/web-browser.ts';

const PATIENCE = 240_000;

/** A window of 1280 pixels at 200 % is one of 640. */
const ZOOMED = 640;
const WIDTHS = [1280, ZOOMED, 360];

/** Pages by who opens them; `:number`, `:account` and `:job` stand for what is there. */
const PAGES: Readonly<Partial<Record<Person, readonly string[]>>> = {
  administrator: [
    ...[
      '/',
      '/findings',
      '/findings?standing=pending',
      '/findings/:number',
      '/unread',
      '/scorecards',
      '/scorecards/jia',
    ],
    ...['/coverage', '/registers', '/registers/coverage', '/registers/personnel', '/bulletins', '/bulletins/2023Q2'],
    ...['/rectification', '/units', '/units/yi', '/units/yi/self-check', '/units/yi/agenda', '/jobs', '/jobs/:job'],
    ...['/log', '/accounts', '/accounts/:account', '/messages', '/password', '/api/v1/docs', '/nowhere'],
  ],
  jia: [
    '/',
    '/findings',
    '/findings/:number',
    '/self-check',
    '/agenda',
    '/rectification',
    '/scorecards/jia',
    '/unread',
    '/password',
  ],
  reader: ['/', '/findings/:number', '/coverage', '/bulletins/2023Q2'],
};

describe.skipIf(BROWSER === null)('every page of the console (needs a browser)', () => {
  it(
    'reads well and is nowhere wider than its window, on a desk, at 200 % and on a telephone',
    async () => {
      const here = await consoleDistrict();
      const { console, actor } = here;
      const quarter = await console.board.quarter('2023Q2');
      const number = quarter.findings.find(({ unit }) => unit === 'jia')?.number ?? '';
      const job = await console.jobs.ask('self-check', 'jia', null, null);
      const server = await here.serve();
      const { window, complaints } = await openBrowser(server.origin);
      const wide: string[] = [];
      const look = async (page: Awaited<ReturnType<typeof window>>, path: string): Promise<void> => {
        await page.goto(path);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const over = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          );
          if (Number(over) > 1) wide.push(`${path} at ${width} by ${over}`);
          if (width !== ZOOMED) await looksRight(page, `axe-${width}${path.replace(/\W+/g, '-')}`);
        }
      };
      const stranger = await window();
      await look(stranger, '/login');
      for (const [person, paths] of Object.entries(PAGES)) {
        const page = await window();
        const { cookie } = await here.as(person as Person);
        const [name = '', value = ''] = cookie.split('=');
        await page.context().addCookies([{ name, value, url: server.origin }]);
        for (const path of paths)
          await look(
            page,
            path.replace(':number', number).replace(':account', actor('jia').id).replace(':job', job.id),
          );
      }
      expect(wide).toEqual([]);
      // A page that is not there is told so by the browser, too.
      expect(complaints.filter((complaint) => !complaint.includes('/nowhere'))).toEqual([]);
    },
    PATIENCE,
  );
});
