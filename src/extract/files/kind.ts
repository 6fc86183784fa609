import { Buffer } from 'node:buffer';

export type FileKind =
  | 'pdf'
  | 'zip'
  | 'ole-word'
  | 'ole-sheet'
  | 'ole-slides'
  | 'ole-locked'
  | 'ole'
  | 'rar'
  | '7z'
  | 'rtf'
  | 'image'
  | 'word-html'
  | 'html'
  | 'text'
  | 'unknown';

const HEAD = 1024;
const SIGNATURES: readonly (readonly [string, FileKind])[] = [
  ['PK\x03\x04', 'zip'],
  // An archive without members.
  ['PK\x05\x06', 'zip'],
  ['Rar!\x1a\x07', 'rar'],
  ['7z\xbc\xaf\x27\x1c', '7z'],
  ['{\\rtf', 'rtf'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
];
/** Names of the streams by which an OLE file shows what wrote it. A locked .docx or .xlsx is an OLE file as well. */
const STREAMS: readonly (readonly [string, FileKind])[] = [
  ['EncryptedPackage', 'ole-locked'],
  ['WordDocument', 'ole-word'],
  ['PowerPoint Document', 'ole-slides'],
  ['Workbook', 'ole-sheet'],
  ['Book', 'ole-sheet'],
];

/** What a file is by its bytes, whatever its name says. */
export function fileKind(bytes: Uint8Array): FileKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.subarray(0, HEAD).toString('latin1');
  if (head.startsWith('\xd0\xcf\x11\xe0')) return oleKind(buffer);
  for (const [signature, kind] of SIGNATURES) if (head.startsWith(signature)) return kind;
  const text = head.replace(/^(?:\xef\xbb\xbf)?\s*/, '');
  if (/^<(?:!doctype\s+html|html|head|body|script|meta|title|!--)/i.test(text))
    return text.includes('urn:schemas-microsoft-com:office') ? 'word-html' : 'html';
  if (head.includes('%PDF-')) return 'pdf';
  if (/^(?:\xff\xfe|\xfe\xff)/.test(head)) return 'text';
  // Control characters other than white space do not occur in text of any encoding that these sites use.
  const isBinary = buffer.subarray(0, HEAD).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
  return isBinary ? 'unknown' : 'text';
}

/** Entries of an OLE directory begin with their name in UTF-16, ended by a NUL, in a slot of 128 bytes. */
function oleKind(buffer: Buffer): FileKind {
  for (const [name, kind] of STREAMS) {
    const wanted = Buffer.from(`${name}\0`, 'utf16le');
    for (let at = buffer.indexOf(wanted); at >= 0; at = buffer.indexOf(wanted, at + 1)) if (at % 128 === 0) return kind;
  }
  return 'ole';
}
