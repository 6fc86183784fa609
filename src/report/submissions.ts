import type { Audit } from '../model/audit.ts';
import { type Period, period } from '../model/period.ts';
import type { SubmissionRow } from '../model/register.ts';

/** Articles sent in the three months of a quarter, as the bulletin's third annex shows them. */
export interface SubmissionTable {
  /** 1 to 12. */
  readonly months: readonly number[];
  readonly rows: readonly {
    readonly unit: string;
    readonly name: string;
    /** One for each month; null where the register has no row. */
    readonly cells: readonly ({ readonly sent: number; readonly rejected: number } | null)[];
  }[];
}

/** The quarter's submissions in the order of the units; null where no register of them is kept. */
export function submissionsOf(
  rows: readonly SubmissionRow[] | null,
  quarter: Period,
  units: Audit['units'],
): SubmissionTable | null {
  if (rows === null) return null;
  const months = [2, 1, 0].map((before) => quarter.index * 3 - before);
  const ids = months.map((month) => period('month', quarter.year, month).id);
  return {
    months,
    rows: units.map(({ id, name }) => ({
      unit: id,
      name,
      cells: ids.map((month) => {
        const row = rows.find((one) => one.unit === id && one.month.id === month);
        return row ? { sent: row.sent, rejected: row.rejected } : null;
      }),
    })),
  };
}
