import type { AttachmentContent, AttachmentType } from '../model/document.ts';
import { decodeText } from './charset.ts';
import { fileKind } from './files/kind.ts';
import { readPdf } from './files/pdf.ts';
import { readCsv, readWorkbook } from './files/sheet.ts';
import { readDoc, readDocx, readWordHtml } from './files/word.ts';

type AttachmentReading =
  | { readonly ok: true; readonly value: AttachmentContent }
  | { readonly ok: false; readonly detail: string };

/** Faults that lie with the file itself, not with this program: the unit has to replace it. */
export const FILE_FAULTS = {
  empty: '文件为空',
  page: '文件内容是网页，不是附件',
  mismatch: '文件内容与文件类型不符',
} as const;

const UNSUPPORTED: Partial<Record<AttachmentType, string>> = {
  zip: '压缩包未展开读取',
  wps: '暂不能读取 WPS 格式文件',
  ofd: '暂不能读取 OFD 格式文件',
  image: '图片附件，不能识别其中文字',
};
const NO_TEXT = '文件中没有可读取的文字，可能是扫描件';

/**
 * Text and tables of a file. What the bytes are decides, not the name, so that a .doc that is really a .docx is read.
 * Everything that cannot be read is not ok with a reason in Chinese; nothing is thrown for a bad file.
 */
export async function readAttachment(bytes: Uint8Array, type: AttachmentType): Promise<AttachmentReading> {
  if (bytes.length === 0) return { ok: false, detail: FILE_FAULTS.empty };
  const kind = fileKind(bytes);
  const unsupported = UNSUPPORTED[type];
  if (kind === 'html' && type !== 'txt') return { ok: false, detail: FILE_FAULTS.page };
  if (unsupported) return { ok: false, detail: unsupported };
  try {
    const value = await readKind(bytes, type, kind);
    if (value === null) return { ok: false, detail: type === 'other' ? '不能识别的文件格式' : FILE_FAULTS.mismatch };
    if (value.text.trim() === '' && value.tables.length === 0) return { ok: false, detail: NO_TEXT };
    return { ok: true, value };
  } catch (error) {
    const locked = error instanceof Error && /password|encrypt/i.test(`${error.name} ${error.message}`);
    return { ok: false, detail: locked ? '文件已加密，不能读取' : '文件已损坏或格式有误，不能读取' };
  }
}

async function readKind(
  bytes: Uint8Array,
  type: AttachmentType,
  kind: ReturnType<typeof fileKind>,
): Promise<AttachmentContent | null> {
  switch (kind) {
    case 'pdf':
      return readPdf(bytes);
    case 'docx':
      return readDocx(bytes);
    case 'xlsx':
      return readWorkbook(bytes);
    case 'ole':
      return type === 'xls' || type === 'xlsx' ? readWorkbook(bytes) : readDoc(bytes);
    case 'word-html':
      return readWordHtml(bytes);
    case 'html':
    case 'text':
      if (type === 'txt') return { text: decodeText(bytes), tables: [] };
      return type === 'csv' ? readCsv(bytes) : null;
    case 'unknown':
      return null;
  }
}
