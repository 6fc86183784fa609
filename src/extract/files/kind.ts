import { Buffer } from 'node:buffer';

type FileKind = 'pdf' | 'docx' | 'xlsx' | 'ole' | 'word-html' | 'html' | 'text' | 'unknown';

const HEAD = 1024;

/** What a file is by its first bytes, whatever its name says. */
export function fileKind(bytes: Uint8Array): FileKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.subarray(0, HEAD);
  if (head.includes('%PDF-')) return 'pdf';
  if (head.length >= 4 && head.readUInt32BE(0) === 0xd0cf11e0) return 'ole';
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) {
    if (buffer.includes('word/document')) return 'docx';
    return buffer.includes('xl/workbook') ? 'xlsx' : 'unknown';
  }
  const text = head.toString('latin1').replace(/^(?:\xef\xbb\xbf)?\s*/, '');
  if (/^<(?:!doctype\s+html|html|head|body|script|meta|!--)/i.test(text)) {
    return text.includes('urn:schemas-microsoft-com:office') ? 'word-html' : 'html';
  }
  // Control characters other than white space do not occur in text of any encoding that these sites use.
  return head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) ? 'unknown' : 'text';
}
