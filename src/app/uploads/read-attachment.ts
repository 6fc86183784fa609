import { Buffer } from 'node:buffer';
import { imageSize } from 'image-size';
import { archiveMembers } from '../../extract/files/archive.ts';
import { fileKind } from '../../extract/files/kind.ts';
import { isLockedDoc, isLockedXls } from '../../extract/files/ole.ts';
import type { AttachmentKind } from './attachment-types.ts';
import { refusedUpload } from './refuse-upload.ts';
import type { AttachmentTask } from './upload-task.ts';

export interface AttachmentReading {
  readonly kind: AttachmentKind;
  /** Of a text; null for all others. */
  readonly charset: string | null;
}

const ACCEPTED = '请提交 PDF、Word、Excel、PNG、JPEG 或 TXT 文件';
const LOCKED = '请去掉密码后重新提交';
const MACROS = '请另存为不含宏的文件，或导出为 PDF';
/** A browser that draws more of them stands still. */
const MOST_PIXELS = 100_000_000;

/** What an attachment is by its content. Throws UserError (exit code 2) for anything that is not taken. */
export async function readAttachment({ bytes, name }: AttachmentTask): Promise<AttachmentReading> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = await kindOf(buffer, name);
  if (read === null) throw refusedUpload(name, '文件类型不能接收', ACCEPTED);
  return typeof read === 'string' ? { kind: read, charset: null } : read;
}

async function kindOf(buffer: Buffer, name: string): Promise<AttachmentKind | AttachmentReading | null> {
  switch (fileKind(buffer)) {
    case 'pdf':
      // Readers forgive what stands before the mark; so would this be a page to a browser, a program to Windows.
      return /^(?:\xef\xbb\xbf)?\s*%PDF-/.test(buffer.subarray(0, 64).toString('latin1')) ? 'pdf' : null;
    case 'image':
      return pictureKind(buffer, name);
    case 'zip':
      return officeKind(buffer, name);
    case 'ole-word':
      return oldOffice('doc', buffer, name, isLockedDoc);
    case 'ole-sheet':
      return oldOffice('xls', buffer, name, isLockedXls);
    case 'ole-locked':
      throw refusedUpload(name, '文件设有密码', LOCKED);
    case 'text':
      return plainText(buffer, name);
    default:
      return null;
  }
}

function pictureKind(buffer: Buffer, name: string): AttachmentKind | null {
  let size: { readonly width: number; readonly height: number; readonly type?: string | undefined };
  try {
    // A copy: the reader looks at the whole buffer below.
    size = imageSize(Uint8Array.from(buffer));
  } catch (error) {
    throw refusedUpload(name, '图片已损坏，不能显示', '请重新导出图片', undefined, error);
  }
  if (size.width * size.height > MOST_PIXELS)
    throw refusedUpload(name, '图片过大', '请缩小后重新提交', `${size.width}×${size.height} 像素`);
  return size.type === 'png' ? 'png' : size.type === 'jpg' ? 'jpeg' : null;
}

async function officeKind(buffer: Buffer, name: string): Promise<AttachmentKind | null> {
  const members = await archiveMembers(buffer).catch((error: unknown) => {
    throw refusedUpload(name, '文件已损坏，无法打开', '请用 Word、Excel 或 WPS 打开后另存，再提交', undefined, error);
  });
  if (members.some(({ sealed }) => sealed === 'locked')) throw refusedUpload(name, '文件设有密码', LOCKED);
  const names = new Set(members.map((member) => member.name));
  if (members.some((member) => /(?:^|\/)vbaProject\.bin$/i.test(member.name)))
    throw refusedUpload(name, '文件含有宏', MACROS);
  if (!names.has('[Content_Types].xml')) throw refusedUpload(name, '压缩包不能接收', `请解压后逐个提交；${ACCEPTED}`);
  if (names.has('word/document.xml')) return 'docx';
  return names.has('xl/workbook.xml') ? 'xlsx' : null;
}

/** Macros lie in a storage of this name, written in UTF-16 as all names in such a file. */
const VBA = Buffer.from('_VBA_PROJECT\0', 'utf16le');

function oldOffice(
  kind: 'doc' | 'xls',
  buffer: Buffer,
  name: string,
  isLocked: (bytes: Buffer) => boolean,
): AttachmentKind {
  if (isLocked(buffer)) throw refusedUpload(name, '文件设有密码', LOCKED);
  if (buffer.includes(VBA)) throw refusedUpload(name, '文件含有宏', MACROS);
  return kind;
}

/** Text of any kind can be a program by its name alone, and a page or a drawing by its first character. */
function plainText(buffer: Buffer, name: string): AttachmentReading | null {
  if (!/(?:^[^.]*|\.txt)$/i.test(name)) return null;
  const decoded = decode(buffer);
  if (decoded === null || /[^\P{Cc}\t\n\f\r]/u.test(decoded.text) || /^\s*(?:<|#!)/.test(decoded.text)) return null;
  return { kind: 'txt', charset: decoded.charset };
}

const UTF16_MARK = Buffer.from([0xff, 0xfe]);

function decode(buffer: Buffer): { readonly text: string; readonly charset: string } | null {
  for (const charset of ['utf-8', 'utf-16le', 'gb18030']) {
    // Without its mark anything may pass for UTF-16.
    if (charset === 'utf-16le' && !buffer.subarray(0, 2).equals(UTF16_MARK)) continue;
    try {
      return { text: new TextDecoder(charset, { fatal: true }).decode(buffer), charset };
    } catch {
      // Not this one.
    }
  }
  return null;
}
