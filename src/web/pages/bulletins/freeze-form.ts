import type { FreezeForm } from '../../../app/console/freeze-bulletin.ts';
import { type CivilDate, parseCivilDate } from '../../../model/civil-date.ts';
import { EXIT, UserError } from '../../../model/user-error.ts';

/** The form as it was typed. */
export interface FreezeDraft {
  readonly publishedOn: string;
  readonly rectifyBy: string;
  /** The newest version when the form was opened, 0 for none. */
  readonly seen: string;
}

/** Throws UserError where a day is none. */
export const freezeForm = ({ publishedOn, rectifyBy, seen }: FreezeDraft): Omit<FreezeForm, 'period'> => ({
  publishedOn: dayOf(publishedOn, '印发日期'),
  rectifyBy: dayOf(rectifyBy, '整改期限'),
  seen: /^\d{1,6}$/.test(seen) ? Number(seen) : 0,
});

function dayOf(typed: string, what: string): CivilDate {
  const day = parseCivilDate(typed.trim());
  if (day) return day;
  const remedy = '请按年-月-日填写，例如 2023-08-11';
  throw new UserError(EXIT.usage, [{ place: {}, what: `${what}不正确`, value: typed.slice(0, 30), remedy }]);
}
