import { firstHeader } from './answer-collector.ts';
import { classify, pageText } from './classify.ts';
import type { CrawlContext } from './context.ts';
import { follow } from './follow.ts';
import type { Specimen } from './not-there.ts';
import { exchangeRecords, failureRecord } from './warc-drafts.ts';

/**
 * Asks for an address only to see how the site answers, with all manners; everything is kept as evidence. Null where no
 * page came with a success, or one that refuses: a host in trouble says the same of all addresses.
 */
export async function specimenOf(
  url: string,
  { http, clock, gate, plan, evidence, recorder, signal, now }: Omit<CrawlContext, 'notThere'>,
): Promise<Specimen | null> {
  const { caps } = plan.crawl;
  const { hops, end, finalUrl, date } = await follow(url, { http, clock, caps, signal, may: (a) => gate.may(a) });
  const failure = end.tag === 'answered' ? [] : [failureRecord(url, date || now().toISOString(), { ...end })];
  const records = [...hops.flatMap((hop, index) => exchangeRecords(hop, index * 2)), ...failure];
  await recorder.keep({ task: null, outcome: 'done', records, captures: [] });
  if (end.tag !== 'answered' || end.exchange.cut) return null;
  const { status, headers, payload } = end.exchange;
  const contentType = firstHeader(headers, 'content-type');
  const decoded = await evidence.decode(headers, payload, caps.pageBytes);
  const body = decoded.ok ? decoded.body : null;
  const page = pageText(contentType, body);
  if (page === null) return null;
  const { home } = plan.site;
  const judgement = classify({ url, finalUrl: url, status, contentType, body, page, home, mayRender: true });
  return judgement === 'ok' || judgement === 'soft-404' ? { finalUrl, html: page.html } : null;
}
