import type { YearCard } from '../model/score.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { yearScores } from '../score/year.ts';
import { inspection } from './compose.ts';
import { type InputFiles, loadInputs } from './inputs.ts';

export interface YearResult {
  readonly cards: readonly YearCard[];
  /** Names by unit id. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * The year's scores out of the quarters on record in the data folder and the bonus register. Throws UserError: 2 for
 * wrong input or a rulebook that does not score years, 5 for storage.
 */
export async function yearOfDistrict(request: {
  readonly files: InputFiles;
  readonly data: string;
  readonly year: number;
}): Promise<YearResult> {
  const { units, rulebook, registers } = await loadInputs(request.files);
  const { year: rules } = rulebook;
  if (!rules) {
    const remedy = '请在考核办法中补充 year，或用 --rulebook 另选考核办法';
    throw new UserError(EXIT.usage, [{ place: {}, what: '考核办法没有规定年度得分', value: rulebook.id, remedy }]);
  }
  const { quarters, close } = await inspection(request.data);
  try {
    const cards = yearScores({
      year: request.year,
      units,
      quarters: await quarters.all(),
      bonus: registers.bonus ?? [],
      rulebook: { ...rulebook, year: rules },
    });
    return { cards, names: new Map(units.map(({ id, name }) => [id, name])) };
  } finally {
    await close();
  }
}
