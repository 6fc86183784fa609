import type { RegisterDefinition } from '../../registers/definitions.ts';
import type { TableRow } from '../../registers/table.ts';

/**
 * What a row is the same by: its unique columns, or the first one in a register whose rows may repeat. A unit or a day
 * written in two ways is one. Null where a cell of them cannot be read.
 */
export function rowKey(definition: RegisterDefinition<unknown>, texts: TableRow['texts']): string | null {
  const values = keyColumns(definition).map((id) => definition.columns[id]?.cell.schema.safeParse(texts[id] ?? ''));
  return values.every((value) => value?.success) ? JSON.stringify(values.map((value) => value?.data)) : null;
}

/** The ids of these columns. */
export function keyColumns({ unique, columns }: RegisterDefinition<unknown>): readonly string[] {
  const ids: readonly string[] = unique;
  return ids.length > 0 ? ids : Object.keys(columns).slice(0, 1);
}
