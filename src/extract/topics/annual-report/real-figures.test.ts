import { describe, expect, it } from 'vitest';
import { pageOf } from '../../fixtures.ts';
import { tablesWithin } from '../../tables.ts';
import { lineCount } from './balance.fixture.ts';
import { checkBalance } from './balance.ts';
import { drawLitigation, drawRequests, type Figures, type Form, PLAIN } from './report.fixture.ts';
import { readReportTables } from './tables.ts';

/** Rows of 表三 that are not all nought (number of the row, natural persons, businesses), and 表四, of a real office. */
interface Year {
  readonly form: Form;
  readonly rows: readonly (readonly [number, number, number])[];
  readonly litigation: Figures;
}
const YEARS: Record<string, Year> = {
  2020: {
    form: '2019-2020',
    rows: [
      [0, 18, 1],
      [1, 8, 0],
      [2, 1, 0],
      [3, 3, 0],
      [12, 12, 0],
      [20, 9, 0],
      [21, 25, 0],
      [22, 1, 1],
    ],
    litigation: [0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  },
  2021: {
    form: 'from-2021',
    rows: [
      [0, 20, 0],
      [1, 1, 1],
      [2, 4, 0],
      [12, 16, 1],
      [23, 20, 1],
      [24, 1, 0],
    ],
    litigation: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  },
  2022: {
    form: 'from-2021',
    rows: [
      [0, 20, 0],
      [1, 1, 0],
      [2, 1, 0],
      [3, 1, 0],
      [7, 1, 0],
      [8, 1, 0],
      [12, 7, 0],
      [13, 1, 0],
      [16, 1, 0],
      [22, 2, 0],
      [23, 15, 0],
      [24, 6, 0],
    ],
    litigation: [0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0],
  },
  2023: {
    form: 'from-2021',
    rows: [
      [0, 26, 1],
      [1, 6, 0],
      [2, 7, 0],
      [3, 1, 0],
      [12, 20, 1],
      [16, 1, 0],
      [20, 1, 0],
      [23, 30, 1],
      [24, 2, 0],
    ],
    litigation: [0, 0, 0, 2, 2, 2, 0, 1, 0, 3, 0, 0, 0, 0, 0],
  },
};
const figuresOf = ({ form, rows }: Year): Figures[] =>
  Array.from({ length: lineCount(form) + 4 }, (_, r) => {
    const [, person = 0, business = 0] = rows.find(([at]) => at === r) ?? [];
    return [person, business, 0, 0, 0, 0, person + business];
  });
const tablesOf = (html: string) => {
  const { flow } = pageOf(html);
  return readReportTables([{ text: '', tables: tablesWithin(flow, 0, flow.blocks.length) }], false);
};

describe.each(Object.entries(YEARS))('the tables of a real office, %s', (_, year) => {
  it('add up', () => {
    const tables = tablesOf(drawRequests(figuresOf(year), PLAIN, year.form) + drawLitigation(year.litigation));
    expect(tables).toMatchObject({ requests: { ok: true }, litigation: { ok: true } });
    expect(checkBalance(tables)).toEqual([]);
  });
  it('do not, where one request is left out of the new ones', () => {
    const [first = [], ...rest] = figuresOf(year);
    const less = first.map((figure, c) => (c === 0 || c === 6 ? figure - 1 : figure));
    const wrong = checkBalance(tablesOf(drawRequests([less, ...rest], PLAIN, year.form)));
    expect(wrong.map(({ rule, where }) => [rule, where])).toEqual([
      ['carry', '自然人'],
      ['carry', '总计'],
    ]);
    expect(wrong[0]?.text).toMatch(/^自然人：一（\d+）\+二（\d+）≠三（七）（\d+）\+四（\d+）$/);
  });
});
