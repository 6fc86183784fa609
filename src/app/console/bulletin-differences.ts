import type { Audit } from '../../model/audit.ts';
import type { Inspection, PublishedVersion } from '../compose.ts';

/** What a bulletin that went out says of a unit otherwise than the quarter says now. */
export interface BulletinDifference {
  readonly unit: string;
  readonly unitName: string;
  /** Totals; null where the unit is not in the one or the other. */
  readonly published: number | null;
  readonly now: number | null;
  /** How many findings it told that are none any more, or told otherwise, and how many it did not tell. */
  readonly gone: number;
  readonly fresh: number;
}

/** What an audit says of one unit, as far as bulletins tell it. */
interface Told {
  readonly name: string;
  readonly total: number | null;
  readonly deductions: string;
  /** Texts of the findings by id. */
  readonly findings: ReadonlyMap<string, string>;
}
type ToldByUnit = ReadonlyMap<string, Told>;

/** What published versions told: an audit is large, and a version never changes. */
const published = new WeakMap<Inspection, Map<string, ToldByUnit>>();
const current = new WeakMap<Audit, ToldByUnit>();

/** By unit, in the order of the audit; empty where the version says the same. */
export async function differencesFrom(
  inspection: Inspection,
  { period, version }: Pick<PublishedVersion, 'period' | 'version'>,
  audit: Audit,
): Promise<readonly BulletinDifference[]> {
  const versions = published.get(inspection) ?? new Map<string, ToldByUnit>();
  published.set(inspection, versions);
  const key = `${period}-v${version}`;
  const then = versions.get(key) ?? toldOf(await inspection.bulletins.auditOf(period, version));
  versions.set(key, then);
  const now = current.get(audit) ?? toldOf(audit);
  current.set(audit, now);
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((unit) =>
    difference(unit, then.get(unit), now.get(unit)),
  );
}

function toldOf(audit: Audit | null): ToldByUnit {
  const units = audit?.units ?? [];
  const findings = new Map(units.map(({ id }) => [id, new Map<string, string>()]));
  for (const { id, unit, verdict, text } of audit?.verdicts ?? [])
    if (verdict === 'fail') findings.get(unit)?.set(id, text);
  const scores = new Map((audit?.scores ?? []).map((score) => [score.unit, score]));
  return new Map(
    units.map(({ id, name }) => {
      const deductions = (audit?.deductions ?? []).filter(({ unit }) => unit === id);
      const told = { name, total: scores.get(id)?.total ?? null, deductions: JSON.stringify(deductions) };
      return [id, { ...told, findings: findings.get(id) ?? new Map<string, string>() }];
    }),
  );
}

const NOTHING: ReadonlyMap<string, string> = new Map();

function difference(unit: string, then: Told | undefined, now: Told | undefined): readonly BulletinDifference[] {
  const [before, after] = [then?.findings ?? NOTHING, now?.findings ?? NOTHING];
  const missingIn = (other: ReadonlyMap<string, string>, of: ReadonlyMap<string, string>): number =>
    [...of].filter(([id, text]) => other.get(id) !== text).length;
  const [gone, fresh] = [missingIn(after, before), missingIn(before, after)];
  const isSame = then && now && then.total === now.total && then.deductions === now.deductions && gone + fresh === 0;
  if (isSame) return [];
  const unitName = now?.name ?? then?.name ?? unit;
  return [{ ...{ unit, unitName, gone, fresh }, published: then?.total ?? null, now: now?.total ?? null }];
}
