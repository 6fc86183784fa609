import { setMaxListeners } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HostClock, type Time, type Turn } from './host-clock.ts';

/** A clock that moves only when somebody waits for it: always to the nearest instant waited for. */
class FakeTime implements Time {
  private instant = 0;
  private waiting: { at: number; wake: () => void }[] = [];
  now = (): number => this.instant;
  until = (at: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      signal.addEventListener('abort', () => reject(signal.reason));
      this.waiting.push({ at, wake: resolve });
    });
  /** Lets everything that is ready run, then moves on; ends when nobody waits. */
  async run(): Promise<void> {
    for (;;) {
      for (let i = 0; i < 50; i++) await Promise.resolve();
      this.waiting.sort((a, b) => a.at - b.at);
      const next = this.waiting.shift();
      if (!next) return;
      this.instant = Math.max(this.instant, next.at);
      next.wake();
    }
  }
}

const never = new AbortController().signal;
setMaxListeners(0, never);

/** Makes requests that last so long and end so; gives their starts. */
async function starts(
  perHost: { inFlight: number; minDelayMs: number; maxDelayMs: number },
  requests: readonly { lasts: number; ok: boolean; retryAfter?: number }[],
): Promise<{ starts: number[]; most: number }> {
  const time = new FakeTime();
  const clock = new HostClock(perHost, time);
  const begun: number[] = [];
  let active = 0;
  let most = 0;
  for (const { lasts, ok, retryAfter } of requests) {
    void (async () => {
      const turn: Turn = await clock.enter('a.example', never);
      begun.push(time.now());
      active += 1;
      most = Math.max(most, active);
      await time.until(time.now() + lasts, never);
      active -= 1;
      turn.leave(ok ? 'answered' : 'overloaded', retryAfter);
    })();
  }
  await time.run();
  return { starts: begun, most };
}

describe('host clock', () => {
  it('keeps the delay from start to start over all slots, and no more than the slots', async () => {
    const request = fc.record({ lasts: fc.nat(2000), ok: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.nat(1000),
        fc.array(request, { maxLength: 12 }),
        async (inFlight, minDelayMs, requests) => {
          const { starts: begun, most } = await starts({ inFlight, minDelayMs, maxDelayMs: 4000 }, requests);
          expect(begun).toHaveLength(requests.length);
          expect(most).toBeLessThanOrEqual(inFlight);
          for (let i = 1; i < begun.length; i++)
            expect((begun[i] ?? 0) - (begun[i - 1] ?? 0)).toBeGreaterThanOrEqual(minDelayMs);
        },
      ),
    );
  });

  it('uses every slot that the delay leaves', async () => {
    const requests = Array.from({ length: 5 }, () => ({ lasts: 500, ok: true }));
    const { starts: begun } = await starts({ inFlight: 2, minDelayMs: 500, maxDelayMs: 4000 }, requests);
    expect(begun).toEqual([0, 500, 1000, 1500, 2000]);
  });

  it('doubles the delay with every failure up to the maximum, and returns to it with an answer', async () => {
    const fails = { lasts: 0, ok: false };
    const { starts: begun } = await starts({ inFlight: 1, minDelayMs: 500, maxDelayMs: 3000 }, [
      ...[fails, fails, fails, fails, fails, { lasts: 0, ok: true }, fails],
    ]);
    expect(begun.map((start, i) => start - (begun[i - 1] ?? 0))).toEqual([0, 500, 1000, 2000, 3000, 3000, 500]);
  });

  it('never lets errors shorten a delay that is longer than the maximum', async () => {
    const fails = { lasts: 0, ok: false };
    const { starts: begun } = await starts({ inFlight: 1, minDelayMs: 500, maxDelayMs: 100 }, [fails, fails, fails]);
    expect(begun).toEqual([0, 500, 1000]);
  });

  it('obeys Retry-After', async () => {
    const { starts: begun } = await starts({ inFlight: 2, minDelayMs: 0, maxDelayMs: 0 }, [
      { lasts: 0, ok: false, retryAfter: 7000 },
      { lasts: 0, ok: true },
      { lasts: 0, ok: true },
    ]);
    expect(begun.filter((start) => start > 0)).toEqual(begun.slice(-1).map(() => 7000));
  });

  it('holds up only the host that fails, and gives it up after a long streak', async () => {
    const time = new FakeTime();
    const clock = new HostClock({ inFlight: 1, minDelayMs: 0, maxDelayMs: 1000 }, time);
    const fail = async (host: string) => (await clock.enter(host, never)).leave('overloaded');
    for (let i = 0; i < 6; i++) {
      const failing = fail('bad.example');
      await time.run();
      await failing;
    }
    const before = time.now();
    (await clock.enter('good.example', never)).leave('answered');
    expect(time.now()).toBe(before);
    expect([clock.givenUp('bad.example', 1), clock.givenUp('bad.example', 0)]).toEqual([true, false]);
    expect(clock.givenUp('good.example', 1)).toBe(false);
  });

  it('counts what failed at once as one failure', async () => {
    const time = new FakeTime();
    const clock = new HostClock({ inFlight: 16, minDelayMs: 0, maxDelayMs: 1000 }, time);
    const turns = await Promise.all(Array.from({ length: 16 }, () => clock.enter('a.example', never)));
    for (const turn of turns) turn.leave('overloaded');
    expect(clock.givenUp('a.example', 1)).toBe(false);
  });

  it('stops waiting when the crawl stops', async () => {
    const clock = new HostClock({ inFlight: 1, minDelayMs: 0, maxDelayMs: 0 }, new FakeTime());
    await clock.enter('a.example', never);
    const stop = new AbortController();
    const waiting = clock.enter('a.example', stop.signal);
    stop.abort();
    await expect(waiting).rejects.toThrow();
  });
});
