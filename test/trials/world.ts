import { randomFor } from '../../demo/random.ts';
import type { Topic } from '../../src/model/topic.ts';
import { later, monthEnd } from './days.ts';
import { inventPlace, inventUnits } from './names.ts';
import { doubleRandomCase } from './topics/double-random.ts';
import { enforcementCase } from './topics/enforcement.ts';
import { guideCase, type Scene } from './topics/guide.ts';
import { leadershipCase } from './topics/leadership.ts';
import { otherCases } from './topics/others.ts';
import { periodicCase } from './topics/periodic.ts';
import { policyCase } from './topics/policy.ts';
import { reportCase } from './topics/report.ts';
import type { Case, TrialUnit, World } from './types.ts';

/** A district, a quarter and the truth about both, out of a seed alone. */
export function inventWorld(seed: string): World {
  const random = randomFor(`world ${seed}`);
  const place = inventPlace(random);
  const n = random.int(0, 15);
  const [year, index] = [2022 + Math.floor((n + 3) / 4), ((n + 3) % 4) + 1];
  const first = `${year}-${String(index * 3 - 2).padStart(2, '0')}-01` as Scene['asOf'];
  const last = monthEnd(year, index * 3);
  // Within the quarter or some weeks after it.
  const asOf = random.chance(4) ? later(last, -random.int(5, 40)) : later(last, random.int(10, 75));
  const units = inventUnits(random, place).map((unit) => {
    const scene: Scene = { random: randomFor(`unit ${seed} ${unit.id}`), place, unit, asOf, quarter: [first, last] };
    return { unit, cases: casesOf(scene, unit) };
  });
  return { seed, place, asOf, period: `${year}Q${index}`, units };
}

function casesOf(scene: Scene, _unit: TrialUnit): Case[] {
  const cases: Case[] = [guideCase, policyCase, leadershipCase, reportCase, enforcementCase, doubleRandomCase].flatMap(
    (make) => make(scene) ?? [],
  );
  cases.push(...otherCases(scene));
  const taken = new Set<Topic>();
  for (let i = 0; i < 2; i += 1) {
    const made = periodicCase(scene, taken);
    for (const { topic } of made?.columns ?? []) taken.add(topic);
    if (made) cases.push(made);
  }
  return cases;
}
