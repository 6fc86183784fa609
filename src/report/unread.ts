import { TOPICS } from '../model/topic.ts';
import type { UnreadPart } from '../model/unread.ts';
import type { Verdict } from '../model/verdict.ts';
import { NOT_APPLICABLE, WHYS } from '../model/why.ts';
import type { UnreadItem, UnreadReason } from './report-model.ts';

const REASON_WORDS: Readonly<Record<string, string>> = { ...WHYS, ...NOT_APPLICABLE };

/**
 * What of one unit could not be read, by reason and page: first what stopped checks, each page once with every topic
 * it concerns, then the parts that no verdict speaks of.
 */
export function unreadOf(verdicts: readonly Verdict[], parts: readonly UnreadPart[]): UnreadReason[] {
  const reasons = new Map<string, Map<string, UnreadItem>>();
  const named = new Set<string | null>();
  for (const verdict of verdicts) {
    if (verdict.verdict !== 'inconclusive') continue;
    const title = REASON_WORDS[verdict.reason ?? ''] ?? '未能判定';
    const items = reasons.get(title) ?? new Map<string, UnreadItem>();
    reasons.set(title, items);
    for (const [url, capturedAt] of pagesOf(verdict)) {
      named.add(url);
      const known = items.get(url ?? '');
      items.set(url ?? '', {
        url,
        topics: withOne(known?.topics, TOPICS[verdict.topic]),
        texts: withOne(known?.texts, verdict.text),
        capturedAt: latest(known?.capturedAt ?? null, capturedAt),
      });
    }
  }
  for (const { url, why, topic, text, capturedAt } of parts) {
    if (named.has(url)) continue;
    const items = reasons.get(WHYS[why]) ?? new Map<string, UnreadItem>();
    reasons.set(WHYS[why], items);
    const known = items.get(url);
    items.set(url, {
      url,
      topics: withOne(known?.topics, TOPICS[topic]),
      texts: withOne(known?.texts, text),
      capturedAt: latest(known?.capturedAt ?? null, capturedAt),
    });
  }
  return [...reasons].map(([title, items]) => ({ title, items: [...items.values()] }));
}

function pagesOf(verdict: Verdict): [url: string | null, capturedAt: string | null][] {
  if (verdict.evidence.length === 0) return [[verdict.column, null]];
  return verdict.evidence.map((ref) => [ref.url, ref.capturedAt]);
}

const withOne = (list: readonly string[] | undefined, one: string): readonly string[] => [
  ...new Set([...(list ?? []), one]),
];

const latest = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;
