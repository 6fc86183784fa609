import type { Table } from '../../../model/document.ts';
import { decimalFigure, type Figure, unread } from './figures.ts';
import { flatRows, joinedWords } from './flat-tokens.ts';
import { DISCLOSURE_CELLS, type Disclosure, type DisclosureCell, type TableReading } from './table-facts.ts';
import { bareLabel } from './wording.ts';

const CELLS = Object.keys(DISCLOSURE_CELLS) as DisclosureCell[];
type Cells = Partial<Record<DisclosureCell, Figure>>;

/** The rows of 表二 and the headings over their cells, as bare words. */
const ROWS: readonly { readonly name: RegExp; readonly cells: readonly (readonly [RegExp, DisclosureCell])[] }[] = [
  {
    name: /^规章$/,
    cells: [
      [/制发/, 'rulesMade'],
      [/废止/, 'rulesRepealed'],
      [/现行有效/, 'rulesInForce'],
    ],
  },
  {
    name: /^(?:行政)?规范性文件$/,
    cells: [
      [/制发/, 'normsMade'],
      [/废止/, 'normsRepealed'],
      [/现行有效/, 'normsInForce'],
    ],
  },
  { name: /^行政许可$/, cells: [[/处理决定/, 'permits']] },
  { name: /^行政处罚$/, cells: [[/处理决定/, 'penalties']] },
  { name: /^行政强制$/, cells: [[/处理决定/, 'coercion']] },
  { name: /^行政事业性收费$/, cells: [[/收费金额/, 'fees']] },
];
const HEADING = /^信息内容$/;
/** Headings that only 国办公开办函〔2019〕60号 has. */
const OLD_FORM = /本年新制作数量|上一年项目数量|本年新公开数量/;

/** 表二 of a page's or file's tables (it may be drawn as several); null where none is of its kind. */
export function readDisclosureTable(tables: readonly Table[]): TableReading<Disclosure> | null {
  const rows = tables.flatMap((table) => table.rows);
  if (!rows.some((row) => row.some((cell) => bareLabel(cell) === '行政事业性收费'))) return null;
  if (rows.some((row) => row.some((cell) => OLD_FORM.test(bareLabel(cell))))) return OLD;
  const cells: Cells = {};
  let header: readonly string[] = [];
  for (const row of rows) {
    const labels = row.map(bareLabel);
    if (labels.some((label) => HEADING.test(label))) header = labels;
    const form = ROWS.find(({ name }) => labels.some((label) => name.test(label)));
    if (!form) continue;
    for (const [heading, cell] of form.cells) {
      const under = row.filter((_, c) => heading.test(header[c] ?? '')).map(decimalFigure);
      const figures = new Set(under.filter((figure) => figure !== 'blank'));
      if (cells[cell] !== undefined) return unread('line-count', `“${DISCLOSURE_CELLS[cell]}”出现不止一次`);
      if (under.length === 0) return unread('columns', `“${DISCLOSURE_CELLS[cell]}”没有对应的表头`);
      cells[cell] = figures.size > 1 ? 'text' : ([...figures][0] ?? 'blank');
    }
  }
  return disclosureOf(cells);
}

const OLD = unread('layout', '2019、2020年度格式的表格，不作核对');

/** 表二 where it was flattened to lines of text: every row's number of figures is the form's. */
export function readDisclosureText(text: string): TableReading<Disclosure> | null {
  const all = flatRows(text);
  const end = all.findIndex(({ words }) => bareLabel(words.at(-1) ?? '') === '行政事业性收费');
  if (end < 0) return null;
  const rows = all.slice(0, end + 1);
  if (rows.some(({ words }) => OLD_FORM.test(joinedWords(words)))) return OLD;
  const cells: Cells = {};
  for (const { words, numbers } of rows) {
    const form = ROWS.find(({ name }) => name.test(bareLabel(words.at(-1) ?? '')));
    if (!form) continue;
    if (numbers.length !== form.cells.length) {
      return unread('blank', `“${words.at(-1)}”一行有${numbers.length}个数字，应为${form.cells.length}个`);
    }
    form.cells.forEach(([, cell], i) => {
      cells[cell] = decimalFigure(numbers[i] ?? '');
    });
  }
  return disclosureOf(cells);
}

function disclosureOf(cells: Cells): TableReading<Disclosure> {
  for (const cell of CELLS) {
    const figure = cells[cell];
    if (figure === undefined) return unread('line-count', `未找到“${DISCLOSURE_CELLS[cell]}”`);
    if (figure === 'blank') return unread('blank', `“${DISCLOSURE_CELLS[cell]}”一格为空白`);
    if (figure === 'text') return unread('not-a-number', `“${DISCLOSURE_CELLS[cell]}”一格不是数字`);
    if (cell !== 'fees' && !Number.isInteger(figure))
      return unread('not-a-number', `“${DISCLOSURE_CELLS[cell]}”不是整数`);
  }
  return { ok: true, value: cells as Disclosure };
}
