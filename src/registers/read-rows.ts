import type { Problem } from '../model/user-error.ts';
import type { RegisterDefinition } from './definitions.ts';
import { expectedHeader, type Positions, readHeader } from './header.ts';
import { isBlank, type SheetRow } from './sheet.ts';

export interface ReadRows<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

/** Reads a register's sheet: every row that has any text is either read or a problem. */
export function readRows<Row>(
  definition: RegisterDefinition<Row>,
  sheet: readonly SheetRow[],
  file: string,
): ReadRows<Row> {
  const [header, ...body] = sheet.filter((row) => !isBlank(row));
  if (!header) {
    const remedy = `${expectedHeader(definition.columns)}；没有记录时只留首行`;
    return { rows: [], problems: [{ place: { file }, what: '台账没有表头', remedy }] };
  }
  const { positions, problems } = readHeader(definition.columns, header, file);
  if (problems.length > 0) return { rows: [], problems };
  const reader = new RowReader(definition, header, positions, file);
  const rows = body.flatMap((row) => reader.read(row));
  return { rows, problems: reader.problems };
}

class RowReader<Row> {
  readonly problems: Problem[] = [];
  private readonly definition: RegisterDefinition<Row>;
  private readonly header: SheetRow;
  private readonly positions: Positions;
  private readonly file: string;
  /** Line of the first row with these key values. */
  private readonly seen = new Map<string, number>();

  constructor(definition: RegisterDefinition<Row>, header: SheetRow, positions: Positions, file: string) {
    this.definition = definition;
    this.header = header;
    this.positions = positions;
    this.file = file;
  }

  /** The row, or none and its problems. */
  read(row: SheetRow): Row[] {
    this.checkOverhang(row);
    const texts = Object.fromEntries([...this.positions.keys()].map((id) => [id, this.textOf(row, id)]));
    const result = this.definition.row.safeParse(texts);
    if (!result.success) {
      const wrong = new Set(result.error.issues.map(({ path }) => String(path[0])));
      for (const id of wrong) this.wrongCell(row, id);
      return [];
    }
    for (const [id, what] of this.definition.clashes(result.data)) this.tell(row, id, what, '请核对这一行');
    this.checkUnique(row, result.data);
    return [result.data];
  }

  private textOf(row: SheetRow, id: string): string {
    return row.cells[this.positions.get(id) ?? -1] ?? '';
  }

  private tell(row: SheetRow, id: string, what: string, remedy: string): void {
    const place = { file: this.file, line: row.line, column: (this.positions.get(id) ?? 0) + 1 };
    const value = this.textOf(row, id).trim();
    this.problems.push({ place, what, ...(value ? { value } : {}), remedy });
  }

  private wrongCell(row: SheetRow, id: string): void {
    const { header = id, cell } = this.definition.columns[id] ?? {};
    const form = cell?.form ?? '请核对';
    if (this.textOf(row, id).trim()) this.tell(row, id, `“${header}”填写有误`, form);
    else this.tell(row, id, `“${header}”为空`, `${form}；合并的单元格请拆分后逐行填写`);
  }

  /** Text under no header belongs to no column and would be lost. */
  private checkOverhang(row: SheetRow): void {
    for (const [at, cell] of row.cells.entries()) {
      if (cell.trim() === '' || this.header.cells[at]?.trim()) continue;
      const place = { file: this.file, line: row.line, column: at + 1 };
      this.problems.push({
        place,
        what: '内容超出表头',
        value: cell.trim(),
        remedy: '请检查这一行是否错列，或补充表头',
      });
    }
  }

  private checkUnique(row: SheetRow, read: Row): void {
    const { unique, columns } = this.definition;
    const [first] = unique;
    if (first === undefined) return;
    const key = JSON.stringify(unique.map((id) => read[id]));
    const line = this.seen.get(key);
    if (line === undefined) {
      this.seen.set(key, row.line);
      return;
    }
    const headers = unique.map((id) => columns[id]?.header).join('、');
    this.tell(row, first, `“${headers}”与第 ${line} 行相同`, '请合并为一行，或删去重复的一行');
  }
}
