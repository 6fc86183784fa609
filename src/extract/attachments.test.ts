import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { FILE_FAULTS } from './attachment-reading.ts';
import { readAttachment } from './attachments.ts';

const cellOf = (text: string) => new TableCell({ children: [new Paragraph(text)] });
const docx = (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph('信息公开申请表'),
            new Table({
              rows: [
                ['姓名', '电话'],
                ['张三', '0533-7100001'],
              ].map((row) => new TableRow({ children: row.map(cellOf) })),
            }),
          ],
        },
      ],
    }),
  );

/** A PDF whose one font uses a predefined Chinese encoding and is not embedded. */
function pdf(text: string): Buffer {
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex');
  const content = text === '' ? '' : `BT /F1 14 Tf 60 700 Td <${hex}> Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const xref = out.length;
  out += `xref\n0 8\n0000000000 65535 f \n${rows}trailer\n<< /Size 8 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

describe('attachments', () => {
  it('reads text and tables of a .docx, also where its name says .doc', async () => {
    for (const type of ['docx', 'doc'] as const) {
      expect(await readAttachment(await docx(), type)).toMatchObject({
        ok: true,
        value: {
          text: expect.stringContaining('信息公开申请表'),
          tables: [
            {
              rows: [
                ['姓名', '电话'],
                ['张三', '0533-7100001'],
              ],
            },
          ],
        },
      });
    }
  });
  it('reads a sheet with its merged name as the caption', async () => {
    const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }];
    const bytes = await writeXlsx({
      sheets: [{ name: '表1', rows: [['抽查计划'], ['序号', '事项'], [1, '安全']], merges }],
    });
    expect(await readAttachment(bytes, 'xlsx')).toMatchObject({
      ok: true,
      value: {
        tables: [
          {
            caption: '抽查计划',
            rows: [
              ['序号', '事项'],
              ['1', '安全'],
            ],
          },
        ],
      },
    });
  });
  it('reads a .csv in GB18030', async () => {
    expect(await readAttachment(iconv.encode('单位,数量\n青石区档案馆,3\n', 'gb18030'), 'csv')).toMatchObject({
      ok: true,
      value: {
        tables: [
          {
            rows: [
              ['单位', '数量'],
              ['青石区档案馆', '3'],
            ],
          },
        ],
      },
    });
  });
  it('reads a plain text in GB18030', async () => {
    expect(await readAttachment(iconv.encode('公开事项', 'gb18030'), 'txt')).toMatchObject({
      ok: true,
      value: { text: '公开事项' },
    });
  });
  it('reads a PDF whose font has a predefined Chinese encoding', async () => {
    expect(await readAttachment(pdf('年度抽查计划'), 'pdf')).toMatchObject({
      ok: true,
      value: { text: '年度抽查计划' },
    });
  });
  it.each([
    ['a scan', () => pdf(''), 'pdf', '扫描件'],
    ['an error page served as a file', () => Buffer.from('<!DOCTYPE html><p>404'), 'docx', FILE_FAULTS.page],
    ['a page that only a script fills', () => Buffer.from('<!DOCTYPE html><script>go()</script>'), 'docx', '空白网页'],
    ['nothing', () => Buffer.alloc(0), 'pdf', FILE_FAULTS.empty],
    ['text under a wrong name', () => Buffer.from('plain'), 'docx', FILE_FAULTS.mismatch],
    ['a broken file', () => Buffer.from('%PDF-1.4\nbroken'), 'pdf', '损坏'],
    ['an archive', () => Buffer.from('PK\x03\x04....'), 'zip', '压缩包'],
    ['OFD', () => Buffer.from('PK\x03\x04....'), 'ofd', 'OFD'],
  ] as const)('says why it cannot read %s', async (_name, bytes, type, detail) => {
    expect(await readAttachment(bytes(), type)).toEqual({ ok: false, detail: expect.stringContaining(detail) });
  });
});
