import { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { watchJob } from '../../../app/console/jobs.ts';
import type { JobProgress } from '../../../app/jobs/progress.ts';
import { pause } from '../../../app/messages/pause.ts';
import { actorOf, type Env, type WebContext } from '../../env.ts';
import { Latest } from './latest.ts';
import { JobMeter, stageWords } from './live-job.tsx';

/** A comment is sent after so many silent milliseconds, so that no proxy takes the connection for dead. */
const HEARTBEAT = 15_000;
/** Milliseconds between two looks: nobody reads faster. */
const PACE = 250;
/** After so many milliseconds browsers connect anew, so that rights that were taken away meanwhile end. */
const LONGEST = 10 * 60_000;
/** Milliseconds after which a browser connects again that lost the connection. */
const RETRY = 2_000;

/**
 * How a job stands, for as long as somebody looks: `stage` for what is read aloud, `progress` for the meter, `done` when
 * it has ended.
 */
export const eventRoutes = new Hono<Env>().get('/jobs/:id/events', (c) => {
  let said: string | null = null;
  return streamJob(c, c.req.param('id'), async (stream, one) => {
    const words = stageWords(one);
    if (words !== said) await stream.writeSSE({ event: 'stage', data: String(<span>{words}</span>) });
    said = words;
    await stream.writeSSE({ event: 'progress', data: String(<JobMeter of={one} />) });
    if (one.job.endedAt !== null) await stream.writeSSE({ event: 'done', data: one.job.state });
  });
});

type Tell = (stream: SSEStreamingApi, progress: JobProgress) => Promise<void>;

/**
 * Tells how a job stands until it has ended. Whoever connects is told at once, so that nothing is missed between two
 * connections. Throws NotThere.
 */
export async function streamJob(c: WebContext, id: string, tell: Tell): Promise<Response> {
  const latest = new Latest<JobProgress>();
  const unsubscribe = await watchJob(c.get('console'), actorOf(c), id, (one) => latest.put(one));
  if (c.req.method === 'HEAD') {
    // Nobody would read the stream, and so nobody would end it.
    unsubscribe();
    return c.body(null, 200, { 'Content-Type': 'text/event-stream' });
  }
  // nginx would keep back what is to be seen at once.
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => {
      unsubscribe();
      gone.abort();
    });
    const longest = setTimeout(() => stream.abort(), LONGEST);
    try {
      await follow(stream, latest, tell, gone.signal);
    } finally {
      clearTimeout(longest);
      unsubscribe();
    }
  });
}

async function follow(
  stream: SSEStreamingApi,
  latest: Latest<JobProgress>,
  tell: Tell,
  gone: AbortSignal,
): Promise<void> {
  await stream.write(`retry: ${RETRY}\n\n`);
  while (!gone.aborted) {
    const one = await latest.take(HEARTBEAT, gone);
    if (!one) {
      await stream.write(':\n\n');
      continue;
    }
    await tell(stream, one);
    if (one.job.endedAt !== null) return;
    await pause(PACE, gone);
  }
}
