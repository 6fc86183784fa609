import type { PeerName } from './peers.ts';
import type { SiteReport } from './site/log.ts';

/** One crawl of one peer on one day. */
export interface Row {
  readonly peer: PeerName;
  readonly pages: number;
  readonly round: number;
  readonly day: number;
  readonly exit: number | string;
  /** Seconds. */
  readonly wall: number;
  readonly cpu: number;
  /** MB (10^6) of the largest process; null where unknown. */
  readonly peakMb: number | null;
  /** Of list and article pages: all asked for, sent whole, unchanged (304). */
  readonly requests: number;
  readonly whole: number;
  readonly unchanged: number;
  readonly bytes: number;
  /** Every list and article page of the site was sent at least once. */
  readonly complete: boolean;
  /** Changed articles that were sent, and how many there are. */
  readonly found: { readonly traced: number; readonly untraced: number };
  readonly toFind: { readonly traced: number; readonly untraced: number };
}

/** What the site's own log says of a crawl. */
export function fromReport(
  report: SiteReport,
): Omit<Row, 'peer' | 'pages' | 'round' | 'day' | 'exit' | 'wall' | 'cpu' | 'peakMb'> {
  const { answers, counts, found, bytes, pages } = report;
  const count = (status: number): number => (answers[`list ${status}`] ?? 0) + (answers[`article ${status}`] ?? 0);
  return {
    requests: count(200) + count(304) + count(404),
    whole: count(200),
    unchanged: count(304),
    bytes,
    complete: pages >= counts.lists + counts.articles,
    found,
    toFind: { traced: counts.traced, untraced: counts.untraced },
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Median of the ratios of two rows taken within a round; null where no round has both. */
export function paired(
  rows: readonly Row[],
  of: (row: Row) => boolean,
  to: (row: Row) => boolean,
  value: (row: Row) => number,
): number | null {
  const ratios = rows.filter(of).flatMap((row) => {
    const other = rows.find((candidate) => candidate.round === row.round && to(candidate));
    return other ? [value(row) / value(other)] : [];
  });
  return ratios.length === 0 ? null : median(ratios);
}
