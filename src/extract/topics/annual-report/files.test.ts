import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { AttachmentType, Table as Grid } from '../../../model/document.ts';
import { readAttachment } from '../../attachments.ts';
import { pageOf } from '../../fixtures.ts';
import { tablesWithin } from '../../tables.ts';
import { balancedLitigation, balancedRequests } from './balance.fixture.ts';
import { drawDisclosure, drawLitigation, drawRequests } from './report.fixture.ts';
import { readReportTables } from './tables.ts';

const [REQUESTS = []] = fc.sample(balancedRequests('from-2021'), { numRuns: 1, seed: 5 });
const [LITIGATION = []] = fc.sample(balancedLitigation, { numRuns: 1, seed: 5 });
const DRAWN = [drawDisclosure([0, 1, 2, 3, 4, 5, 6, 7, 8, 9.5]), drawRequests(REQUESTS), drawLitigation(LITIGATION)];

interface Cell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}
const spanOf = (attributes: string, name: string): number =>
  Number(new RegExp(`${name}="(\\d+)"`).exec(attributes)?.[1] ?? 1);
const cellsOf = (html: string): Cell[][] =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<td([^>]*)>(.*?)<\/td>/g)].map(([, attributes = '', text = '']) => ({
      text: text.replace('<br>', ''),
      columns: spanOf(attributes, 'colspan'),
      rows: spanOf(attributes, 'rowspan'),
    })),
  );

const docx = (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: DRAWN.flatMap((html) => [
            new Paragraph('表'),
            new Table({
              rows: cellsOf(html).map(
                (cells) =>
                  new TableRow({
                    children: cells.map(
                      ({ text, columns, rows }) =>
                        new TableCell({ children: [new Paragraph(text)], columnSpan: columns, rowSpan: rows }),
                    ),
                  }),
              ),
            }),
          ]),
        },
      ],
    }),
  );
const gridOf = (html: string): Grid | undefined => {
  const { flow } = pageOf(html);
  return tablesWithin(flow, 0, flow.blocks.length)[0];
};
const sheet = ({ caption, rows }: Grid) =>
  [...(caption ? [[caption]] : []), ...rows].map((row) =>
    row.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)),
  );
const xlsx = (): Promise<Uint8Array> =>
  writeXlsx({
    sheets: DRAWN.flatMap((html) => gridOf(html) ?? []).map((grid, i) => ({
      name: `表${i + 2}`,
      rows: sheet(grid),
    })),
  });
/** The lines of a PDF: one to a row of a table. */
const lines = (): Uint8Array =>
  Buffer.from(
    DRAWN.flatMap((html) => cellsOf(html).map((cells) => cells.map(({ text }) => text).join(' '))).join('\n'),
  );

describe('the tables of a report', () => {
  it.each<[AttachmentType, () => Promise<Uint8Array> | Uint8Array]>([
    ['docx', docx],
    ['xlsx', xlsx],
    ['txt', lines],
  ])('are read out of a .%s', async (type, make) => {
    const reading = await readAttachment(await make(), type);
    const tables = readReportTables(reading.ok ? [reading.value] : [], false);
    expect(tables.disclosure).toMatchObject({
      ok: true,
      value: { rulesInForce: 2, normsMade: 3, permits: 6, fees: 9.5 },
    });
    const requests = tables.requests.ok ? tables.requests.value : null;
    expect(Object.values(requests?.received ?? {})).toEqual(REQUESTS[0]);
    expect(requests?.results.map(({ counts }) => Object.values(counts))).toEqual(REQUESTS.slice(2, 23));
    const litigation = tables.litigation.ok ? tables.litigation.value : null;
    expect(Object.values(litigation ?? {}).flatMap((block) => Object.values(block))).toEqual(LITIGATION);
  });
});
