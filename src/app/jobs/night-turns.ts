const MINUTE = 60_000;
/** A night stands still for others for so long; a check that has begun is ended. */
const LONGEST_PAUSE = 20 * MINUTE;
/** And then goes on for at least so long: each start costs a few requests. */
const SHORTEST_STRETCH = MINUTE;

/**
 * When a night in hand makes way for checks that people wait for. At first at once; afterwards when it has worked for as
 * long as it stood still the last time, and it stands still for a limited time. So it has about half of the time at
 * least, and ends however many ask. Instants are epoch milliseconds.
 */
export class NightTurns {
  #pausedAt: number | null = null;
  #notBefore = Number.NEGATIVE_INFINITY;

  /** The night stands still from now on. */
  pause(now: number): void {
    this.#pausedAt = now;
  }

  /** The night is begun, or goes on. */
  work(now: number): void {
    if (this.#pausedAt !== null) this.#notBefore = now + Math.max(now - this.#pausedAt, SHORTEST_STRETCH);
    this.#pausedAt = null;
  }

  /** The night is over: the next one owes nothing to what this one waited for. */
  end(): void {
    this.#pausedAt = null;
    this.#notBefore = Number.NEGATIVE_INFINITY;
  }

  /** Milliseconds until a night at work may be paused; 0: at once. */
  pausableIn(now: number): number {
    return Math.max(0, this.#notBefore - now);
  }

  /** Whether a night that stands still goes on before whatever else waits. */
  isNightsTurn(now: number): boolean {
    return this.#pausedAt !== null && now - this.#pausedAt >= LONGEST_PAUSE;
  }
}
