import type { Table } from '../../model/document.ts';
import { plain } from '../numerals.ts';
import { findMonthsOnly, findPeriods, type NamedPeriod } from '../periods.ts';

const LABEL_COLUMNS = 2;
const LONGEST = 16;
/** What may stand in a cell beside the period that it names. */
const BESIDE =
  /[\d\s年月日份度季第前至到、和及与上下半一二三四五六七八九十〇○零元\-~—–－～./Qq（）()]|指标|数据|合计|累计|当月|当季|实际|完成|情况|数值|金额|数量|期间|时间/g;
const EMPTY = /^[\s\-—–/\\.·…]*$|^(?:无|暂无|待.{0,4}|未.{0,4})$/;

/**
 * The periods that a table has figures of: cells that are a period and nothing else, in its first rows or columns,
 * with something in their column or row. `year` is that of months without one; null: they are left out.
 */
export function tablePeriods({ rows }: Table, year: number | null): readonly NamedPeriod[] {
  const header = headerRows(rows);
  return rows.flatMap((row, r) =>
    row.flatMap((cell, c) => {
      const isHeading = header.includes(r);
      if (!isHeading && c >= LABEL_COLUMNS) return [];
      const named = periodsOfCell(cell, year);
      if (named.length === 0) return [];
      const below = isHeading ? rows.slice(r + 1).map((other) => other[c] ?? '') : [];
      const beside = c < LABEL_COLUMNS ? row.slice(c + 1) : [];
      return [...below, ...beside].some((other) => isFigure(other, cell)) ? named : [];
    }),
  );
}

/** The first row that is no title over all columns, and the next where that has cells over several. */
function headerRows(rows: Table['rows']): readonly number[] {
  const first = rows.findIndex((row) => new Set(row).size > 1);
  const isSplit = rows[first]?.some((cell, c, row) => cell !== '' && cell === row[c + 1]) ?? false;
  return isSplit ? [first, first + 1] : [first];
}

function periodsOfCell(cell: string, year: number | null): readonly NamedPeriod[] {
  const text = plain(cell).trim();
  if (text === '' || text.length > LONGEST || text.replace(BESIDE, '') !== '') return [];
  const named = findPeriods(text).filter(({ fromMonth }) => fromMonth !== null);
  if (named.length > 0 || year === null) return named;
  return findMonthsOnly(text).map(({ fromMonth, toMonth }) => ({ year, fromMonth, toMonth }));
}

/** Something said of the period, not another period beside or below it. */
const isFigure = (other: string, cell: string): boolean =>
  other !== cell && !EMPTY.test(other) && periodsOfCell(other, 2000).length === 0;
