import type { RunCost } from '../store/runs.ts';

interface Spenders {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly http: { readonly requests: number; readonly bytes: number };
}

/** What the crawl spends: requests, bytes, processor and wall clock, told in portions. */
export class CostMeter {
  private readonly spenders: Spenders;
  private last: RunCost;
  /** Milliseconds of processor that the browser's processes have used so far. */
  browserCpuMs = 0;

  constructor(spenders: Spenders) {
    this.spenders = spenders;
    this.last = this.total();
  }

  /** What was spent since it was last asked. */
  take(): RunCost {
    const before = this.last;
    const now = this.total();
    this.last = now;
    return {
      requests: now.requests - before.requests,
      bytes: now.bytes - before.bytes,
      cpuMs: now.cpuMs - before.cpuMs,
      browserCpuMs: now.browserCpuMs - before.browserCpuMs,
      ms: now.ms - before.ms,
    };
  }

  private total(): RunCost {
    const { now, http } = this.spenders;
    const { user, system } = process.cpuUsage();
    const { requests, bytes } = http;
    return {
      ...{ requests, bytes, browserCpuMs: Math.round(this.browserCpuMs) },
      cpuMs: Math.round((user + system) / 1000),
      ms: Math.round(now()),
    };
  }
}
