import type { AttachmentContent, AttachmentType } from '../model/document.ts';
import { type AttachmentReading, BLANK_PAGE, FILE_FAULTS } from './attachment-reading.ts';
import { xmlCharacters } from './characters.ts';
import { decodeText } from './charset.ts';
import { comparedWith } from './doubtful.ts';
import { ArchiveTooLarge, archiveMembers, type Member } from './files/archive.ts';
import { type FileKind, fileKind } from './files/kind.ts';
import { readPdf } from './files/pdf.ts';
import { readCsv, readWorkbook } from './files/sheet.ts';
import { readDoc, readDocx, readWordHtml } from './files/word.ts';
import { readArchive } from './files/zip.ts';
import { LOCKED_FILE, Unreadable } from './unreadable.ts';

/** Kinds of file that are known and not read, whatever their name is. */
const UNREAD_KINDS: Partial<Record<FileKind, string>> = {
  'ole-locked': LOCKED_FILE,
  'ole-slides': '暂不能读取演示文稿',
  rar: '暂不能读取 RAR 压缩包',
  '7z': '暂不能读取 7Z 压缩包',
  rtf: '暂不能读取 RTF 格式文件',
  image: '图片附件，不能识别其中文字',
};
/** What a name promises, where the bytes do not tell more. */
const UNREAD_TYPES: Partial<Record<AttachmentType, string>> = {
  zip: '压缩包已损坏，不能读取',
  wps: '暂不能读取 WPS 格式文件',
  ofd: '暂不能读取 OFD 格式文件',
  image: '图片附件，不能识别其中文字',
  other: '不能识别的文件格式',
};
const NO_TEXT = '文件中没有可读取的文字，可能是扫描件';
const BROKEN = '文件已损坏或格式有误，不能读取';
const NESTED = '是压缩包内的压缩包，未展开读取';
/** Fonts that name no characters, and bytes in a wrong encoding, come out as signs of no meaning. */
const MEANINGLESS = /[\ufffd\p{Co}\p{Cc}]/gu;
const MOST_MEANINGLESS = 0.1;

/**
 * Text and tables of a file. What the bytes are decides, not the name, so that a .doc that is really a .docx is read.
 * An archive is read file by file, one level deep. Everything that cannot be read is not ok with a reason in Chinese;
 * nothing is thrown for a bad file.
 */
export const readAttachment = (bytes: Uint8Array, type: AttachmentType): Promise<AttachmentReading> =>
  readFile(bytes, type, 0);

async function readFile(bytes: Uint8Array, type: AttachmentType, depth: number): Promise<AttachmentReading> {
  if (bytes.length === 0) return { ok: false, detail: FILE_FAULTS.empty };
  const kind = fileKind(bytes);
  if (kind === 'html') return { ok: false, detail: saysSomething(bytes) ? FILE_FAULTS.page : BLANK_PAGE };
  const known = UNREAD_KINDS[kind];
  if (known) return { ok: false, detail: known };
  try {
    if (kind === 'zip') return await readZip(bytes, type, depth);
    return checked(await readKind(bytes, type, kind), type);
  } catch (error) {
    return { ok: false, detail: faultOf(error, type) };
  }
}

/** The new office formats are archives too; the members by which each is known decide. */
async function readZip(bytes: Uint8Array, type: AttachmentType, depth: number): Promise<AttachmentReading> {
  const members = await archiveMembers(bytes);
  const holds = (pattern: RegExp): boolean => members.some(({ name }) => pattern.test(name));
  if (holds(DOCX_TEXT)) {
    const characters = await unpackAll(members);
    return checked(comparedWith(await readDocx(bytes), characters), type);
  }
  if (holds(/^xl\/workbook\.xml$/i)) return checked(await readWorkbook(bytes), type);
  if (holds(/^OFD\.xml$/i)) return { ok: false, detail: '暂不能读取 OFD 格式文件' };
  if (holds(/^ppt\/presentation\.xml$/i)) return { ok: false, detail: '暂不能读取演示文稿' };
  if (holds(/^\[Content_Types\]\.xml$|^content\.xml$/i)) return { ok: false, detail: '不能识别的文件格式' };
  if (depth > 0) return { ok: false, detail: NESTED };
  return readArchive(members, (inner, innerType) => readFile(inner, innerType, depth + 1));
}

const DOCX_TEXT = /^word\/document\d*\.xml$/i;

/**
 * The characters of a .docx, as a second reading. All of it is unpacked: its reader trusts the sizes that an archive
 * declares, and unpacking once proves them.
 */
async function unpackAll(members: readonly Member[]): Promise<string> {
  let characters = '';
  for (const member of members) {
    const bytes = await member.open();
    if (DOCX_TEXT.test(member.name)) characters += xmlCharacters(new TextDecoder().decode(bytes), 'w:t');
  }
  return characters;
}

/** Whether a page given for a file says anything: one that only a script fills may be a challenge, not the last word. */
const saysSomething = (bytes: Uint8Array): boolean =>
  decodeText(bytes)
    .replace(/<(script|style|title|noscript)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]*>|&nbsp;|\s/g, '') !== '';

async function readKind(bytes: Uint8Array, type: AttachmentType, kind: FileKind): Promise<AttachmentContent | null> {
  switch (kind) {
    case 'pdf':
      return readPdf(bytes);
    case 'ole-sheet':
      return readWorkbook(bytes);
    // The files of WPS Writer are of this kind too, whatever they are called.
    case 'ole-word':
      return readDoc(bytes);
    case 'word-html':
      return readWordHtml(bytes);
    case 'text':
      if (type === 'txt') return { text: decodeText(bytes), tables: [] };
      return type === 'csv' ? readCsv(bytes) : null;
    default:
      return null;
  }
}

function checked(value: AttachmentContent | null, type: AttachmentType): AttachmentReading {
  if (value === null) return { ok: false, detail: UNREAD_TYPES[type] ?? FILE_FAULTS.mismatch };
  const text = value.text.replace(/\s/g, '');
  if (text === '' && value.tables.length === 0) return { ok: false, detail: NO_TEXT };
  const meaningless = text.match(MEANINGLESS)?.length ?? 0;
  if (meaningless > text.length * MOST_MEANINGLESS) return { ok: false, detail: '文件中的文字编码不能识别' };
  return { ok: true, value };
}

function faultOf(error: unknown, type: AttachmentType): string {
  if (error instanceof ArchiveTooLarge || error instanceof Unreadable) return error.message;
  if (error instanceof Error && /password|encrypt/i.test(`${error.name} ${error.message}`)) return LOCKED_FILE;
  return type === 'zip' || type === 'ofd' ? (UNREAD_TYPES[type] ?? BROKEN) : BROKEN;
}
