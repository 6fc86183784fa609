import { buildDistrict } from './district.ts';
import type { DemoColumn, DemoDocument, DemoUnit } from './types.ts';

const district = buildDistrict();

/** The column of this name of a unit, by the unit's short name. */
export function columnOf(unit: string, name: string): DemoColumn {
  const site = district.sites.find((one) => one.unit.name === unit);
  const column = site?.columns.find((one) => one.name === name);
  if (!column) throw new Error(`${unit} has no column ${name}`);
  return column;
}

/** Every column of the district that carries this name, with its unit. */
export const columnsNamed = (name: string): { unit: DemoUnit; column: DemoColumn }[] =>
  district.sites.flatMap(({ unit, columns }) =>
    columns.filter((column) => column.name === name).map((column) => ({ unit, column })),
  );

export const allColumns = (): DemoColumn[] => district.sites.flatMap(({ columns }) => [...columns]);

/** What a document says, tables of its files included, without tags. */
export function textOf(document: DemoDocument): string {
  const files = document.files.flatMap((file) => file.grids.flatMap((grid) => [grid.header, ...grid.rows].flat()));
  return [document.body(document.files).replace(/<[^>]+>/g, ''), ...files].join('\n');
}

/** Short names of the units for which the test holds, in the order of the district. */
export const unitsWhere = (
  of: readonly { unit: DemoUnit; column: DemoColumn }[],
  holds: (column: DemoColumn, unit: DemoUnit) => boolean,
): string[] => of.filter(({ unit, column }) => holds(column, unit)).map(({ unit }) => unit.name);
