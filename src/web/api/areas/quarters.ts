import { z } from '@hono/zod-openapi';
import { overview } from '../../../app/console/overview.ts';
import { unreadTable } from '../../../app/console/unread.ts';
import { STANDINGS } from '../../../model/decision.ts';
import { firstDay, lastDay, parsePeriod } from '../../../model/period.ts';
import { quarterName } from '../../../report/words.ts';
import { actorOf } from '../../env.ts';
import { apiArea } from '../area.ts';
import { keysOf } from '../keys-of.ts';
import { answer, operation } from '../operation.ts';
import { PAGE, PERIOD } from '../parameters.ts';
import { finding, findingNow } from '../shapes/finding.ts';

/** The quarters that were audited, where one stands, and what could not be read in it. */
export const quartersArea = apiArea();

const quarter = z
  .object({
    id: z.string().openapi({ example: '2023Q2' }),
    name: z.string(),
    from: z.iso.date(),
    until: z.iso.date(),
  })
  .openapi('Quarter');

quartersArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters', operationId: 'listQuarters', tag: 'quarters', summary: '已判定的季度' },
    responses: { 200: answer(z.object({ quarters: z.array(quarter) }), '季度，最近的在前') },
  }),
  (c) => {
    const periods = c.get('console').board.periods.flatMap((id) => parsePeriod(id) ?? []);
    const quarters = periods.map((one) => {
      return { id: one.id, name: quarterName(one), from: firstDay(one), until: lastDay(one) };
    });
    return c.json({ quarters }, 200);
  },
);

const standings = z.record(z.enum(keysOf(STANDINGS)), z.int());
const overviewSchema = z
  .object({
    asOf: z.iso.date().describe('判定的截止日期'),
    charged: standings.describe('减分的问题，按审核情况'),
    advisories: z.int(),
    alerts: z.int().describe('须当日告知的问题'),
    fresh: z.array(finding).describe('最近一夜新发现或再次出现的问题'),
    fixed: z.int(),
    objections: z.int().describe('有未答复异议的问题'),
    unsettled: z.object({ questions: z.int(), units: z.int() }).describe('未能判定的事项'),
    withoutCoverage: z.int().describe('尚未评定重点栏目保障得分的单位'),
    deducted: z.number(),
    open: z.number(),
    groups: z.array(z.object({ title: z.string(), units: z.int(), points: z.number() })),
    trend: z
      .array(z.object({ period: z.string(), mean: z.number(), deducted: z.number() }))
      .describe('各季度平均得分与减分'),
    published: z.int().describe('已印发的通报版次'),
  })
  .openapi('Overview');

quartersArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters/{period}/overview', operationId: 'getOverview', tag: 'quarters' },
    summary: '季度总览',
    request: { params: PERIOD },
    responses: { 200: answer(overviewSchema, '总览') },
  }),
  async (c) => {
    const of = await overview(c.get('console'), actorOf(c), c.req.valid('param').period);
    const { quarter, charged, advisories, alerts, fixed, objections, unsettled, withoutCoverage } = of;
    const { deducted, open, groups, published, fresh } = of;
    return c.json(
      {
        ...{ charged, advisories, alerts, fixed, objections, unsettled, withoutCoverage, deducted, open, published },
        asOf: quarter.sources.audit.asOf,
        fresh: fresh.map((one) => findingNow(quarter, one)),
        trend: of.trend.map(({ period, mean, deducted }) => ({ period, mean, deducted })),
        groups: groups.map(({ title, units, points }) => ({ title, units, points })),
      },
      200,
    );
  },
);

const unreadLine = z
  .object({
    unit: z.string(),
    unitName: z.string(),
    reason: z.string(),
    url: z.string().nullable(),
    topics: z.array(z.string()),
    texts: z.array(z.string()),
    capturedAt: z.iso.datetime().nullable(),
    keepsOpen: z.array(z.string()).describe('因此不能判定的减分项'),
  })
  .openapi('Unread');

quartersArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters/{period}/unread', operationId: 'listUnread', tag: 'quarters' },
    summary: '未能读取的内容（不作为减分依据）',
    request: {
      params: PERIOD,
      query: PAGE.extend({ unit: z.string().optional(), reason: z.string().optional() }),
    },
    responses: {
      200: answer(
        z.object({ total: z.int(), page: z.int(), pages: z.int(), unread: z.array(unreadLine) }),
        '未能读取的内容',
      ),
    },
  }),
  async (c) => {
    const { page = 1, unit, reason } = c.req.valid('query');
    const filter = { period: c.req.valid('param').period, unit, reason };
    const { lines, ...of } = await unreadTable(c.get('console'), actorOf(c), filter, page);
    const unread = lines.map(({ unit, unitName, reason, item, keepsOpen }) => ({
      ...{ unit, unitName, reason, keepsOpen: [...keepsOpen] },
      ...{ url: item.url, topics: [...item.topics], texts: [...item.texts], capturedAt: item.capturedAt },
    }));
    return c.json({ total: of.total, page: of.page, pages: of.pages, unread }, 200);
  },
);
