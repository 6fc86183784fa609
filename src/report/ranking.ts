import type { Audit } from '../model/audit.ts';
import type { UnitKind } from '../model/plan.ts';
import type { Scorecard } from '../model/score.ts';
import type { Ranking } from './report-model.ts';

const TABLES: readonly (Pick<Ranking, 'of' | 'title'> & { readonly kinds: readonly UnitKind[] })[] = [
  { of: 'departments', title: '部门、企事业单位得分', kinds: ['department', 'enterprise'] },
  { of: 'towns', title: '镇、街道得分', kinds: ['town', 'subdistrict'] },
];

/**
 * The ranked tables of a quarter: by total, highest first. Units with the same total keep the order of targets.yaml,
 * as the published bulletin of 2023 Q2 does (there a tie is not broken by coverage), and every row has a place of its own.
 * Units that could not be inspected at all come last and have no place: their total says nothing yet.
 */
export function rankings(audit: Pick<Audit, 'units' | 'scores'>, uninspected: ReadonlySet<string>): Ranking[] {
  const scores = new Map<string, Scorecard>(audit.scores.map((score) => [score.unit, score]));
  return TABLES.map(({ of, title, kinds }) => {
    const rows = audit.units
      .filter((unit) => kinds.includes(unit.kind))
      .flatMap((unit) => {
        const score = scores.get(unit.id);
        return score ? [{ unit: unit.id, name: unit.name, score }] : [];
      })
      .sort((one, other) => other.score.total - one.score.total);
    const placed = rows
      .filter(({ unit }) => !uninspected.has(unit))
      .map((row, index) => ({ place: index + 1, ...row }));
    const unplaced = rows.filter(({ unit }) => uninspected.has(unit)).map((row) => ({ place: null, ...row }));
    return { of, title, rows: [...placed, ...unplaced] };
  }).filter((table) => table.rows.length > 0);
}
