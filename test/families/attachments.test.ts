import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { docxBytes } from '../../demo/files/docx.ts';
import { pdfBytes } from '../../demo/files/pdf.ts';
import { pngBytes } from '../../demo/files/png.ts';
import { readAttachment } from '../../src/extract/attachments.ts';
import type { AttachmentType } from '../../src/model/document.ts';
import { type Packed, zipBytes } from '../sites/gongkai/archive.ts';
import { docBytes, oleBytes, xlsBytes } from '../sites/gongkai/office.ts';

const GRID = { header: ['序号', '事项'], rows: [['1', '成果抽查']] };
const draft = { name: 'a', title: '成果清单', paragraphs: ['现予公布。'], grids: [GRID] } as const;
const xls = xlsBytes([GRID.header, ...GRID.rows]);
const doc = docBytes('成果清单\n现予公布。');
const docx = () => docxBytes({ ...draft, type: 'docx' });
const text = (words: string) => Buffer.from(words);
const numbered = (count: number): Packed[] =>
  Array.from({ length: count }, (_, i) => ({ name: `${i}.txt`, bytes: text(`第${i}份`) }));

const read = (bytes: Uint8Array, type: AttachmentType) => readAttachment(bytes, type);
const readable = async (bytes: Uint8Array, type: AttachmentType): Promise<string> => {
  const reading = await read(bytes, type);
  return reading.ok ? reading.value.text : `不可读：${reading.detail}`;
};

/** A PDF of which only the first page holds text and the second a picture. */
function halfScanned(): Buffer {
  const picture = 'q 100 0 0 100 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Resources << /Font << /F1 7 0 R >> >> /Contents 4 0 R >>',
    '<< /Length 34 >>\nstream\nBT /F1 14 Tf 9 9 Td (Summary) Tj ET\nendstream',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Resources << >> /Contents 6 0 R >>',
    `<< /Length ${picture.length} >>\nstream\n${picture}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let out = '%PDF-1.4\n';
  const rows = objects.map((object, i) => {
    const row = `${String(out.length).padStart(10, '0')} 00000 n \n`;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return row;
  });
  const xref = out.length;
  out += `xref\n0 8\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size 8 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

describe('attachments of offices', () => {
  it('are read by what they are, whatever they are called', async () => {
    expect(await readable(doc, 'doc')).toBe('成果清单\n现予公布。');
    expect(await readable(doc, 'docx')).toBe('成果清单\n现予公布。');
    expect(await readable(await docx(), 'xls')).toContain('现予公布');
    expect(await readable(xls, 'doc')).toContain('成果抽查');
    expect(await readable(xls, 'other')).toContain('成果抽查');
    expect(await readable(pdfBytes({ ...draft, type: 'pdf' }), 'doc')).toContain('现予公布');
  });

  it('of WPS are read where they are of the kind that .doc and .xls are', async () => {
    expect(await readable(doc, 'wps')).toContain('现予公布');
    expect(await readable(xls, 'other')).toContain('成果抽查');
    expect(await read(oleBytes({ CONTENTS: text('x') }), 'wps')).toEqual({
      ok: false,
      detail: '暂不能读取 WPS 格式文件',
    });
  });

  it('read an archive file by file, with names in GBK, in folders, and what computers add left out', async () => {
    const reading = await read(
      zipBytes([
        { name: '材料/', bytes: text('') },
        { name: '材料/一、清单.xls', bytes: xls },
        { name: '材料/二、说明㐂.txt', bytes: iconv.encode('说明文字', 'gb18030') },
        { name: '三、通知.docx', bytes: await docx() },
        { name: '__MACOSX/材料/._一、清单.xls', bytes: text('x') },
        { name: 'Thumbs.db', bytes: text('x') },
      ]),
      'zip',
    );
    expect(reading).toMatchObject({ ok: true, value: { tables: [{ rows: [GRID.header, ...GRID.rows] }, {}] } });
    const words = reading.ok ? reading.value.text : '';
    for (const part of ['一、清单.xls', '成果抽查', '说明文字', '三、通知.docx', '现予公布'])
      expect(words).toContain(part);
    expect(words).not.toContain('MACOSX');
  });

  it('take an archive for one, also under another name or with bytes behind it', async () => {
    const zip = zipBytes([{ name: '清单.xls', bytes: xls }]);
    expect(await readable(zip, 'doc')).toContain('成果抽查');
    expect(await readable(Buffer.concat([zip, text('\r\n')]), 'zip')).toContain('成果抽查');
    expect(await readable(Buffer.concat([await docx(), text('\r\n\r\n')]), 'docx')).toContain('现予公布');
    // An archive that holds a .docx unpacked is no .docx.
    expect(await readable(zipBytes([{ name: '通知.docx', bytes: await docx() }]), 'zip')).toContain('通知.docx\n');
  });

  it.each<[string, () => Packed[] | Promise<Packed[]>, string]>([
    [
      'one file cannot be read',
      () => [
        { name: '清单.xls', bytes: xls },
        { name: '正文.ofd', bytes: text('OFD') },
      ],
      '正文.ofd',
    ],
    [
      'one is a picture',
      () => [
        { name: '清单.xls', bytes: xls },
        { name: '照片.png', bytes: pngBytes('x') },
      ],
      '照片.png',
    ],
    [
      'one is an archive itself',
      () => [{ name: '里层.zip', bytes: zipBytes([{ name: 'a.xls', bytes: xls }]) }],
      '里层.zip',
    ],
    ['one is locked', () => [{ name: '清单.xls', bytes: xls, locked: true }], '已加密'],
    ['one is of another format', () => [{ name: '安装.exe', bytes: Buffer.from([77, 90, 0, 1]) }], '安装.exe'],
    ['there are none', () => [{ name: '空/', bytes: text('') }], '没有文件'],
    ['there are too many', () => numbered(201), '超过200个'],
    ['a size is a lie', () => [{ name: '1.txt', bytes: Buffer.alloc(5_000_000, 'x'), claims: 10 }], '损坏'],
    ['all would be too large', () => [{ name: '1.txt', bytes: text('x'), claims: 500_000_000 }], '过大'],
  ])('say of an archive that it is not read where %s', async (_name, files, detail) => {
    expect(await read(zipBytes(await files()), 'zip')).toEqual({ ok: false, detail: expect.stringContaining(detail) });
  });

  it('reads as many files as are allowed', async () => {
    expect(await readable(zipBytes(numbered(200)), 'zip')).toContain('第199份');
  });

  it.each<[string, () => Uint8Array, AttachmentType, string]>([
    ['a locked .doc', () => docBytes('密', { locked: true }), 'doc', '加密'],
    ['a locked .xls', () => xlsBytes([['密']], { locked: true }), 'xls', '加密'],
    ['a locked .docx', () => oleBytes({ EncryptedPackage: text('x') }), 'docx', '加密'],
    ['slides', () => oleBytes({ 'PowerPoint Document': text('x') }), 'other', '演示文稿'],
    ['RAR', () => Buffer.from('Rar!\x1a\x07\x00', 'latin1'), 'other', 'RAR'],
    ['RAR that is called .zip', () => Buffer.from('Rar!\x1a\x07\x00', 'latin1'), 'zip', 'RAR'],
    ['RTF that is called .doc', () => text('{\\rtf1 x}'), 'doc', 'RTF'],
    ['OFD', () => zipBytes([{ name: 'OFD.xml', bytes: text('<a/>') }]), 'ofd', 'OFD'],
    ['OFD that is called .pdf', () => zipBytes([{ name: 'OFD.xml', bytes: text('<a/>') }]), 'pdf', 'OFD'],
    ['a page served as .txt', () => text('<!DOCTYPE html><html>404</html>'), 'txt', '网页'],
    ['a page served as .xls', () => text('\n<html><table><tr><td>1</td></tr></table>'), 'xls', '网页'],
    ['a PDF with a scanned page among others', halfScanned, 'pdf', '第2页为图片'],
    ['an archive that is cut off', () => zipBytes([{ name: 'a.xls', bytes: xls }]).subarray(0, 300), 'zip', '损坏'],
    ['letters of no meaning', () => Buffer.from('\ue001\ue002\ue003'), 'txt', '编码不能识别'],
  ])('names %s as unreadable', async (_name, bytes, type, detail) => {
    expect(await read(bytes(), type)).toEqual({ ok: false, detail: expect.stringContaining(detail) });
  });

  it('read texts in UTF-16 and tables in GB18030', async () => {
    expect(await readable(Buffer.from('\ufeff成果清单', 'utf16le'), 'txt')).toContain('成果清单');
    expect(await read(iconv.encode('序号,名称\n1,㐂字\n', 'gb18030'), 'csv')).toMatchObject({
      ok: true,
      value: {
        tables: [
          {
            rows: [
              ['序号', '名称'],
              ['1', '㐂字'],
            ],
          },
        ],
      },
    });
  });
});
