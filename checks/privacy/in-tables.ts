import type { CivilDate, Table } from '../kit.ts';
import { type Finding, findingOf } from './finding.ts';
import { isCardNumber, isMobile, isOldResidentNumber, isResidentNumber, longNumbers } from './numbers.ts';
import {
  CARD_WORDS,
  CITIZENS,
  ID_WORDS,
  isName,
  NAME_WORDS,
  ON_DUTY,
  OTHER_NUMBERS,
  PHONE_WORDS,
  RESIDENT_WORDS,
} from './words.ts';

const HEADER_REACH = 4;

/** Citizens' numbers in a table. `about`: the titles of the document and the file, which say what list it is. */
export function findInTable({ caption, rows }: Table, about: string, until: CivilDate): readonly Finding[] {
  if (!rows.some((row) => row.some((cell) => longNumbers(cell).length > 0))) return [];
  const header = headerOf(rows);
  const names = header.flatMap((heading, column) => (NAME_WORDS.test(heading) ? [column] : []));
  const told = `${about} ${caption} ${header.join(' ')}`;
  const isOfCitizens = names.length > 0 && CITIZENS.test(told) && !ON_DUTY.test(told);
  return rows.flatMap((row, r) => {
    const position = `表格第${r + 1}行`;
    const isNamed = names.some((column) => isName(row[column] ?? '', true));
    return row.flatMap((cell, column): Finding[] => {
      const heading = header[column] ?? '';
      return longNumbers(cell).flatMap(({ digits }): Finding[] => {
        if (isResident(digits, row, cell, heading, until)) return [findingOf('id-number', digits, position)];
        if (!isOfCitizens || !isNamed) return [];
        if (isMobile(digits) && PHONE_WORDS.test(heading)) return [findingOf('phone', digits, position)];
        return isCardNumber(digits) && CARD_WORDS.test(heading) ? [findingOf('bank-card', digits, position)] : [];
      });
    });
  });
}

/** The headings of the columns: of the first rows, those above the first that holds a long number, put together. */
function headerOf(rows: Table['rows']): readonly string[] {
  const first = rows.findIndex((row) => row.some((cell) => longNumbers(cell).length > 0));
  const above = rows.slice(0, Math.min(first, HEADER_REACH));
  return (rows[0] ?? []).map((_, column) => [...new Set(above.map((row) => row[column] ?? ''))].join(' '));
}

/** The heading decides; without one that tells, the row: a label in it, or a person's name. */
function isResident(digits: string, row: readonly string[], cell: string, heading: string, until: CivilDate): boolean {
  const label = row[row.indexOf(cell) - 1] ?? '';
  const words = [heading, cell, longNumbers(label).length === 0 ? label : ''];
  const says = (pattern: RegExp): boolean => words.some((one) => pattern.test(one));
  if (isOldResidentNumber(digits, until)) return says(RESIDENT_WORDS);
  if (!isResidentNumber(digits, until)) return false;
  return says(ID_WORDS) || (!says(OTHER_NUMBERS) && row.some((other) => isName(other, false)));
}
