import { z } from '@hono/zod-openapi';
import { readLog, subjectNamed } from '../../../app/console/log.ts';
import { actorOf } from '../../env.ts';
import { apiArea } from '../area.ts';
import { answer, operation } from '../operation.ts';
import { LOG_PAGE } from '../parameters.ts';
import { action, logEntry, logEntryShape } from '../shapes/log-entry.ts';

/** The append-only log. */
export const logArea = apiArea();

const PAGE_SIZE = 100;

logArea.openapi(
  operation({
    ...{ method: 'get', path: '/log', operationId: 'readLog', tag: 'log', summary: '日志，最近的在前' },
    request: {
      query: LOG_PAGE.extend({
        action: action.optional(),
        unit: z.string().optional(),
        subject: z.string().max(300).optional().describe('问题编号、台账名称、登录名'),
      }),
    },
    responses: {
      200: answer(
        z.object({ entries: z.array(logEntry), next: z.int().nullable().describe('下一页的 before；null 为已到尽头') }),
        '日志',
      ),
    },
  }),
  async (c) => {
    const { action, unit, subject, before, limit = PAGE_SIZE } = c.req.valid('query');
    const console = c.get('console');
    const filter = {
      ...(action === undefined ? {} : { action }),
      ...(unit === undefined ? {} : { unit }),
      ...(before === undefined ? {} : { before }),
      ...(subject === undefined ? {} : { subject: await subjectNamed(console, subject) }),
    };
    const { entries, next } = await readLog(console, actorOf(c), { ...filter, limit });
    return c.json({ entries: entries.map(logEntryShape), next }, 200);
  },
);
