import { ATTACHMENT_TYPES, type AttachmentKind } from './attachment-types.ts';
import { inWorker } from './in-worker.ts';
import { ATTACHMENT_LIMITS, megabytes, type UploadLimits } from './limits.ts';
import type { AttachmentReading } from './read-attachment.ts';
import { refusedUpload } from './refuse-upload.ts';
import { uploadName } from './upload-name.ts';

/** A file that was handed in, by its content. */
export interface InspectedUpload {
  readonly kind: AttachmentKind;
  /** As it was called, safe in every file system, with the extension that its content has. */
  readonly name: string;
  readonly contentType: string;
}

/**
 * Says what an attached file is, whatever it is called, in a thread of its own and within limits: PDF, Word, Excel, PNG,
 * JPEG or plain text. Throws UserError (exit code 2) for everything else (pages, drawings, programs, archives, files with
 * macros or a password), and where it is too large.
 */
export async function inspectUpload(
  bytes: Uint8Array,
  name: string,
  limits: Partial<UploadLimits> = {},
): Promise<InspectedUpload> {
  const within = { ...ATTACHMENT_LIMITS, ...limits };
  const shown = uploadName(name);
  if (bytes.length === 0) throw refusedUpload(shown, '文件是空的', '请检查后重新提交');
  if (bytes.length > within.bytes)
    throw refusedUpload(shown, `文件超过 ${megabytes(within.bytes)}`, '请压缩图片或拆分后重新提交');
  const task = { kind: 'attachment', bytes: Uint8Array.from(bytes), name: shown, limits: within } as const;
  const { kind, charset } = await inWorker<AttachmentReading>(task);
  const { contentType } = ATTACHMENT_TYPES[kind];
  return { kind, name: named(name, kind), contentType: charset ? `${contentType}; charset=${charset}` : contentType };
}

/** What stands behind the last dot of a name and looks like a type. */
const EXTENSION = /\.([a-z0-9]{1,5})$/i;

function named(name: string, kind: AttachmentKind): string {
  const extensions: readonly string[] = ATTACHMENT_TYPES[kind].extensions;
  const own = EXTENSION.exec(name)?.[1]?.toLowerCase() ?? '';
  const base = uploadName(name.replace(EXTENSION, ''));
  return `${base}.${extensions.includes(own) ? own : extensions[0]}`;
}
