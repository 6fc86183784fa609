import type { CrawlManners } from '../model/plan.ts';
import { LONGEST_RETRY_AFTER } from './next-look.ts';

/** Monotonic milliseconds, and waiting until one of them. Waiting rejects when the signal aborts. */
export interface Time {
  now(): number;
  until(instant: number, signal: AbortSignal): Promise<void>;
}

/** Permission for one request; to be given back with what became of it. */
export interface Turn {
  /** The host has failed so often that this turn is for asking whether it is there at all, not for the address. */
  readonly probe: boolean;
  /** To be called when the request goes out, which may be later than the turn: the next delay counts from there. */
  sent(): void;
  /** `overloaded`: no answer, or one that says that the host has trouble. */
  leave(outcome: 'answered' | 'overloaded', retryAfterMs?: number): void;
}

/** When a host that fails is left alone, and for how long. */
export interface CoolDown {
  /** Failures in a row after which it is asked for nothing but a sign of life. */
  readonly streak: number;
  /** Milliseconds of peace after the first sign of life that does not come; each further one doubles them. */
  readonly firstMs: number;
  /** After so many times of peace the host is given up for the run. */
  readonly times: number;
}
export const COOL_DOWN: CoolDown = { streak: 6, firstMs: 60_000, times: 3 };

/** From which delay errors start to double it where the plan sets less, in milliseconds. */
const BACK_OFF_FROM = 100;

interface Host {
  active: number;
  lastStart: number;
  /** What its robots.txt asks for. */
  crawlDelayMs: number;
  failures: number;
  /** Requests that started before this moment tell of the same trouble and are not counted again. */
  countedAt: number;
  coolDowns: number;
  notBefore: number;
  /** The order of those who wait: each goes after the request of the one before it has gone out. */
  line: Promise<void>;
  freed: (() => void)[];
}

/**
 * Paces requests to each host: how many at once, and the least delay from start to start over all slots. Errors lengthen
 * the delay, doubling up to the maximum, and only an answer brings it back. A host that goes on failing is asked for one
 * sign of life at a time, with longer and longer pauses, and then given up; other hosts are not held up.
 */
export class HostClock {
  private readonly manners: CrawlManners['perHost'];
  private readonly time: Time;
  private readonly coolDown: CoolDown;
  private readonly hosts = new Map<string, Host>();

  constructor(manners: CrawlManners['perHost'], time: Time, coolDown: CoolDown = COOL_DOWN) {
    this.manners = manners;
    this.time = time;
    this.coolDown = coolDown;
  }

  /** Waits until a request to the host may start; null where the host was given up. Rejects when the signal aborts. */
  async enter(name: string, signal: AbortSignal): Promise<Turn | null> {
    const host = this.host(name);
    const before = host.line;
    let gone = (): void => {};
    host.line = new Promise((resolve) => {
      gone = resolve;
    });
    try {
      await before;
      for (;;) {
        signal.throwIfAborted();
        if (this.isGivenUp(host)) break;
        if (host.active >= this.slots(host)) await this.aSlotIsFreed(host, signal);
        else if (this.due(host) > this.time.now()) await this.time.until(this.due(host), signal);
        else return this.start(host, gone);
      }
    } catch (error) {
      gone();
      throw error;
    }
    gone();
    return null;
  }

  /** Whether the host has failed so long that nothing more is asked of it in this run. */
  givenUp(name: string): boolean {
    return this.isGivenUp(this.host(name));
  }

  /** The delay that the host itself asks for; obeyed up to the plan's longest. */
  slowDown(name: string, crawlDelayMs: number): void {
    this.host(name).crawlDelayMs = Math.min(crawlDelayMs, this.manners.maxDelayMs);
  }

  private start(host: Host, gone: () => void): Turn {
    const probe = this.isSuspect(host);
    host.lastStart = this.time.now();
    host.active += 1;
    const startedAt = host.lastStart;
    return {
      probe,
      sent: () => {
        host.lastStart = Math.max(host.lastStart, this.time.now());
        gone();
      },
      leave: (outcome, retryAfterMs = 0) => {
        gone();
        this.leave(host, { startedAt, probe }, outcome, retryAfterMs);
      },
    };
  }

  private leave(
    host: Host,
    { startedAt, probe }: { startedAt: number; probe: boolean },
    outcome: 'answered' | 'overloaded',
    retryAfterMs: number,
  ): void {
    const now = this.time.now();
    host.active -= 1;
    if (outcome === 'answered') {
      host.failures = 0;
      host.coolDowns = 0;
    } else if (probe) {
      host.coolDowns += 1;
      host.notBefore = now + this.coolDown.firstMs * 2 ** (host.coolDowns - 1);
    } else if (startedAt > host.countedAt) {
      host.failures += 1;
      host.countedAt = now;
    }
    // Who wants to be left alone for hours is not waited for request by request.
    if (retryAfterMs > LONGEST_RETRY_AFTER) host.failures = Math.max(host.failures, this.coolDown.streak);
    host.notBefore = Math.max(host.notBefore, now + Math.min(retryAfterMs, LONGEST_RETRY_AFTER));
    for (const wake of host.freed.splice(0)) wake();
  }

  private readonly isSuspect = ({ failures }: Host): boolean => failures >= this.coolDown.streak;
  private readonly isGivenUp = ({ coolDowns }: Host): boolean => coolDowns > this.coolDown.times;

  private slots(host: Host): number {
    return this.isSuspect(host) ? 1 : this.manners.inFlight;
  }

  private due(host: Host): number {
    return Math.max(host.lastStart + this.delay(host), host.notBefore);
  }

  private delay({ failures, crawlDelayMs }: Host): number {
    const least = Math.max(this.manners.minDelayMs, crawlDelayMs);
    if (failures === 0) return least;
    const longer = Math.max(least, BACK_OFF_FROM) * 2 ** (failures - 1);
    return Math.max(least, Math.min(longer, this.manners.maxDelayMs));
  }

  private aSlotIsFreed(host: Host, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        signal.removeEventListener('abort', wake);
        resolve();
      };
      signal.addEventListener('abort', wake);
      host.freed.push(wake);
    });
  }

  private host(name: string): Host {
    let host = this.hosts.get(name);
    if (!host) {
      host = {
        active: 0,
        lastStart: -Infinity,
        crawlDelayMs: 0,
        failures: 0,
        countedAt: -Infinity,
        coolDowns: 0,
        notBefore: -Infinity,
        line: Promise.resolve(),
        freed: [],
      };
      this.hosts.set(name, host);
    }
    return host;
  }
}
