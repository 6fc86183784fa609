import type { FileDraft } from '../types.ts';

const LINE = 20;
const LINES_A_PAGE = 36;
const CHARACTERS_A_LINE = 32;

/** UTF-16BE code units as the hexadecimal string that UniGB-UCS2-H takes. */
const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

function wrapped(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const letters = Array.from(text);
    const lines: string[] = [];
    for (let i = 0; i < letters.length; i += CHARACTERS_A_LINE)
      lines.push(letters.slice(i, i + CHARACTERS_A_LINE).join(''));
    return lines.length > 0 ? lines : [''];
  });
}

function pageContent(lines: readonly string[]): string {
  return `BT /F1 14 Tf ${LINE} TL 60 780 Td\n${lines.map((line) => `<${hex(line)}> Tj T*`).join('\n')}\nET`;
}

/** A small PDF in a font that every reader knows (STSong-Light), nothing embedded; tables become lines of text. */
export function pdfBytes(file: FileDraft): Buffer {
  const tables = file.grids.flatMap((grid) => [grid.header, ...grid.rows].map((row) => row.join('　')));
  const lines = wrapped([file.title, '', ...file.paragraphs, ...tables]);
  const pages: string[][] = [];
  for (let i = 0; i < lines.length; i += LINES_A_PAGE) pages.push(lines.slice(i, i + LINES_A_PAGE));

  const firstPage = 6;
  const kids = pages.map((_, i) => `${firstPage + i * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ...pages.flatMap((page, i) => {
      const content = pageContent(page);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstPage + i * 2 + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];

  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${xref}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
