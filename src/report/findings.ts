import type { Audit } from '../model/audit.ts';
import type { TrackedFinding } from '../model/finding.ts';
import type { Plan, Unit } from '../model/plan.ts';
import type { Rulebook } from '../model/rulebook.ts';
import { TOPICS } from '../model/topic.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Charge, Finding } from './report-model.ts';
import { groupTitle } from './summarise.ts';

/** Screenshots by the record they belong to, each a `data:image/…` URI. */
export type Pictures = ReadonlyMap<string, string>;

/** A unit's findings: those that cost points under the deduction they belong to, all others as advisories. */
export function findingsOf(
  unit: Unit,
  verdicts: readonly Verdict[],
  deductions: Audit['deductions'],
  rulebook: Rulebook,
  pictures: Pictures,
  tracked: ReadonlyMap<string, TrackedFinding>,
): { charges: Charge[]; advisories: Finding[] } {
  const fails = verdicts.filter((verdict) => verdict.verdict === 'fail');
  const byId = new Map(fails.map((verdict) => [verdict.id, verdict]));
  const charged = new Set<string>();
  const charges = deductions.map((deduction) => {
    for (const id of deduction.verdicts) charged.add(id);
    return {
      title: groupTitle(rulebook, deduction.group),
      points: deduction.points,
      findings: deduction.verdicts.flatMap((id) => {
        const verdict = byId.get(id);
        return verdict ? [findingOf(unit, verdict, pictures, tracked)] : [];
      }),
    };
  });
  const advisories = fails
    .filter((verdict) => !charged.has(verdict.id))
    .sort((one, other) => Number(other.alert ?? false) - Number(one.alert ?? false))
    .map((verdict) => findingOf(unit, verdict, pictures, tracked));
  return { charges, advisories };
}

function findingOf(
  unit: Unit,
  verdict: Verdict,
  pictures: Pictures,
  tracked: ReadonlyMap<string, TrackedFinding>,
): Finding {
  const { id, check, message, subject, topic, text, fix, basis, evidence, column } = verdict;
  return {
    id,
    check,
    message: message ?? '',
    subject,
    tracked: tracked.get(id) ?? null,
    topic: TOPICS[topic],
    text,
    fix,
    basis,
    alert: verdict.alert === true,
    column: column === null ? null : { url: column, name: columnName(unit, column) ?? TOPICS[topic] },
    evidence: evidence.map((ref) => ({ ...ref, picture: pictures.get(ref.record) ?? null })),
  };
}

const columnName = (unit: Unit, url: string): string | undefined =>
  unit.columns.find((column) => column.url === url)?.name;

/** The plan's unit; a unit that targets.yaml no longer names keeps its place with what the audit says of it. */
export function unitOf(plan: Plan, audited: Audit['units'][number]): Unit {
  return (
    plan.units.find((unit) => unit.id === audited.id) ?? {
      ...audited,
      fullName: audited.name,
      aliases: [],
      home: null,
      enforcement: false,
      columns: [],
    }
  );
}
