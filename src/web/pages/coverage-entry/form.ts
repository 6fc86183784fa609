import type { CoverageForm, CoverageTable } from '../../../app/console/coverage.ts';
import { EXIT, UserError } from '../../../model/user-error.ts';

/** What was typed for a unit, and what had been entered when the form was opened; '' for nothing. */
export interface TypedPoints {
  readonly typed: string;
  readonly seen: string;
}
export type CoverageDraft = ReadonlyMap<string, TypedPoints>;

/** Reads the fields `score.UNIT` and `seen.UNIT`. */
export function readDraft(form: Readonly<Record<string, unknown>>): CoverageDraft {
  const text = (name: string): string => {
    const value = form[name];
    return typeof value === 'string' ? value.normalize('NFKC').trim() : '';
  };
  const units = Object.keys(form).flatMap((name) => /^score\.(.+)$/.exec(name)?.[1] ?? []);
  return new Map(units.map((unit) => [unit, { typed: text(`score.${unit}`), seen: text(`seen.${unit}`) }]));
}

/** The suggestion for every unit that nobody has entered points for. */
export const withSuggestions = (draft: CoverageDraft, { lines }: CoverageTable): CoverageDraft =>
  new Map(
    lines.flatMap(({ unit, suggested }): [string, TypedPoints][] => {
      const points = draft.get(unit);
      if (!points) return [];
      const isLeft = points.typed === '' && points.seen === '';
      return [[unit, isLeft ? { ...points, typed: `${suggested}` } : points]];
    }),
  );

/** What was changed in the form. Throws UserError for what is no number, and where points were taken out. */
export function changesIn(draft: CoverageDraft): Required<Pick<CoverageForm, 'scores' | 'seen'>> {
  const changed = [...draft].filter(([, { typed, seen }]) => typed !== seen);
  const scores = changed.map(([unit, { typed, seen }]): [string, number] => {
    if (typed === '' && seen !== '') throw refused(`已评定的得分（${seen}）不能清空`, TAKE_BACK);
    if (!/^\d{1,2}(\.\d{1,2})?$/.test(typed))
      throw refused(`得分“${typed.slice(0, 20)}”不是数字`, '请填写数字，例如 4.5');
    return [unit, Number(typed)];
  });
  const seen = changed.map(([unit, { seen }]): [string, number | null] => [unit, seen === '' ? null : Number(seen)]);
  return { scores: new Map(scores), seen: new Map(seen) };
}

const TAKE_BACK = '请填写得分；要改回建议得分的，请在“重点栏目保障得分台账”中删除该行';

const refused = (what: string, remedy: string): UserError => new UserError(EXIT.usage, [{ place: {}, what, remedy }]);
