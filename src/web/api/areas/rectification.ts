import { z } from '@hono/zod-openapi';
import { askForRecheck, feedBack, type Rectification, rectifications } from '../../../app/console/rectification.ts';
import { isLate, PROGRESS, progressOf, type Today } from '../../../app/console/rectification-list.ts';
import { actorOf } from '../../env.ts';
import { apiArea } from '../area.ts';
import { keysOf } from '../keys-of.ts';
import { answer, body, operation } from '../operation.ts';
import { NUMBER, orNull } from '../parameters.ts';
import { feedback, feedbackShape } from '../shapes/feedback.ts';
import { findingState } from '../shapes/finding.ts';
import { job, jobShape } from '../shapes/job.ts';

/** What the newest bulletin told units to put right, their reports on it, and looking again. */
export const rectificationArea = apiArea();

const progress = z.enum(keysOf(PROGRESS)).describe('整改进展');

const itemSchema = z
  .object({
    number: z.string().describe('问题编号'),
    unit: z.string(),
    unitName: z.string(),
    period: z.string(),
    group: z.string().nullable().describe('减分项；null 为仅提醒'),
    text: z.string(),
    publishedOn: z.iso.date(),
    due: z.iso.date().describe('反馈期限'),
    state: orNull(findingState),
    progress,
    isLate: z.boolean().describe('逾期才反馈'),
    feedback: orNull(feedback),
  })
  .openapi('Rectification');

function itemShape(of: Rectification, now: Today): z.infer<typeof itemSchema> {
  const { unit, unitName, item, number, bulletin, due, tracked, feedback } = of;
  return {
    ...{ number, unit, unitName, due, group: item.group, text: item.text },
    ...{ period: bulletin.period.id, publishedOn: bulletin.publishedOn, state: tracked?.state ?? null },
    ...{ progress: progressOf(of, now), isLate: isLate(of), feedback: feedback && feedbackShape(feedback) },
  };
}

rectificationArea.openapi(
  operation({
    ...{ method: 'get', path: '/rectification', operationId: 'listRectification', tag: 'rectification' },
    summary: '最近一期通报的整改事项；单位只看到本单位的',
    request: { query: z.object({ unit: z.string().optional(), progress: progress.optional() }) },
    responses: { 200: answer(z.object({ items: z.array(itemSchema) }), '整改事项') },
  }),
  async (c) => {
    const console = c.get('console');
    const asked = c.req.valid('query');
    const now = { today: console.today(), timeZone: console.plan().timeZone };
    const items = (await rectifications(console, actorOf(c)))
      .filter(({ unit }) => asked.unit === undefined || unit === asked.unit)
      .map((one) => itemShape(one, now))
      .filter((one) => asked.progress === undefined || one.progress === asked.progress);
    return c.json({ items }, 200);
  },
);

rectificationArea.openapi(
  operation({
    ...{ method: 'post', path: '/findings/{number}/feedback', operationId: 'feedBack', tag: 'rectification' },
    summary: '反馈整改情况，随即安排复查',
    request: {
      params: NUMBER,
      body: body(z.strictObject({ text: z.string(), link: z.string().default('').describe('整改后的网页') })),
    },
    responses: { 202: answer(job, '复查任务') },
  }),
  async (c) => {
    const form = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json(jobShape(await feedBack(c.get('console'), actorOf(c), form)), 202);
  },
);

rectificationArea.openapi(
  operation({
    ...{ method: 'post', path: '/findings/{number}/recheck', operationId: 'recheck', tag: 'rectification' },
    summary: '重新核查一个问题',
    request: { params: NUMBER },
    responses: { 202: answer(job, '复查任务') },
  }),
  async (c) => {
    const asked = await askForRecheck(c.get('console'), actorOf(c), c.req.valid('param').number);
    return c.json(jobShape(asked), 202);
  },
);
