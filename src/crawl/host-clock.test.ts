import { setMaxListeners } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HostClock, type Time } from './host-clock.ts';

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
      const turn = await clock.enter('a.example', never);
      if (turn === null) return;
      turn.sent();
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

  const rules = { inFlight: 4, minDelayMs: 100, maxDelayMs: 1000 };
  const coolDown = { streak: 3, firstMs: 60_000, times: 2 };
  /** Makes one request after the other, each ending so; gives when each began and whether it was a sign of life. */
  const inTurn = async (clock: HostClock, time: FakeTime, ends: readonly ('answered' | 'overloaded')[]) => {
    const seen: (readonly [at: number, probe: boolean] | null)[] = [];
    for (const end of ends) {
      const entering = clock.enter('bad.example', never);
      await time.run();
      const turn = await entering;
      seen.push(turn && [time.now(), turn.probe]);
      turn?.leave(end);
    }
    return seen;
  };
  const fails = (n: number) => Array.from({ length: n }, () => 'overloaded' as const);

  it('asks a host that keeps failing for signs of life, ever more seldom, and then gives it up', async () => {
    const time = new FakeTime();
    const clock = new HostClock(rules, time, coolDown);
    expect(await inTurn(clock, time, fails(7))).toEqual([
      [0, false],
      [100, false],
      [300, false],
      [700, true],
      [60_700, true],
      [180_700, true],
      null,
    ]);
    expect([clock.givenUp('bad.example'), clock.givenUp('good.example')]).toEqual([true, false]);
    const entering = clock.enter('good.example', never);
    expect(await entering).toMatchObject({ probe: false });
    expect(time.now()).toBe(180_700);
  });

  it('takes a host back with the first sign of life', async () => {
    const time = new FakeTime();
    const clock = new HostClock(rules, time, coolDown);
    const seen = await inTurn(clock, time, [...fails(4), 'answered', 'answered', 'answered']);
    expect(seen.map((one) => one?.[1])).toEqual([false, false, false, true, true, false, false]);
    const [, , , , , after, next] = seen;
    expect((next?.[0] ?? 0) - (after?.[0] ?? 0)).toBe(rules.minDelayMs);
  });

  it('asks for one sign of life at a time', async () => {
    const time = new FakeTime();
    const clock = new HostClock(rules, time, coolDown);
    await inTurn(clock, time, fails(3));
    const first = clock.enter('bad.example', never);
    await time.run();
    const turn = await first;
    turn?.sent();
    let entered = false;
    void clock.enter('bad.example', never).then(() => {
      entered = true;
    });
    await time.run();
    expect(entered).toBe(false);
    turn?.leave('answered');
    await time.run();
    expect(entered).toBe(true);
  });

  it('leaves a host alone that wants to be left alone for longer than is waited', async () => {
    const time = new FakeTime();
    const clock = new HostClock(rules, time, coolDown);
    (await clock.enter('a.example', never))?.leave('overloaded', 24 * 3_600_000);
    const entering = clock.enter('a.example', never);
    await time.run();
    expect(await entering).toMatchObject({ probe: true });
    expect(time.now()).toBe(15 * 60_000);
  });

  it('counts what failed at once as one failure', async () => {
    const time = new FakeTime();
    const clock = new HostClock({ inFlight: 16, minDelayMs: 0, maxDelayMs: 1000 }, time, coolDown);
    const turns = [];
    for (let i = 0; i < 16; i++) {
      const turn = await clock.enter('a.example', never);
      turn?.sent();
      turns.push(turn);
    }
    for (const turn of turns) turn?.leave('overloaded');
    const entering = clock.enter('a.example', never);
    await time.run();
    expect(await entering).toMatchObject({ probe: false });
  });

  it('obeys the delay of robots.txt where it is the longer one, up to the longest of the plan', async () => {
    for (const [asked, kept] of [
      [50, 100],
      [700, 700],
      [5000, 1000],
    ] as const) {
      const time = new FakeTime();
      const clock = new HostClock(rules, time);
      clock.slowDown('bad.example', asked);
      const [first, second] = await inTurn(clock, time, ['answered', 'answered']);
      expect((second?.[0] ?? 0) - (first?.[0] ?? 0)).toBe(kept);
    }
  });

  it('counts the delay from when a request went out, not from when it was allowed', async () => {
    const time = new FakeTime();
    const clock = new HostClock(rules, time);
    const turn = await clock.enter('a.example', never);
    const next = clock.enter('a.example', never);
    // Connecting takes its time.
    void time.until(70, never).then(() => turn?.sent());
    await time.run();
    await next;
    expect(time.now()).toBe(170);
  });

  it('stops waiting when the crawl stops', async () => {
    const clock = new HostClock({ inFlight: 1, minDelayMs: 0, maxDelayMs: 0 }, new FakeTime());
    (await clock.enter('a.example', never))?.sent();
    const stop = new AbortController();
    const waiting = clock.enter('a.example', stop.signal);
    stop.abort();
    await expect(waiting).rejects.toThrow();
  });
});
