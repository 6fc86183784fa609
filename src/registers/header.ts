import type { Problem } from '../model/user-error.ts';
import type { RegisterColumn } from './definitions.ts';
import type { SheetRow } from './sheet.ts';

/** Columns that people keep for themselves. Under any other unknown header something would be lost. */
const IGNORED = ['序号', '备注'];

/** Which cell of a row, from 0, holds which column. */
export type Positions = ReadonlyMap<string, number>;

type Columns = Readonly<Record<string, RegisterColumn>>;

/** A header cell as it is compared: people type full-width letters and spaces at the ends. */
export const labelOf = (cell: string): string => cell.normalize('NFKC').trim();

/** The id of the column with this label, its Chinese header or its id; undefined for any other. */
export const columnOf = (columns: Columns, label: string): string | undefined =>
  Object.keys(columns).find((id) => id === label.toLowerCase() || columns[id]?.header === label);

/** Whether a column of this label is people's own, which is kept and not read. */
export const isOwn = (label: string): boolean => IGNORED.includes(label);

/** What the header row should say, for people. */
export const expectedHeader = (columns: Columns): string =>
  `首行请填写：${Object.values(columns)
    .map(({ header }) => header)
    .join('、')}`;

/** Finds every column by its Chinese header or its id. All of them must be there: a mistyped one would read as empty. */
export function readHeader(
  columns: Columns,
  { line, cells }: SheetRow,
  file: string,
): { positions: Positions; problems: readonly Problem[] } {
  const positions = new Map<string, number>();
  const problems: Problem[] = [];
  const remedy = expectedHeader(columns);
  for (const [at, cell] of cells.entries()) {
    const label = labelOf(cell);
    if (label === '' || isOwn(label)) continue;
    const id = columnOf(columns, label);
    const place = { file, line, column: at + 1 };
    if (id === undefined) problems.push({ place, what: '未知的列', value: label, remedy });
    else if (positions.has(id))
      problems.push({ place, what: '同一列出现两次', value: label, remedy: '请删去其中一列' });
    else positions.set(id, at);
  }
  const missing = Object.entries(columns).filter(([id]) => !positions.has(id));
  if (missing.length > 0) {
    const value = missing.map(([, { header }]) => header).join('、');
    problems.push({ place: { file, line }, what: '缺少列', value, remedy });
  }
  return { positions, problems };
}
