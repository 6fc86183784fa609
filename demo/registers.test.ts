import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import applications from '../checks/applications/check.ts';
import rectification from '../checks/rectification/check.ts';
import submissions from '../checks/submissions/check.ts';
import tasks from '../checks/tasks/check.ts';
import type { AnyCheck } from '../src/audit/check.ts';
import { prepareChecks } from '../src/audit/registry.ts';
import { auditUnits } from '../src/audit/runner.ts';
import { workCalendar } from '../src/calendar/work-calendar.ts';
import { loadRulebook } from '../src/config/rulebook.ts';
import { loadTargets } from '../src/config/targets.ts';
import type { CivilDate } from '../src/model/civil-date.ts';
import { period } from '../src/model/period.ts';
import type { Deduction } from '../src/model/score.ts';
import type { Verdict } from '../src/model/verdict.ts';
import { loadRegisters, registerFiles } from '../src/registers/load.ts';
import { BULLETIN_2023Q2 } from '../src/score/bulletin-2023q2.fixture.ts';
import { score } from '../src/score/score.ts';
import { buildDistrict } from './district.ts';
import { registersOf } from './registers.ts';
import { targetsYaml } from './targets.ts';

const PORT = 8666;
const ORIGIN = `http://linzi.localhost:${PORT}`;
let folder = '';
let deductions: readonly Deduction[] = [];
let verdicts: readonly Verdict[] = [];
let nameOf: (unit: string) => string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demo-registers-'));
  const district = buildDistrict();
  const targets = join(folder, 'targets.yml');
  writeFileSync(targets, targetsYaml(district, PORT));
  const plan = loadTargets(targets);
  rmSync(targets);
  for (const [file, text] of Object.entries(registersOf(district, ORIGIN))) writeFileSync(join(folder, file), text);
  const registers = await loadRegisters(folder, plan);
  const kept = [...registerFiles(folder, plan).keys()].map((id) => [
    id,
    { url: `registers/${id}.csv`, capturedAt: '2023-08-08T00:00:00Z', sha256: '', record: `registers/${id}` },
  ]);
  const rulebook = loadRulebook('linzi-2023');
  const quarter = period('quarter', 2023, 2);
  verdicts = auditUnits(
    {
      rulebook,
      registers,
      calendar: workCalendar([]),
      asOf: '2023-08-08' as CivilDate,
      period: quarter,
      checks: prepareChecks([applications, tasks, submissions, rectification] as unknown as AnyCheck[], [], rulebook),
      models: {},
      registerFiles: Object.fromEntries(kept),
      bulletins: new Map(),
    },
    plan.units.map((unit) => ({ unit, columns: [] })),
  );
  const units = plan.units.map(({ id }) => id);
  deductions = score({
    units,
    verdicts,
    registers,
    rulebook,
    period: quarter,
    keyColumns: new Map(),
    unrectified: new Set(),
  }).deductions;
  nameOf = (unit) => plan.units.find(({ id }) => id === unit)?.name ?? unit;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The points that the rule gives for what the bulletin prints of a unit's articles. */
const published = (unit: string, check: string): number | undefined => {
  const row = BULLETIN_2023Q2.find((one) => one.unit === unit);
  if (!row?.problems.some((problem) => problem.startsWith(check))) return undefined;
  return check === 'submissions/' && row.months.every(({ sent, rejected }) => sent === rejected) ? 1 : 0.5;
};
const charged = (unit: string, group: string): number | undefined =>
  deductions.find((one) => nameOf(one.unit) === unit && one.group === group)?.points;

describe('the registers of the demonstration district', () => {
  it.each(BULLETIN_2023Q2)('$unit is charged for articles and feedback as the bulletin did', ({ unit }) => {
    expect(charged(unit, 'submissions')).toBe(published(unit, 'submissions/'));
    expect(charged(unit, 'rectification-feedback')).toBe(published(unit, 'rectification/'));
  });
  it('cost 9 × 0.5 and 9 × 1 for articles, 12 × 0.5 for feedback', () => {
    const pointsOf = (group: string) => deductions.flatMap((one) => (one.group === group ? [one.points] : [])).sort();
    expect(pointsOf('submissions')).toEqual([...Array(9).fill(0.5), ...Array(9).fill(1)]);
    expect(pointsOf('rectification-feedback')).toEqual(Array(12).fill(0.5));
    expect(deductions).toHaveLength(30);
  });
  it('blame nobody for anything else, advisories included', () =>
    expect(verdicts.filter(({ verdict }) => verdict === 'fail')).toHaveLength(30));
  it('leave nothing undecided', () => expect(verdicts.filter(({ verdict }) => verdict === 'inconclusive')).toEqual([]));
});
