import { squeeze } from '../../html.ts';
import { plain } from '../../numerals.ts';
import type { TableFault, TableReading } from './table-facts.ts';

/** What a cell holds: a number, nothing, or something else. A blank is not a nought. */
export type Figure = number | 'blank' | 'text';

const WHOLE = /^(\d{1,9}|\d{1,3}(?:,\d{3})+)[件条个]?$/;
const DECIMAL = /^\d{1,9}(?:,\d{3})*(?:\.\d{1,6})?(?:万元)?$/;

/** A whole number, not negative. */
export function wholeFigure(cell: string): Figure {
  const flat = squeeze(plain(cell)).replace(/，/g, ',');
  if (flat === '') return 'blank';
  const match = WHOLE.exec(flat);
  return match ? Number((match[1] ?? '').replace(/,/g, '')) : 'text';
}

/** A number with decimals allowed, as amounts of money have them. */
export function decimalFigure(cell: string): Figure {
  const flat = squeeze(plain(cell)).replace(/，/g, ',');
  if (flat === '') return 'blank';
  return DECIMAL.test(flat) ? Number(flat.replace(/[,万元]/g, '')) : 'text';
}

export const unread = (why: TableFault, detail: string): Extract<TableReading<never>, { ok: false }> => ({
  ok: false,
  why,
  detail,
});
