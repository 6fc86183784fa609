import { columnsOf } from './columns.ts';
import { publishColumns } from './publish.ts';
import type { DemoSite, DemoUnit, District } from './types.ts';
import { DEMO_UNITS } from './units.ts';

/** All units with their columns and documents, addresses included; bodies and files are written on demand. */
export function buildDistrict(): District {
  const sites = DEMO_UNITS.map(buildSite);
  const columns = sites.flatMap((site) => site.columns);
  const documents = columns.reduce((sum, column) => sum + (column.inline ? 1 : column.documents.length), 0);
  return { sites, documents };
}

/** The columns of the unit that stands at this place of `DEMO_UNITS`. */
export const buildSite = (unit: DemoUnit, order: number): DemoSite => ({
  unit,
  columns: publishColumns(unit, order, columnsOf(unit, order)),
});
