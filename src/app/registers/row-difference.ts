import type { RegisterDefinition } from '../../registers/definitions.ts';
import type { Table, TableRow } from '../../registers/table.ts';
import { keyColumns, rowKey } from './row-key.ts';

/** Rows that are named; of more only the number is told. */
const NAMED = 3;

/**
 * What became of a register's rows, in a few Chinese words: 新增1行（区司法局 2023Q2）、删除2行. A row that has another
 * of the same unique columns in its place (the same unit, in a register whose rows may repeat) was changed.
 */
export function rowDifference(definition: RegisterDefinition<unknown>, before: Table, after: Table): string {
  const old = new Bag(filledRows(before), ({ content }) => content);
  const fresh = filledRows(after).filter((row) => !old.take(row));
  const gone = new Bag(old.rest(), ({ texts, content }) => rowKey(definition, texts) ?? content);
  const added: Row[] = [];
  const changed: Row[] = [];
  for (const row of fresh) (gone.take(row) ? changed : added).push(row);
  const told = [
    tell('新增', added, definition),
    tell('修改', changed, definition),
    tell('删除', gone.rest(), definition),
  ];
  const parts = told.filter((part) => part !== '');
  return parts.length > 0 ? parts.join('、') : '各行内容没有变化';
}

interface Row {
  readonly texts: TableRow['texts'];
  /** All its cells by their headers, so that columns may stand in another order; empty ones do not count. */
  readonly content: string;
}

function filledRows({ columns, rows }: Table): Row[] {
  const inOrder = columns.toSorted((a, b) => (a.header < b.header ? -1 : 1));
  return rows.flatMap(({ texts }) => {
    const cells = inOrder.flatMap(({ id, header }) => (texts[id]?.trim() ? [[header, texts[id].trim()]] : []));
    return cells.length > 0 ? [{ texts, content: JSON.stringify(cells) }] : [];
  });
}

function tell(what: string, rows: readonly Row[], definition: RegisterDefinition<unknown>): string {
  if (rows.length === 0) return '';
  const names = rows.slice(0, NAMED).map(({ texts }) =>
    keyColumns(definition)
      .map((id) => (texts[id] ?? '').trim())
      .join(' '),
  );
  return `${what}${rows.length}行（${names.join('、')}${rows.length > NAMED ? '等' : ''}）`;
}

/** Rows from which equal ones can be taken, each once. */
class Bag {
  private readonly rows = new Map<string, Row[]>();
  private readonly keyOf: (row: Row) => string;

  constructor(rows: readonly Row[], keyOf: (row: Row) => string) {
    this.keyOf = keyOf;
    for (const row of rows) {
      const alike = this.rows.get(keyOf(row));
      if (alike) alike.push(row);
      else this.rows.set(keyOf(row), [row]);
    }
  }

  take(row: Row): Row | undefined {
    return this.rows.get(this.keyOf(row))?.shift();
  }

  /** What was not taken. */
  rest(): Row[] {
    return [...this.rows.values()].flat();
  }
}
