import type { CivilDate } from './civil-date.ts';
import type { Reading, Ref } from './evidence.ts';
import type { Column } from './plan.ts';
import type { Why } from './why.ts';

/** A table as a rectangular grid of texts, row and column spans resolved by repeating the cell's text. */
export interface Table {
  readonly caption: string;
  readonly rows: readonly (readonly string[])[];
}

/** Fields of the metadata block that disclosure sites print, under one name for all label variants. */
export const METADATA_FIELDS = {
  title: '标题',
  issuer: '发布机构',
  number: '文号',
  index: '索引号',
  writtenOn: '成文日期',
  publishedOn: '发布日期',
  theme: '主题分类',
  validity: '有效性',
} as const;
export type MetadataField = keyof typeof METADATA_FIELDS;
export interface MetadataEntry {
  /** The label as the page prints it. */
  readonly label: string;
  /** As printed, trimmed; '' where the label is there without a value. */
  readonly value: string;
  /** Set where a script or a picture may show a value that the page's text does not hold. */
  readonly unread?: true;
}

/** Where a date was found. `claimed`: metadata or the 时间 line. `written`: 成文日期. */
export type DatePlace = 'claimed' | 'written' | 'body' | 'list' | 'attachment';
export interface DateFact {
  readonly date: CivilDate;
  readonly place: DatePlace;
  /** The text it was read from. */
  readonly text: string;
  /**
   * False where characters were lost between styled spans (`2024219`, `20221月1日`) so that other
   * readings are possible. An unsure date may excuse a unit and may never accuse it.
   */
  readonly sure: boolean;
}

export type AttachmentType =
  | 'docx'
  | 'doc'
  | 'xlsx'
  | 'xls'
  | 'pdf'
  | 'csv'
  | 'txt'
  | 'zip'
  | 'wps'
  | 'ofd'
  | 'image'
  | 'other';
/** A stretch of a text by UTF-16 offsets: from, up to but not including. */
export type Stretch = readonly [from: number, to: number];
/** A text that a second, independent reading of the same source may have confirmed. */
export interface TwiceRead {
  readonly text: string;
  /** Where the second reading has other characters; nothing is said of them by character. Absent: read only once. */
  readonly doubtful?: readonly Stretch[];
}
export interface AttachmentContent extends TwiceRead {
  readonly tables: readonly Table[];
}
export interface Attachment {
  readonly url: string;
  /** Anchor text. */
  readonly name: string;
  readonly type: AttachmentType;
  readonly reading: Reading<AttachmentContent>;
}

/** What a browser shows for a picture's address: its natural size; 0 × 0 where it certainly shows nothing. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** In Chinese, why nothing is shown. */
  readonly fault?: string;
}
export interface BodyImage {
  /** Absolute; of one that stands in the page itself only the start (`data:image/png`). */
  readonly url: string;
  readonly alt: string;
  /** Only for pictures that were asked for (those of annual reports) or that stand in the page itself. */
  readonly reading?: Reading<Picture>;
}

export interface Body extends TwiceRead {
  /** Visible text, one block a line, nothing of the metadata block or page furniture. */
  readonly text: string;
  readonly tables: readonly Table[];
  readonly images: readonly BodyImage[];
  /** Pages that anchors of the article lead to, absolute, http(s) only, each once; its attachments are not among them. */
  readonly links: readonly { readonly url: string; readonly text: string }[];
  /** True where the body is only pictures, a frame or a viewer: there, but not readable as text. */
  readonly opaque: boolean;
}

export interface ListEntry {
  /** The `title` attribute where the anchor's text is cut with an ellipsis. */
  readonly title: string;
  readonly url: string;
  readonly date: CivilDate | null;
}

/** One document of a column, whether on a page of its own or inline on the column's page. */
export interface Document {
  readonly column: Column;
  /** Page URL; inline documents carry the column page's URL and a fragment `#inline-N` (N from 1). */
  readonly url: string;
  readonly inline: boolean;
  /**
   * False where its own page could not be read and only a list names it: then title and date are the
   * list's, everything else is empty, and nothing may be concluded but what the title alone excludes.
   */
  readonly captured: boolean;
  /** From the page, else from the list entry; inner white space folded. */
  readonly title: string;
  readonly metadata: Readonly<Partial<Record<MetadataField, MetadataEntry>>>;
  readonly dates: readonly DateFact[];
  readonly body: Reading<Body>;
  readonly attachments: readonly Attachment[];
  /** The capture that holds the document; for one whose page could not be read, the list page that names it. */
  readonly ref: Ref;
}

/** A part of a column that could not be read, so that more documents may be there. */
export interface Gap {
  readonly url: string;
  readonly why: Why;
  readonly detail: string;
  readonly ref: Ref | null;
}

/** All that the evidence says about one column. */
export interface ColumnFacts {
  readonly column: Column;
  /** Every document known, each once, newest list position first. */
  readonly documents: readonly Document[];
  /** List pages (or the column itself) that could not be read or understood. Empty: the list is whole. */
  readonly gaps: readonly Gap[];
  /** The list pages that were read. */
  readonly refs: readonly Ref[];
}
