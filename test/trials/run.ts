import type { Miss, Tally } from './judge.ts';
import { tryWorld } from './judge.ts';
import { mishapsFor } from './mishaps.ts';
import { SHAPES } from './shapes/index.ts';
import { inventWorld } from './world.ts';

export interface Outcome {
  readonly messages: Map<string, Tally>;
  readonly deductions: { right: number; wrong: number; missed: number };
  decoys: number;
  worlds: number;
}

/** Tries so many worlds, each printed in one make in turn, judged by both rulebooks in turn. */
export async function tryMany(from: number, count: number, outOfOrder = 0): Promise<Outcome> {
  const outcome: Outcome = { messages: new Map(), deductions: { right: 0, wrong: 0, missed: 0 }, decoys: 0, worlds: 0 };
  const makes = Object.keys(SHAPES);
  for (let i = from; i < from + count; i += 1) {
    const rulebook = i % 3 === 0 ? 'linzi-2023' : 'linzi-default';
    const mishap = outOfOrder > 0 ? mishapsFor(`t${i}`, outOfOrder) : undefined;
    const trial = await tryWorld(inventWorld(`t${i}`), makes[i % makes.length] ?? 'trs', rulebook, mishap);
    outcome.worlds += 1;
    outcome.decoys += trial.decoys;
    for (const key of ['right', 'wrong', 'missed'] as const) outcome.deductions[key] += trial.deductions[key];
    for (const [message, tally] of trial.messages) {
      const sum = outcome.messages.get(message) ?? { right: 0, accused: [], missed: [], inconclusive: 0, silent: [] };
      outcome.messages.set(message, sum);
      sum.right += tally.right;
      sum.inconclusive += tally.inconclusive;
      sum.accused.push(...tally.accused);
      sum.missed.push(...tally.missed);
      sum.silent.push(...tally.silent);
    }
  }
  return outcome;
}

/** One line for those who have to find out why. */
export const told = ({ world, unit, message, case: one, verdicts }: Miss): string =>
  `${world.seed} ${world.asOf} ${world.period} ${unit} ${message} [${one?.state} ${one?.how}] ${verdicts.map((v) => `${v.verdict}${v.message ? `/${v.message}` : ''}${v.advisory ? '*' : ''} ${v.subject}: ${v.text}`).join(' | ')}`;

interface Found {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}
/** Of what was said, how much was right; 1 where nothing was said. */
export const precisionOf = ({ right, wrong }: Found): number => (right + wrong === 0 ? 1 : right / (right + wrong));
/** Of what was wrong with the units, how much was said; 1 where nothing was. */
export const recallOf = ({ right, missed }: Found): number => (right + missed === 0 ? 1 : right / (right + missed));

/** The figures by message and in all, as a table in Markdown. */
export function table({ messages, deductions, decoys, worlds }: Outcome): string {
  const line = (name: string, found: Found): string =>
    `| ${name} | ${found.right + found.missed} | ${found.right} | ${found.wrong} | ${precisionOf(found).toFixed(3)} | ${recallOf(found).toFixed(3)} |`;
  const rows = [...messages]
    .filter(([message]) => !message.endsWith('/?'))
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([message, { right, accused, missed }]) =>
      line(message, { right, wrong: accused.length, missed: missed.length }),
    );
  return [
    `${worlds} worlds, ${decoys} decoys`,
    '| message | faults | found | wrong | precision | recall |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    line('deductions (unit and group)', deductions),
  ].join('\n');
}
