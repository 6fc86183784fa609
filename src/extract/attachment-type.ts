import type { AttachmentType } from '../model/document.ts';

const TYPES: Readonly<Record<string, AttachmentType>> = {
  docx: 'docx',
  doc: 'doc',
  xlsx: 'xlsx',
  xls: 'xls',
  pdf: 'pdf',
  csv: 'csv',
  txt: 'txt',
  zip: 'zip',
  rar: 'other',
  '7z': 'other',
  wps: 'wps',
  et: 'other',
  ofd: 'ofd',
  ppt: 'other',
  pptx: 'other',
  rtf: 'other',
  jpg: 'image',
  jpeg: 'image',
  png: 'image',
  gif: 'image',
  bmp: 'image',
  webp: 'image',
};

const EXTENSION = new RegExp(`\\.(${Object.keys(TYPES).join('|')})(?![a-z0-9])`, 'i');
const EXTENSION_AT_END = new RegExp(`\\.(${Object.keys(TYPES).join('|')})$`, 'i');
const DOWNLOADS = /downfile\.jsp|download\.jsp|\/download\?|DownloadAttachUrl|\/attach(?:ment)?s?\//i;

const typeNamed = (match: RegExpExecArray | null): AttachmentType | null =>
  match ? (TYPES[(match[1] ?? '').toLowerCase()] ?? null) : null;

/** What kind of file a name promises by its end; null where it promises none. */
export const typeOfName = (name: string): AttachmentType | null => typeNamed(EXTENSION_AT_END.exec(name.trim()));

const HINT = new RegExp(`${EXTENSION.source}|${DOWNLOADS.source}|[?&]`, 'i');

/** A quick look that spares most links the parsing of their address: false where `attachmentType` finds nothing in it. */
export const mayBeFile = (reference: string): boolean => HINT.test(reference);

/** The same for a link's text. */
export const namesFile = (text: string): boolean => EXTENSION.test(text);

/**
 * What kind of file a link leads to: by the path, by a file name in the query, by the anchor's text. 'other' for a
 * download whose kind nothing tells; null for a link to a page.
 */
export function attachmentType(url: string, text: string): AttachmentType | null {
  const { pathname, searchParams } = new URL(url);
  const byPath = typeOfName(pathname);
  if (byPath) return byPath;
  for (const value of searchParams.values()) {
    const byQuery = typeOfName(value);
    if (byQuery) return byQuery;
  }
  const page = /\.s?html?$/i.test(pathname);
  const byText = page ? null : typeNamed(EXTENSION.exec(text));
  return byText ?? (DOWNLOADS.test(url) ? 'other' : null);
}

/** Whether an address is a file's by its name. */
export const isFileAddress = (url: string): boolean => attachmentType(url, '') !== null;
