import type { FileDraft } from '../types.ts';
import { withoutClock } from './zip.ts';

/** All files say that they were made on this day. */
const MADE = new Date('2023-08-01T00:00:00Z');

/** An Excel file with one sheet for each table. The same bytes on every run. */
export async function xlsxBytes(file: FileDraft): Promise<Buffer> {
  const { writeXlsx } = await import('hucre/xlsx');
  const sheets = file.grids.map((grid, i) => {
    const rows = [[...grid.header], ...grid.rows.map((row) => [...row])];
    if (grid.caption === undefined) return { name: `表${i + 1}`, rows };
    // As offices do it: the table's name in a first row merged over all columns.
    const across = { startRow: 0, startCol: 0, endRow: 0, endCol: grid.header.length - 1 };
    return { name: `表${i + 1}`, rows: [[grid.caption], ...rows], merges: [across] };
  });
  return withoutClock(Buffer.from(await writeXlsx({ sheets, properties: { created: MADE, modified: MADE } })));
}
