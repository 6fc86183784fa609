import type { FileDraft } from '../types.ts';
import { withoutClock } from './zip.ts';

const CORE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>demo</dc:creator></cp:coreProperties>`;

/** A Word file: title, paragraphs, tables. The same bytes on every run. */
export async function docxBytes(file: FileDraft): Promise<Buffer> {
  const { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, WidthType } =
    await import('docx');
  const row = (cells: readonly string[]) =>
    new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) });
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: file.title, heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER }),
          ...file.paragraphs.map((text) => new Paragraph(text)),
          ...file.grids.map(
            (grid) =>
              new Table({
                width: { size: 100, type: WidthType.PERCENTAGE },
                rows: [grid.header, ...grid.rows].map(row),
              }),
          ),
        ],
      },
    ],
  });
  const bytes = await Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: CORE }]);
  return withoutClock(bytes);
}
