import { Buffer } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** Files made to harm whoever reads them. */

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
};

/** A zip archive of these files. */
export async function archive(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content as string), name, { compress: content.length > 0 });
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream);
}

const text = (ref: string, value: string): string => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** A workbook with the header of `coverage` and then this XML of rows; the shared strings as they are given. */
export const workbookWith = (
  rows: string,
  sharedStrings = `<sst xmlns="${SPREADSHEET}"/>`,
  more: Readonly<Record<string, string>> = {},
): Promise<Buffer> =>
  archive({
    ...PARTS,
    'xl/sharedStrings.xml': sharedStrings,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SPREADSHEET}"><sheetData><row r="1">${text('A1', '单位')}${text('B1', '季度')}${text('C1', '重点栏目保障得分')}</row>${rows}</sheetData></worksheet>`,
    ...more,
  });

export const goodRow = `<row r="2">${text('A2', 'sfj')}${text('B2', '2023Q2')}<c r="C2"><v>4.5</v></c></row>`;

export const strings = (doctype: string, value: string): string =>
  `<?xml version="1.0"?>${doctype}<sst xmlns="${SPREADSHEET}"><si><t>${value}</t></si></sst>`;

export const cellAt = (ref: string): string => `<row r="${ref.replace(/\D/g, '')}">${text(ref, 'x')}</row>`;

/** An archive whose directory says of every member that it is only so long. */
export function lyingAbout(zip: Buffer, length: number): Buffer {
  const lying = Buffer.from(zip);
  const entry = Buffer.from('PK\x01\x02', 'latin1');
  for (let at = lying.indexOf(entry); at >= 0; at = lying.indexOf(entry, at + 1)) lying.writeUInt32LE(length, at + 24);
  return lying;
}

/**
 * An archive whose directory says that members hold nothing, while their own headers say otherwise: some programs
 * believe the one and some the other.
 */
export function twoFaced(zip: Buffer): Buffer {
  const made = Buffer.from(zip);
  const entry = Buffer.from('PK\x01\x02', 'latin1');
  for (let at = made.indexOf(entry); at >= 0; at = made.indexOf(entry, at + 1)) {
    const local = made.readUInt32LE(at + 42);
    // Flag 8: the lengths stand behind the data.
    made.writeUInt16LE(made.readUInt16LE(at + 8) | 8, at + 8);
    made.writeUInt32LE(made.readUInt32LE(at + 20), local + 18);
    made.writeUInt32LE(0, local + 22);
    made.writeUInt32LE(0, at + 20);
    made.writeUInt32LE(0, at + 24);
  }
  return made;
}

/** Another name of the same length for a member, in both places where it stands. */
export const renamed = (zip: Buffer, from: string, to: string): Buffer =>
  Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');

/** What Word or Excel of old wrote, as far as its directory. */
export function oldOffice(...streams: readonly string[]): Buffer {
  const file = Buffer.alloc(4096);
  file.write('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
  for (const [at, name] of streams.entries()) file.write(`${name}\0`, 1024 + at * 128, 'utf16le');
  return file;
}
