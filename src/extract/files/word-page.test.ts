import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import { docxPage } from './word-page.ts';

const written = (...children: readonly (Paragraph | Table)[]): Promise<Uint8Array> =>
  Packer.toBuffer(new Document({ sections: [{ children: [...children] }] }));

describe('a Word document as a page', () => {
  it('keeps words, tables and where titles and signatures stand', async () => {
    const bytes = await written(
      new Paragraph({ text: '关于政务公开的通报', alignment: AlignmentType.CENTER }),
      new Paragraph('各单位：'),
      new Paragraph({ text: '2023年8月8日', alignment: AlignmentType.RIGHT }),
      new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph('甲局')] })] })] }),
    );
    const html = (await docxPage(bytes))?.html ?? '';
    expect(html).toMatch(/<p class="center">关于政务公开的通报<\/p>/);
    expect(html).toMatch(/<p class="right">2023年8月8日<\/p>/);
    expect(html).toMatch(/<p>各单位：<\/p>/);
    expect(html).toMatch(/<td><p>甲局<\/p><\/td>/);
    expect(html).toContain('text-align:center');
  });

  it('runs nothing, whatever its words are', async () => {
    const html = (await docxPage(await written(new Paragraph('<script>alert(1)</script>'))))?.html ?? '';
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('<script');
  });
});
