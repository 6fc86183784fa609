import type { AttachmentContent } from '../model/document.ts';

/** What a file says, or in Chinese why it could not be read, to stand behind the file's name. */
export type AttachmentReading =
  | { readonly ok: true; readonly value: AttachmentContent }
  | { readonly ok: false; readonly detail: string };
