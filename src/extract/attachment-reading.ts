import type { Attachment, AttachmentContent } from '../model/document.ts';

/** What a file says, or in Chinese why it could not be read, to stand behind the file's name. */
export type AttachmentReading =
  | { readonly ok: true; readonly value: AttachmentContent }
  | { readonly ok: false; readonly detail: string };

/** Faults that lie with the file itself, not with this program: the unit has to replace it. */
export const FILE_FAULTS = {
  empty: '文件为空',
  page: '文件内容是网页，不是附件',
  mismatch: '文件内容与文件类型不符',
} as const;

export const GONE_FILE = '文件地址已失效';

/**
 * Why a file certainly cannot be had: its address is gone, or what lies there is no such file. null for one that was
 * read, that this program cannot read, or that could not be asked for.
 */
export function fileFault({ reading }: Attachment): string | null {
  if (reading.ok) return null;
  if (reading.why === 'not-found') return GONE_FILE;
  const faults: readonly string[] = Object.values(FILE_FAULTS);
  return reading.why === 'unreadable-attachment' && faults.includes(reading.detail) ? reading.detail : null;
}

/** What came in a file's place says nothing: a challenge, or a page that only a script fills. */
export const BLANK_PAGE = '网站返回空白网页，未能取得文件';

/** Whether a file came, be it that this program cannot read it. */
export const fileArrived = ({ reading }: Attachment): boolean =>
  reading.ok || (reading.why === 'unreadable-attachment' && reading.ref !== null && reading.detail !== BLANK_PAGE);
