import { Hono } from 'hono';
import { readLog, subjectNamed } from '../../../app/console/log.ts';
import { logCsv } from '../../../app/console/log-csv.ts';
import { ACTIONS, type Action } from '../../../model/log-entry.ts';
import { actorOf, type Env, type WebContext } from '../../env.ts';
import { viewOf } from '../../view.ts';
import { type AskedOfLog, LogPage } from './page.tsx';

const PAGE_SIZE = 100;

/** The append-only log: who did what, when, and how things were before and after. */
export const logRoutes = new Hono<Env>()
  .get('/log', async (c) => {
    const view = viewOf(c);
    const asked = askedOf(c);
    const filter = await filterOf(c, asked);
    const before = Number(c.req.query('before'));
    const at = Number.isInteger(before) && before > 0 ? { before } : {};
    const log = await readLog(c.get('console'), view.actor, { ...filter, ...at, limit: PAGE_SIZE });
    return c.html(<LogPage {...{ view, log, asked }} units={c.get('console').plan().units} />);
  })
  .get('/log.csv', async (c) => {
    const pieces = logCsv(c.get('console'), actorOf(c), await filterOf(c, askedOf(c)));
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header(
      'Content-Disposition',
      `attachment; filename="log.csv"; filename*=UTF-8''${encodeURIComponent('日志.csv')}`,
    );
    return c.body(ReadableStream.from(encoded(pieces)) as ReadableStream);
  });

function askedOf(c: WebContext): AskedOfLog {
  const { action = '', unit = '', subject = '' } = c.req.query();
  const known = Object.hasOwn(ACTIONS, action) ? (action as Action) : undefined;
  return { action: known, unit: unit || undefined, subject: subject.trim().slice(0, 300) || undefined };
}

async function filterOf(c: WebContext, { action, unit, subject }: AskedOfLog) {
  return {
    ...(action === undefined ? {} : { action }),
    ...(unit === undefined ? {} : { unit }),
    ...(subject === undefined ? {} : { subject: await subjectNamed(c.get('console'), subject) }),
  };
}

async function* encoded(pieces: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}
