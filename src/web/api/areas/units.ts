import { z } from '@hono/zod-openapi';
import { agendaOf } from '../../../app/console/agenda.ts';
import { askForSelfCheck } from '../../../app/console/jobs.ts';
import { unitJobs } from '../../../app/console/jobs-board.ts';
import { NotThere } from '../../../app/console/refusals.ts';
import { selfCheckResult } from '../../../app/console/self-check-result.ts';
import { SHEET_FORMS, selfCheckSheet } from '../../../app/console/self-check-sheet.ts';
import { unitLines, unitView } from '../../../app/console/units.ts';
import { AGENDA_KINDS, AGENDA_STATES } from '../../../model/agenda.ts';
import { download } from '../../download.ts';
import { actorOf } from '../../env.ts';
import { apiArea } from '../area.ts';
import { keysOf } from '../keys-of.ts';
import { answer, fileAnswer, operation } from '../operation.ts';
import { orNull, UNIT } from '../parameters.ts';
import { finding, findingShape, topic } from '../shapes/finding.ts';
import { job, jobProgress, jobProgressShape, jobShape } from '../shapes/job.ts';
import { scorecard, scorecardShape } from '../shapes/score.ts';
import { selfCheck, selfCheckShape } from '../shapes/self-check.ts';
import { verdictSchema, verdictShape } from '../shapes/verdict.ts';

/** Units: all of them, one with its columns and findings, what falls due for it, and its self-check. */
export const unitsArea = apiArea();

const OF_QUARTER = z.object({
  period: z.string().optional().describe('季度；不填为最近一个').openapi({ example: '2023Q2' }),
});

const line = z
  .object({
    id: z.string(),
    name: z.string(),
    card: scorecard,
    charged: z.int().describe('减分的问题'),
    pending: z.int().describe('其中待审核的'),
    advisories: z.int().describe('提醒'),
    selfCheck: orNull(job).describe('最近一次自查'),
  })
  .openapi('UnitLine');

unitsArea.openapi(
  operation({
    ...{ method: 'get', path: '/units', operationId: 'listUnits', tag: 'units', summary: '全部单位' },
    request: { query: OF_QUARTER },
    responses: { 200: answer(z.object({ units: z.array(line) }), '单位') },
  }),
  async (c) => {
    const { lines } = await unitLines(c.get('console'), actorOf(c), c.req.valid('query').period);
    const units = lines.map(({ unit: { id, name }, card, selfCheck, charged, pending, advisories }) => ({
      ...{ id, name, charged, pending, advisories },
      ...{ card: scorecardShape(card), selfCheck: selfCheck && jobShape(selfCheck) },
    }));
    return c.json({ units }, 200);
  },
);

const COLUMN_STATES = ['conforming', 'defective', 'no-event', 'empty', 'unreadable'] as const;
const unitSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    fullName: z.string(),
    home: z.string().nullable(),
    card: scorecard,
    columns: z.array(
      z.object({
        topic,
        name: z.string(),
        url: z.string(),
        key: z.boolean().describe('重点栏目'),
        state: z.enum(COLUMN_STATES).nullable(),
        verdicts: z.array(verdictSchema).describe('有问题或未能判定的事项'),
      }),
    ),
    findings: z.array(finding),
    selfCheck: orNull(job),
  })
  .openapi('Unit');

unitsArea.openapi(
  operation({
    ...{ method: 'get', path: '/units/{unit}', operationId: 'getUnit', tag: 'units', summary: '一个单位的栏目和问题' },
    request: { params: UNIT, query: OF_QUARTER },
    responses: { 200: answer(unitSchema, '单位') },
  }),
  async (c) => {
    const asked = { ...c.req.valid('param'), ...c.req.valid('query') };
    const { unit, card, columns, findings, selfCheck } = await unitView(c.get('console'), actorOf(c), asked);
    const { id, name, fullName, home } = unit;
    const shown: z.infer<typeof unitSchema> = {
      ...{ id, name, fullName, home, card: scorecardShape(card), selfCheck: selfCheck && jobShape(selfCheck) },
      columns: columns.map(({ column: { topic, name, url, key }, state, verdicts }) => ({
        ...{ topic, name, url, key, state, verdicts: verdicts.map(verdictShape) },
      })),
      findings: findings.map(findingShape),
    };
    return c.json(shown, 200);
  },
);

const agendaSchema = z
  .object({
    today: z.iso.date(),
    until: z.iso.date(),
    items: z.array(
      z.object({
        id: z.string(),
        due: z.iso.date().nullable(),
        from: z.iso.date().nullable().describe('最早可以公开的日期'),
        workdaysLeft: z.int().nullable(),
        overdue: z.boolean(),
        kind: z.enum(keysOf(AGENDA_KINDS)),
        title: z.string(),
        note: z.string().nullable(),
        column: z.string().nullable(),
        topic,
        state: z.enum(keysOf(AGENDA_STATES)),
        points: z.number().describe('逾期减分'),
      }),
    ),
    withoutRegisters: z.array(z.string()).describe('没有建立的台账，其事项不在其中'),
  })
  .openapi('Agenda');

unitsArea.openapi(
  operation({
    ...{ method: 'get', path: '/units/{unit}/agenda', operationId: 'getAgenda', tag: 'units' },
    summary: '今后60天的到期事项',
    request: { params: UNIT },
    responses: { 200: answer(agendaSchema, '到期事项') },
  }),
  async (c) => {
    const of = await agendaOf(c.get('console'), actorOf(c), c.req.valid('param').unit);
    const items = of.items.map((item) => {
      const { id, due, from, workdaysLeft, overdue, kind, title, note, column, topic, state, points } = item;
      return { id, due, from, workdaysLeft, overdue, kind, title, note, column, topic, state, points };
    });
    return c.json({ today: of.today, until: of.until, items, withoutRegisters: [...of.withoutRegisters] }, 200);
  },
);

const selfCheckState = z
  .object({
    open: z.array(jobProgress).describe('正在进行或排队的自查'),
    last: orNull(jobProgress).describe('最近一次已结束的自查'),
    result: orNull(selfCheck),
  })
  .openapi('SelfCheckState');

unitsArea.openapi(
  operation({
    ...{ method: 'get', path: '/units/{unit}/self-check', operationId: 'getSelfCheck', tag: 'units' },
    summary: '自查的进展和结果',
    request: { params: UNIT },
    responses: { 200: answer(selfCheckState, '自查') },
  }),
  async (c) => {
    const [console, actor, { unit }] = [c.get('console'), actorOf(c), c.req.valid('param')];
    const result = await selfCheckResult(console, actor, unit);
    const { open, last } = await unitJobs(console, actor, unit, 'self-check');
    const shown: z.infer<typeof selfCheckState> = {
      open: open.map(({ progress }) => jobProgressShape(progress)),
      last: last && jobProgressShape(last.progress),
      result: result && selfCheckShape(result),
    };
    return c.json(shown, 200);
  },
);

unitsArea.openapi(
  operation({
    ...{ method: 'post', path: '/units/{unit}/self-check', operationId: 'startSelfCheck', tag: 'units' },
    summary: '开始自查；已在进行的返回同一项任务',
    request: { params: UNIT },
    responses: { 202: answer(job, '任务') },
  }),
  async (c) => {
    const asked = await askForSelfCheck(c.get('console'), actorOf(c), c.req.valid('param').unit);
    return c.json(jobShape(asked), 202);
  },
);

unitsArea.openapi(
  operation({
    ...{ method: 'get', path: '/units/{unit}/self-check/sheet/{form}', operationId: 'getSelfCheckSheet', tag: 'units' },
    summary: '下载自查表',
    request: {
      params: UNIT.extend({
        form: z
          .string()
          .openapi({ param: { name: 'form', in: 'path' }, description: '文件类型', enum: [...SHEET_FORMS] }),
      }),
    },
    responses: { 200: fileAnswer('文件') },
  }),
  async (c) => {
    const { unit, form: asked } = c.req.valid('param');
    const form = SHEET_FORMS.find((one) => one === asked);
    if (!form) throw new NotThere();
    const { bytes, name } = await selfCheckSheet(c.get('console'), actorOf(c), { unit, form });
    return download(c, bytes, name);
  },
);
