import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Plan } from '../model/plan.ts';
import type { Topic } from '../model/topic.ts';
import { articlePage, at, type Handler, listPage, planFor, startSite, workshop } from './site.fixture.ts';

let shop: Awaited<ReturnType<typeof workshop>>;
let site: Awaited<ReturnType<typeof startSite>> | null = null;
beforeEach(async () => {
  shop = await workshop();
});
afterEach(async () => {
  await site?.stop();
  await shop.close();
});

const LIST = '/gongkai/list/';
const DOC = '/gongkai/list/doc_0.html';
const picture: Handler = (_request, response) =>
  response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from([0x89, 0x50, 0x4e, 0x47]));
const report = articlePage(
  '示例区甲局2022年政府信息公开工作年度报告',
  `<p><img src="/images/chart.png"><img src="/images/lost.png"><img src="http://elsewhere.example/x.png"></p>
   <p>附件：<a href="/files/report.pdf">年度报告.pdf</a></p>`,
).replace('<body>', '<body><div class="header"><img src="/images/logo.png"></div>');

function withTopic(plan: Plan, topic: Topic): Plan {
  return {
    ...plan,
    units: plan.units.map((unit) => ({ ...unit, columns: unit.columns.map((column) => ({ ...column, topic })) })),
  };
}
const pictures = (): readonly string[] =>
  (site?.asked ?? []).map(({ path }) => path).filter((path) => path.startsWith('/images/'));

describe('pictures in a document', () => {
  it('are asked for where the document is an annual report: those of its text, within the site', async () => {
    site = await startSite({ [LIST]: listPage([DOC]), [DOC]: report, '/images/chart.png': picture });
    await shop.run(withTopic(planFor(site.port, {}), 'annual-report'));
    expect([...new Set(pictures())].sort()).toEqual(['/images/chart.png', '/images/lost.png']);
    expect(site.asked.map(({ path }) => path)).toContain('/files/report.pdf');
    expect(await shop.captures('/images/chart.png')).toMatchObject([
      { result: { judgement: 'ok' }, contentType: 'image/png' },
    ]);
    expect(await shop.captures('/images/lost.png')).toMatchObject([
      { result: { status: 404, judgement: 'not-found' } },
    ]);
  });

  it('are asked for where the report is printed on the column itself', async () => {
    site = await startSite({ [LIST]: report, '/images/chart.png': picture });
    await shop.run(withTopic(planFor(site.port, {}), 'annual-report'));
    expect([...new Set(pictures())].sort()).toEqual(['/images/chart.png', '/images/lost.png']);
  });

  it('are left alone in all other columns', async () => {
    site = await startSite({ [LIST]: listPage([DOC]), [DOC]: report, '/images/chart.png': picture });
    await shop.run(withTopic(planFor(site.port, {}), 'guide'));
    expect(pictures()).toEqual([]);
  });

  it('are asked for as a browser would, coming from the site', async () => {
    const guarded: Handler = (request: IncomingMessage, response) =>
      request.headers.referer === at(LIST) ? picture(request, response) : response.writeHead(403).end('盗链');
    site = await startSite({ [LIST]: listPage([DOC]), [DOC]: report, '/images/chart.png': guarded });
    await shop.run(withTopic(planFor(site.port, {}), 'annual-report'));
    expect(await shop.captures('/images/chart.png')).toMatchObject([{ result: { judgement: 'ok' } }]);
  });
});
