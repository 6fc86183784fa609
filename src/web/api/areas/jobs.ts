import { z } from '@hono/zod-openapi';
import { askForAudit, askForNight, cancelJob, jobOf } from '../../../app/console/jobs.ts';
import { jobBoard } from '../../../app/console/jobs-board.ts';
import { actorOf } from '../../env.ts';
import { streamJob } from '../../pages/jobs/events.tsx';
import { apiArea } from '../area.ts';
import { answer, DONE, operation } from '../operation.ts';
import { ID, orNull } from '../parameters.ts';
import { job, jobProgress, jobProgressShape, jobShape } from '../shapes/job.ts';

/** What the crawler does, has done and is asked to do. */
export const jobsArea = apiArea();

const boardSchema = z
  .object({
    running: orNull(jobProgress),
    waiting: z.array(jobProgress).describe('按先后'),
    ended: z.array(jobProgress).describe('最近的在前'),
    nextNight: z.iso.datetime().nullable().describe('下一次定时夜间取证'),
  })
  .openapi('Jobs');

jobsArea.openapi(
  operation({
    ...{ method: 'get', path: '/jobs', operationId: 'listJobs', tag: 'jobs', summary: '正在进行、排队和已结束的任务' },
    responses: { 200: answer(boardSchema, '任务') },
  }),
  async (c) => {
    const { running, waiting, ended, nextNight } = await jobBoard(c.get('console'), actorOf(c));
    return c.json(
      {
        running: running && jobProgressShape(running.progress),
        waiting: waiting.map(({ progress }) => jobProgressShape(progress)),
        ended: ended.map(({ progress }) => jobProgressShape(progress)),
        nextNight: nextNight?.toISOString() ?? null,
      },
      200,
    );
  },
);

jobsArea.openapi(
  operation({
    ...{ method: 'get', path: '/jobs/{id}', operationId: 'getJob', tag: 'jobs', summary: '一项任务的进展' },
    request: { params: ID },
    responses: { 200: answer(jobProgress, '进展') },
  }),
  async (c) => {
    const { progress } = await jobOf(c.get('console'), actorOf(c), c.req.valid('param').id);
    return c.json(jobProgressShape(progress), 200);
  },
);

jobsArea.openapi(
  operation({
    ...{ method: 'get', path: '/jobs/{id}/events', operationId: 'watchJob', tag: 'jobs' },
    summary: '任务的进展，随时推送（text/event-stream，每条为 JobProgress 的 JSON），任务结束即止',
    request: { params: ID },
    responses: { 200: { description: '进展', content: { 'text/event-stream': { schema: z.string() } } } },
  }),
  (c) =>
    streamJob(c, c.req.valid('param').id, (stream, one) =>
      stream.writeSSE({ data: JSON.stringify(jobProgressShape(one)) }),
    ),
);

jobsArea.openapi(
  operation({
    ...{ method: 'post', path: '/jobs/night', operationId: 'startNight', tag: 'jobs', summary: '启动夜间取证' },
    responses: { 202: answer(job, '任务') },
  }),
  async (c) => c.json(jobShape(await askForNight(c.get('console'), actorOf(c))), 202),
);

jobsArea.openapi(
  operation({
    ...{ method: 'post', path: '/jobs/audit', operationId: 'startAudit', tag: 'jobs', summary: '以已有证据重新判定' },
    responses: { 202: answer(job, '任务') },
  }),
  async (c) => c.json(jobShape(await askForAudit(c.get('console'), actorOf(c))), 202),
);

jobsArea.openapi(
  operation({
    ...{ method: 'post', path: '/jobs/{id}/cancel', operationId: 'cancelJob', tag: 'jobs', summary: '取消任务' },
    request: { params: ID },
    responses: DONE,
  }),
  async (c) => {
    await cancelJob(c.get('console'), actorOf(c), c.req.valid('param').id);
    return c.body(null, 204);
  },
);
