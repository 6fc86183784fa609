import { attachmentType, typeOfName } from '../extract/attachment-type.ts';
import { readAttachment } from '../extract/attachments.ts';
import type { SafePage } from '../extract/captured-page.ts';
import { capturedFile } from '../extract/captured-page-file.ts';
import { type FileKind, fileKind } from '../extract/files/kind.ts';
import type { OpenedCapture } from '../model/capture.ts';
import type { AttachmentType } from '../model/document.ts';
import { TYPE_WORDS } from './evidence-view-words.ts';
import { fileName } from './file-name.ts';

/** A file as it was captured. It is not to be opened by the browser that shows the console, only to be saved. */
export interface FileView {
  readonly kind: 'file';
  readonly bytes: Uint8Array;
  /** Safe on every system; its ending is that of a known kind of file or `.bin`. */
  readonly fileName: string;
  /** What it is, in Chinese. */
  readonly type: string;
  /** What the audit reads in it, or in Chinese why it does not. */
  readonly preview: ({ readonly ok: true } & SafePage) | { readonly ok: false; readonly detail: string };
}

/** Reading a larger one would keep everyone else waiting. */
const LARGEST_PREVIEWED = 10 * 1024 * 1024;

const TYPES: Partial<Record<FileKind, AttachmentType>> = {
  pdf: 'pdf',
  'ole-word': 'doc',
  'ole-sheet': 'xls',
  'word-html': 'doc',
  image: 'image',
  text: 'txt',
};

/** `quote`: what was cited of it; of a file as such that is the text of the link to it, which may name it. */
export async function fileView({ body, finalUrl }: OpenedCapture, quote: string | undefined): Promise<FileView> {
  const named = URL.canParse(finalUrl) ? attachmentType(finalUrl, quote ?? '') : null;
  const type = named === null || named === 'other' ? typeOfBytes(body) : named;
  const name = downloadName(finalUrl, quote, type);
  const preview = await previewOf(body, type, name, quote);
  return { kind: 'file', bytes: body, fileName: name, type: TYPE_WORDS[type], preview };
}

/** The new office formats are archives, whose members' names can be seen. */
function typeOfBytes(body: Uint8Array): AttachmentType {
  const kind = fileKind(body);
  if (kind !== 'zip') return TYPES[kind] ?? 'other';
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (bytes.includes('word/document')) return 'docx';
  return bytes.includes('xl/workbook') ? 'xlsx' : 'zip';
}

async function previewOf(
  body: Uint8Array,
  type: AttachmentType,
  name: string,
  quote: string | undefined,
): Promise<FileView['preview']> {
  if (body.length > LARGEST_PREVIEWED) return { ok: false, detail: '文件较大，请下载后查看' };
  const reading = await readAttachment(body, type);
  return reading.ok ? { ok: true, ...capturedFile(name, reading.value, quote) } : reading;
}

/** A page too large or too deep to be shown, to be saved as plain text. */
export const largePageView = ({ body, finalUrl }: OpenedCapture): FileView => ({
  ...{ kind: 'file', bytes: body, fileName: downloadName(finalUrl, undefined, 'txt'), type: '网页' },
  preview: { ok: false, detail: '网页过大或结构异常，请下载后查看' },
});

const ENDING = /\.([a-z0-9]{1,5})$/i;

/** By the address, a file name in its query, or the link's text, whichever names a file of a known kind. */
function downloadName(url: string, said: string | undefined, type: AttachmentType): string {
  const { pathname, searchParams } = URL.canParse(url) ? new URL(url) : new URL('http://localhost/');
  const last = decoded(pathname.split('/').at(-1) ?? '');
  const name = [last, ...searchParams.values(), said ?? ''].find((one) => typeOfName(one) !== null);
  const ending = ENDING.exec(name?.trim() ?? '')?.[1]?.toLowerCase() ?? ENDINGS[type] ?? type;
  const stem = (name ?? last).trim().replace(ENDING, '');
  return `${fileName(stem === '' ? '附件' : stem)}.${ending}`;
}

const ENDINGS: Partial<Record<AttachmentType, string>> = { other: 'bin', image: 'bin' };

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // Written in another encoding.
    return segment;
  }
}
