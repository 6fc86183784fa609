import type { CrawlManners } from '../model/plan.ts';

/** Monotonic milliseconds, and waiting until one of them. Waiting rejects when the signal aborts. */
export interface Time {
  now(): number;
  until(instant: number, signal: AbortSignal): Promise<void>;
}

/** Permission for one request; to be given back with what became of it. */
export interface Turn {
  /** `overloaded`: no answer, or one that says that the host has trouble. */
  leave(outcome: 'answered' | 'overloaded', retryAfterMs?: number): void;
}

/** From which delay errors start to double it where the plan sets less, in milliseconds. */
const BACK_OFF_FROM = 100;
/** After this many failures in a row nothing is tried again there, and after the second number nothing at all. */
const STREAK_WITHOUT_RETRIES = 6;
const STREAK_OF_A_DEAD_HOST = 20;
/** A Retry-After is obeyed up to this, so that one odd header does not cost the night. */
const LONGEST_RETRY_AFTER = 15 * 60_000;

interface Host {
  active: number;
  lastStart: number;
  failures: number;
  /** Requests that started before this moment tell of the same trouble and are not counted again. */
  countedAt: number;
  notBefore: number;
  /** The order of those who wait: each goes after the one before it has gone. */
  line: Promise<void>;
  freed: (() => void)[];
}

/**
 * Paces requests to each host: how many at once, and the least delay from start to start over all slots. Errors lengthen
 * the delay, doubling up to the maximum, and only an answer brings it back; other hosts are not held up.
 */
export class HostClock {
  private readonly manners: CrawlManners['perHost'];
  private readonly time: Time;
  private readonly hosts = new Map<string, Host>();

  constructor(manners: CrawlManners['perHost'], time: Time) {
    this.manners = manners;
    this.time = time;
  }

  /** Waits until a request to the host may start. Rejects when the signal aborts. */
  async enter(name: string, signal: AbortSignal): Promise<Turn> {
    const host = this.host(name);
    const before = host.line;
    let gone = (): void => {};
    host.line = new Promise((resolve) => {
      gone = resolve;
    });
    try {
      await before;
      await this.slot(host, signal);
      for (let due = this.due(host); due > this.time.now(); due = this.due(host)) await this.time.until(due, signal);
      signal.throwIfAborted();
      host.lastStart = this.time.now();
      host.active += 1;
    } finally {
      gone();
    }
    const startedAt = host.lastStart;
    return { leave: (outcome, retryAfterMs = 0) => this.leave(host, startedAt, outcome, retryAfterMs) };
  }

  /**
   * Whether the host has failed so long that an address with this many tries behind it is to be given up unasked.
   * Any answer from the host ends that.
   */
  givenUp(name: string, tries: number): boolean {
    return this.host(name).failures >= (tries > 0 ? STREAK_WITHOUT_RETRIES : STREAK_OF_A_DEAD_HOST);
  }

  private leave(host: Host, startedAt: number, outcome: 'answered' | 'overloaded', retryAfterMs: number): void {
    const now = this.time.now();
    host.active -= 1;
    if (outcome === 'answered') host.failures = 0;
    else if (startedAt > host.countedAt) {
      host.failures += 1;
      host.countedAt = now;
    }
    host.notBefore = Math.max(host.notBefore, now + Math.min(retryAfterMs, LONGEST_RETRY_AFTER));
    for (const wake of host.freed.splice(0)) wake();
  }

  private due(host: Host): number {
    return Math.max(host.lastStart + this.delay(host), host.notBefore);
  }

  private delay({ failures }: Host): number {
    const { minDelayMs, maxDelayMs } = this.manners;
    if (failures === 0) return minDelayMs;
    const longer = Math.max(minDelayMs, BACK_OFF_FROM) * 2 ** (failures - 1);
    return Math.max(minDelayMs, Math.min(longer, maxDelayMs));
  }

  private async slot(host: Host, signal: AbortSignal): Promise<void> {
    while (host.active >= this.manners.inFlight) {
      signal.throwIfAborted();
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          signal.removeEventListener('abort', wake);
          resolve();
        };
        signal.addEventListener('abort', wake);
        host.freed.push(wake);
      });
    }
  }

  private host(name: string): Host {
    let host = this.hosts.get(name);
    if (!host) {
      host = {
        active: 0,
        lastStart: -Infinity,
        failures: 0,
        countedAt: -Infinity,
        notBefore: -Infinity,
        line: Promise.resolve(),
        freed: [],
      };
      this.hosts.set(name, host);
    }
    return host;
  }
}
