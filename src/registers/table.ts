import type { Problem } from '../model/user-error.ts';
import { anyText, type Cell } from './cells.ts';
import type { RegisterColumn, RegisterDefinition } from './definitions.ts';
import { columnOf, isOwn, labelOf } from './header.ts';
import { isBlank, type SheetRow } from './sheet.ts';

/** A column of a register as people edit it: one of the contract's, or one that the file has besides. */
export interface TableColumn extends RegisterColumn {
  /** The column's id; `extra-N` for one besides. */
  readonly id: string;
  /** Whether the program knows it or lets people keep it; any other has to be emptied before the table is written. */
  readonly isKnown: boolean;
}

export interface TableRow {
  /** Number of the row in the file, from 1. */
  readonly line: number;
  /** As written, by column id. */
  readonly texts: Readonly<Record<string, string>>;
}

/** A register as raw texts: what is wrong in it is shown with it and not left out. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Id of the column at each place of a row, from 0; '' where nothing stands. */
  readonly places: readonly string[];
}

/** A problem with the place in the table that it concerns; null: the table as a whole, or the row as a whole. */
export interface TableProblem extends Problem {
  /** Position in the rows, from 0. */
  readonly row: number | null;
  readonly columnId: string | null;
}

/** Where text stands in it, every column of a file is kept, people's own and those that nobody knows. */
const BESIDES: Cell<string> = { ...anyText, form: '程序不读取此列' };

/**
 * A register's sheet as a table, its columns in the order of the file; those that the file lacks come last, empty. An
 * empty sheet is a table without rows.
 */
export function tableOf({ columns }: Pick<RegisterDefinition<unknown>, 'columns'>, sheet: readonly SheetRow[]): Table {
  const [header, ...body] = sheet.filter((row) => !isBlank(row));
  const filled = new Set(body.flatMap(({ cells }) => cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]))));
  const width = [...filled].reduce((most, at) => Math.max(most, at + 1), header?.cells.length ?? 0);
  const found: TableColumn[] = [];
  const places = Array.from({ length: width }, (_, at) => {
    const label = labelOf(header?.cells[at] ?? '');
    if (label === '' && !filled.has(at)) return '';
    const id = columnOf(columns, label);
    const column = id === undefined || found.some((known) => known.id === id) ? undefined : columns[id];
    const made = column
      ? { ...column, id: id as string, isKnown: true }
      : { header: label, cell: BESIDES, id: `extra-${at + 1}`, isKnown: isOwn(label) };
    found.push(made);
    return made.id;
  });
  const lacking = Object.entries(columns)
    .filter(([id]) => !places.includes(id))
    .map(([id, column]) => ({ ...column, id, isKnown: true }));
  const all = [...found, ...lacking];
  const rows = body.map(({ line, cells }): TableRow => {
    const texts = new Map(places.map((id, at) => [id, cells[at] ?? '']));
    return { line, texts: Object.fromEntries(all.map(({ id }) => [id, texts.get(id) ?? ''])) };
  });
  return { columns: all, rows, places };
}

/** Says of each problem of a table's file which row and column it concerns. */
export function located(problems: readonly Problem[], { rows, places }: Table): TableProblem[] {
  const byLine = new Map(rows.map(({ line }, row) => [line, row]));
  return problems.map((problem) => {
    const { line, column } = problem.place;
    const columnId = column === undefined ? null : places[column - 1] || null;
    return { ...problem, row: line === undefined ? null : (byLine.get(line) ?? null), columnId };
  });
}
