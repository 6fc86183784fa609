import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NightTurns } from './night-turns.ts';

const MINUTE = 60_000;

describe('a night that makes way', () => {
  it('does so at once the first time, and then when it has worked as long as it stood still', () => {
    const turns = new NightTurns();
    turns.work(0);
    expect(turns.pausableIn(0)).toBe(0);
    turns.pause(10 * MINUTE);
    expect(turns.isNightsTurn(29 * MINUTE)).toBe(false);
    expect(turns.isNightsTurn(30 * MINUTE)).toBe(true);
    turns.work(33 * MINUTE);
    expect(turns.isNightsTurn(34 * MINUTE)).toBe(false);
    expect(turns.pausableIn(34 * MINUTE)).toBe(22 * MINUTE);
    expect(turns.pausableIn(56 * MINUTE)).toBe(0);
  });

  it('owes the next night nothing', () => {
    const turns = new NightTurns();
    turns.work(0);
    turns.pause(1);
    turns.work(15 * MINUTE);
    turns.end();
    turns.work(16 * MINUTE);
    expect(turns.pausableIn(16 * MINUTE)).toBe(0);
  });

  it('ends, however many ask: it works for as long as it stood still but for the last pause', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 15 * MINUTE }), { maxLength: 200 }), (checks) => {
        const turns = new NightTurns();
        let now = 0;
        let worked = 0;
        let stood = 0;
        let longest = 0;
        const waiting = [...checks];
        turns.work(now);
        while (waiting.length > 0) {
          const stretch = turns.pausableIn(now);
          now += stretch;
          worked += stretch;
          turns.pause(now);
          const begun = now;
          // Whoever waits is served, one after the other, until it is the night's turn.
          while (waiting.length > 0 && !turns.isNightsTurn(now)) now += waiting.shift() ?? 0;
          stood += now - begun;
          longest = Math.max(longest, now - begun);
          turns.work(now);
        }
        expect(longest).toBeLessThan(35 * MINUTE);
        expect(worked).toBeGreaterThanOrEqual(stood - longest);
      }),
    );
  });
});
