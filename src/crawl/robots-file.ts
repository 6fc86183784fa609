import { firstHeader } from './answer-collector.ts';
import type { CrawlContext } from './context.ts';
import { type Followed, follow, retryAfterMs } from './follow.ts';
import type { Gate } from './gate.ts';
import { nextLook } from './next-look.ts';
import { exchangeRecords, failureRecord } from './warc-drafts.ts';

/**
 * Asks for an origin's robots.txt, up to three times where it does not come, and keeps every answer as evidence. The
 * waits hold up this origin only: nothing else may be asked of it meanwhile.
 */
export async function robotsFile(
  url: string,
  scope: Pick<Gate, 'inScope'>,
  context: Pick<CrawlContext, 'http' | 'clock' | 'plan' | 'recorder' | 'signal' | 'now' | 'time' | 'lookWaits'>,
): Promise<Followed> {
  const { http, clock, plan, recorder, signal, now, time, lookWaits } = context;
  const may = async (address: string) =>
    scope.inScope(address)
      ? ({ ok: true } as const)
      : ({ ok: false, why: 'scope', detail: 'outside site.hosts', failure: null } as const);
  for (let looks = 1; ; looks++) {
    const followed = await follow(url, { http, clock, caps: plan.crawl.caps, may, signal });
    const { hops, end, date } = followed;
    const failure = end.tag === 'answered' ? null : failureRecord(url, date || now().toISOString(), { ...end });
    const records = [...hops.flatMap((hop, index) => exchangeRecords(hop, index * 2)), ...(failure ? [failure] : [])];
    await recorder.keep({ task: null, outcome: 'done', records, captures: [] });
    const wait = waitAfter(followed, looks, lookWaits);
    if (wait === null) return followed;
    await time.until(time.now() + wait, signal);
  }
}

function waitAfter({ end }: Followed, looks: number, waits: CrawlContext['lookWaits']): number | null {
  if (end.tag === 'skipped') return null;
  if (end.tag === 'failed')
    return nextLook({ result: { ...end, tag: 'no-response' }, retryAfterMs: 0 }, looks, Math.random, waits);
  const { status, headers, date, cut } = end.exchange;
  if (status < 500 && status !== 429 && !cut) return null;
  const result = { tag: 'responded', status, judgement: cut ? 'truncated' : 'server-error' } as const;
  return nextLook(
    { result, retryAfterMs: retryAfterMs(firstHeader(headers, 'retry-after'), date) },
    looks,
    Math.random,
    waits,
  );
}
