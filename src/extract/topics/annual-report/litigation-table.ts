import type { Table } from '../../../model/document.ts';
import { type Figure, unread, wholeFigure } from './figures.ts';
import { flatRows, joinedWords } from './flat-tokens.ts';
import {
  LITIGATION_BLOCKS,
  type Litigation,
  type LitigationBlock,
  type LitigationOutcome,
  OUTCOMES,
  type TableReading,
} from './table-facts.ts';
import { bareLabel } from './wording.ts';

const BLOCKS = Object.keys(LITIGATION_BLOCKS) as LitigationBlock[];
const RESULTS = Object.keys(OUTCOMES) as LitigationOutcome[];
/** The fifteen columns in the form's order. */
const FORM = BLOCKS.flatMap((block) => RESULTS.map((outcome) => ({ block, outcome })));
type Column = (typeof FORM)[number];

const BLOCK_NAMES: Readonly<Record<string, LitigationBlock>> = {
  行政复议: 'review',
  未经复议直接起诉: 'direct',
  复议后起诉: 'afterReview',
};
const OUTCOME_NAMES: Readonly<Record<string, LitigationOutcome>> = {
  结果维持: 'upheld',
  维持: 'upheld',
  结果纠正: 'corrected',
  纠正: 'corrected',
  其他结果: 'other',
  其它结果: 'other',
  尚未审结: 'pending',
  总计: 'total',
  合计: 'total',
};

/** What a total of 表四 has to be. */
export const outcomeSum = ({ upheld, corrected, other, pending }: Litigation[LitigationBlock]): number =>
  upheld + corrected + other + pending;

/** 表四 of a page's or file's tables; null where none is of its kind. */
export function readLitigationTable(tables: readonly Table[]): TableReading<Litigation> | null {
  const readings = tables
    .map(({ caption, rows }) => (caption === '' ? rows : [[caption], ...rows]))
    .filter((rows) => rows.some((row) => row.some((cell) => bareLabel(cell) === '未经复议直接起诉')))
    .map(readGrid);
  return readings.find(({ ok }) => ok) ?? readings[0] ?? null;
}

function readGrid(rows: readonly (readonly string[])[]): TableReading<Litigation> {
  const outcomes = rows.findLastIndex(
    (row) => row.filter((cell) => OUTCOME_NAMES[bareLabel(cell)]).length >= RESULTS.length,
  );
  if (outcomes < 0) return unread('columns', '未找到各项结果的表头');
  const header = rows.slice(0, outcomes + 1);
  const below = rows.slice(outcomes + 1).filter((row) => row.some((cell) => cell.trim() !== ''));
  const [row, ...others] = below;
  if (!row || others.length > 0) return unread('line-count', `表头之下有${below.length}行，应为1行`);
  const columns: (Column | null)[] = [];
  for (let c = 0; c < row.length; c++) {
    const column = columnOf(header.map((one) => one[c] ?? ''));
    if (typeof column === 'string') return unread('columns', `第${c + 1}列${column}`);
    columns.push(column);
  }
  if (row.some((cell, c) => columns[c] === null && typeof wholeFigure(cell) === 'number')) {
    return unread('columns', '有数字不在任何一列之下');
  }
  const cells = FORM.map(({ block, outcome }) => {
    const under = row.filter((_, c) => columns[c]?.block === block && columns[c]?.outcome === outcome).map(wholeFigure);
    return new Set(under.filter((figure) => figure !== 'blank').concat(under.length > 0 ? [] : ['text']));
  });
  if (cells.some((figures) => figures.size > 1)) return unread('columns', '合并单元格中数字不一致');
  const reading = litigationOf(cells.map((figures) => [...figures][0] ?? 'blank'));
  const order = columns.filter((column) => column !== null).map(placeOf);
  // Columns in another order than the form's may be a damaged header: then every block has to vouch for it.
  if (!reading.ok || order.every((place, i) => i === 0 || place >= (order[i - 1] ?? 0))) return reading;
  const vouched = BLOCKS.every((block) => reading.value[block].total === outcomeSum(reading.value[block]));
  return vouched ? reading : unread('columns', '表头各列的次序与规定格式不同');
}

const placeOf = (column: Column): number =>
  FORM.findIndex(({ block, outcome }) => block === column.block && outcome === column.outcome);

/** What a column is, by the cells above it; null for one without a header; in Chinese, what is wrong. */
function columnOf(above: readonly string[]): Column | null | string {
  const names = above.map(bareLabel);
  const blocks = new Set(names.flatMap((name) => BLOCK_NAMES[name] ?? []));
  const outcomes = new Set(names.flatMap((name) => OUTCOME_NAMES[name] ?? []));
  if (blocks.size === 0 && outcomes.size === 0) return null;
  const [block] = blocks;
  const [outcome] = outcomes;
  if (blocks.size !== 1 || outcomes.size !== 1 || !block || !outcome) return '的表头不全或有多种写法';
  return { block, outcome };
}

function litigationOf(figures: readonly Figure[]): TableReading<Litigation> {
  for (const [i, figure] of figures.entries()) {
    const column = FORM[i];
    if (typeof figure === 'number' || !column) continue;
    const place = `“${LITIGATION_BLOCKS[column.block]}”“${OUTCOMES[column.outcome]}”一格`;
    return figure === 'blank' ? unread('blank', `${place}为空白`) : unread('not-a-number', `${place}不是数字`);
  }
  const block = (start: number) =>
    Object.fromEntries(RESULTS.map((outcome, i) => [outcome, figures[start + i]])) as Litigation[LitigationBlock];
  return { ok: true, value: { review: block(0), direct: block(5), afterReview: block(10) } };
}

const FIVE = '结果维持结果纠正其[他它]结果尚未审结总计';
/** The header as its rows are read: the review's five outcomes stand in the second row or in the third. */
const HEADER = new RegExp(
  `行政复议行政诉讼(?:${FIVE}未经复议直接起诉复议后起诉(?:${FIVE}){2}|未经复议直接起诉复议后起诉(?:${FIVE}){3})$`,
);

/** 表四 where it was flattened to lines of text: its header in the form's order, then exactly fifteen numbers. */
export function readLitigationText(text: string): TableReading<Litigation> | null {
  const row = flatRows(text).find(({ words }) => /未经复议直接起诉/.test(words.join('')));
  if (!row) return null;
  if (!HEADER.test(joinedWords(row.words))) return unread('columns', '表头的文字次序与规定格式不同');
  if (row.numbers.length !== FORM.length) return unread('blank', `有${row.numbers.length}个数字，应为${FORM.length}个`);
  return litigationOf(row.numbers.map(wholeFigure));
}
