import type { Address, Change, Counts } from './layout.ts';

/** When requests to one host began, by the server's clock. */
export interface Pace {
  readonly requests: number;
  /** From the first to the last beginning, in milliseconds. */
  readonly ms: number;
  /** Between two beginnings, in milliseconds: the smallest time, that of the hundredth part, and the median. */
  readonly gapsMs: { readonly smallest: number; readonly hundredth: number; readonly median: number };
}

export interface SiteReport {
  readonly requests: number;
  /** Requests by kind of page and status: `article 200`. */
  readonly answers: Readonly<Record<string, number>>;
  readonly bytes: number;
  /** List and article pages that were sent whole (200), each counted once. */
  readonly pages: number;
  /** List and article pages sent whole more than once. */
  readonly again: number;
  /** Changed articles that were sent whole. */
  readonly found: { readonly traced: number; readonly untraced: number };
  readonly pace: Readonly<Record<string, Pace>>;
  /** What there is to find. */
  readonly counts: Counts;
}

/** What the site was asked for since the log was last cleared. */
export class SiteLog {
  private requests = 0;
  private bytes = 0;
  private again = 0;
  private readonly answers = new Map<string, number>();
  private readonly whole = new Set<string>();
  private readonly found = { traced: 0, untraced: 0 };
  private readonly hosts = new Map<string, number[]>();

  /** `at`: monotonic milliseconds at which the request was read. */
  began(host: string, at: number): void {
    this.requests += 1;
    const known = this.hosts.get(host);
    if (known) known.push(at);
    else this.hosts.set(host, [at]);
  }

  answered(path: string, kind: Address['kind'] | 'other', status: number, bytes: number, change: Change): void {
    const key = `${kind} ${status}`;
    this.answers.set(key, (this.answers.get(key) ?? 0) + 1);
    this.bytes += bytes;
    if (status !== 200 || (kind !== 'list' && kind !== 'article')) return;
    if (this.whole.has(path)) {
      this.again += 1;
      return;
    }
    this.whole.add(path);
    if (change === 'edited-in-place') this.found.untraced += 1;
    else if (change !== 'none') this.found.traced += 1;
  }

  report(counts: Counts): SiteReport {
    return {
      requests: this.requests,
      answers: Object.fromEntries(this.answers),
      bytes: this.bytes,
      pages: this.whole.size,
      again: this.again,
      found: { ...this.found },
      pace: Object.fromEntries([...this.hosts].map(([host, beginnings]) => [host, paceOf(beginnings)])),
      counts,
    };
  }
}

function paceOf(beginnings: readonly number[]): Pace {
  const gaps = beginnings.slice(1).map((at, i) => at - (beginnings[i] ?? at));
  gaps.sort((a, b) => a - b);
  const at = (share: number): number => gaps[Math.floor(gaps.length * share)] ?? 0;
  return {
    requests: beginnings.length,
    ms: (beginnings.at(-1) ?? 0) - (beginnings[0] ?? 0),
    gapsMs: { smallest: at(0), hundredth: at(0.01), median: at(0.5) },
  };
}
