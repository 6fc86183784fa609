import type { AttachmentType, DatePlace, MetadataField } from '../../../src/model/document.ts';
import type { Why } from '../../../src/model/why.ts';
import type { Answer } from '../site-kit.ts';

export interface TrueAttachment {
  readonly name: string;
  readonly type: AttachmentType;
  /** A text that it holds, or why it cannot be read. */
  readonly holds?: string;
  readonly unreadable?: string;
}

export interface TrueDocument {
  readonly title: string;
  readonly dates: Partial<Readonly<Record<DatePlace, readonly string[]>>>;
  readonly metadata?: Partial<Readonly<Record<MetadataField, string>>>;
  /** Texts that the body holds and that it does not. */
  readonly holds?: readonly string[];
  readonly lacks?: readonly string[];
  /** Rows of its first table. */
  readonly table?: readonly (readonly string[])[];
  readonly images?: number;
  readonly opaque?: true;
  readonly inline?: true;
  readonly attachments?: readonly TrueAttachment[];
  /** Only a list names it, for this reason. */
  readonly unread?: Why;
}

export interface TrueColumn {
  readonly name: string;
  readonly path: string;
  readonly documents: readonly TrueDocument[];
  readonly gaps?: readonly Why[];
  /** Filled by script: only a browser sees it. */
  readonly scripted?: true;
}

/** A column with all that the site answers for it. */
export interface Planted extends TrueColumn {
  readonly pages: Readonly<Record<string, Answer>>;
}
