import { beforeAll, describe, expect, it } from 'vitest';
import { type Outcome, precisionOf, recallOf, table, told, tryMany } from './run.ts';

/** So many worlds; `TRIALS=140` tries more and prints the figures by message. */
const COUNT = Number(process.env.TRIALS ?? 14);
const DAMAGED = Math.max(7, Math.floor(COUNT / 4));
const LONG = 60_000 + COUNT * 15_000;

describe('districts and quarters that nobody has seen', () => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await tryMany(0, COUNT);
    if (process.env.TRIALS) console.log(table(outcome));
  }, LONG);
  const all = () => [...outcome.messages.values()];

  it('are judged rightly: hardly a deducting finding is wrong, hardly a fault is missed', () => {
    expect(outcome.deductions.right).toBeGreaterThan(COUNT * 5);
    expect(precisionOf(outcome.deductions)).toBeGreaterThanOrEqual(0.99);
    expect(recallOf(outcome.deductions)).toBeGreaterThanOrEqual(0.95);
    for (const [message, tally] of outcome.messages) {
      const found = { right: tally.right, wrong: tally.accused.length, missed: tally.missed.length };
      // Where a message is rare one miss is much of it.
      const few = 1 / Math.max(1, tally.right + tally.missed.length);
      expect(precisionOf(found), message).toBeGreaterThanOrEqual(0.99);
      expect(recallOf(found), message).toBeGreaterThanOrEqual(Math.min(0.95, 1 - few));
    }
  });

  it('accuse nobody of what is in order and only looks otherwise', () => {
    expect(outcome.decoys).toBeGreaterThan(COUNT * 5);
    expect(all().flatMap(({ accused }) => accused.map(told))).toEqual([]);
  });
});

describe('the same, with pages out of reach', () => {
  it(
    'accuses nobody, and says of every fault that it did not find that it does not know',
    async () => {
      const { messages, deductions } = await tryMany(1000, DAMAGED, 6);
      const all = [...messages.values()];
      expect(deductions.right).toBeGreaterThan(0);
      expect(all.flatMap(({ accused }) => accused.map(told))).toEqual([]);
      expect(all.flatMap(({ silent }) => silent.map(told))).toEqual([]);
    },
    LONG,
  );
});
