import type { Sheet } from '../extract/topics/sheet.ts';
import type { CivilDate } from '../model/civil-date.ts';
import type { AttachmentContent, DateFact, DatePlace, Document, Table } from '../model/document.ts';
import type { Ref } from '../model/evidence.ts';
import type { Unsure } from './coverage.ts';

/** All that was read of a document: its page and its attachments. */
export function contentOf({ body, attachments }: Document): {
  readonly text: string;
  readonly tables: readonly Table[];
} {
  const parts = [body, ...attachments.map(({ reading }) => reading)].flatMap((reading) =>
    reading.ok ? [reading.value] : [],
  );
  return { text: parts.map(({ text }) => text).join('\n'), tables: parts.flatMap(({ tables }) => tables) };
}

/** A document's page and each of its files that were read, by their own names without the file's ending. */
export function sheetsOf({ title, body, attachments }: Document): readonly Sheet[] {
  const page = body.ok ? [{ title, text: body.value.text, tables: body.value.tables }] : [];
  const files = attachments.flatMap(({ name, reading }) =>
    reading.ok ? [{ ...reading.value, title: name.replace(/\.\w{2,4}$/, '') }] : [],
  );
  return [...page, ...files];
}

/** The page's text, or one attachment's, with the capture that holds it. */
export interface Part {
  /** For people: 正文, or 附件“…”. */
  readonly place: string;
  readonly isPage: boolean;
  readonly content: AttachmentContent;
  readonly ref: Ref;
}

/** All that was read of a document, part by part. */
export const partsOf = ({ body, attachments, ref }: Document): readonly Part[] => [
  ...(body.ok ? [{ place: '正文', isPage: true, content: body.value, ref }] : []),
  ...attachments.flatMap(({ name, reading }) =>
    reading.ok ? [{ place: `附件“${name}”`, isPage: false, content: reading.value, ref: reading.ref ?? ref }] : [],
  ),
];

/** The first attachment that could not be read, of those whose name may matter; null where there is none. */
export function unreadAttachment(document: Document, matters: (name: string) => boolean = () => true): Unsure | null {
  for (const { name, reading } of document.attachments) {
    if (reading.ok || !matters(name)) continue;
    const detail = `《${document.title}》的附件“${name}”${reading.detail}`;
    return { unsure: reading.why, detail, refs: reading.ref ? [reading.ref] : [] };
  }
  return null;
}

/** Whether the page itself says nothing in words: its content is pictures, a frame or only its attachments. */
export function isWithoutWords({ body }: Document): boolean {
  return body.ok && (body.value.opaque || body.value.text.replace(/\s/g, '').length < 10);
}

/** Where a date was read, for people. */
export const DATE_PLACES: Readonly<Record<DatePlace, string>> = {
  claimed: '页面标注',
  written: '成文日期',
  body: '正文',
  list: '列表',
  attachment: '附件',
};

/** The newest sure date of a document up to a day (any day without it), with its place; null where there is none. */
export function newestDate({ dates }: Document, until?: CivilDate): DateFact | null {
  const sure = dates.filter((fact) => fact.sure && (until === undefined || fact.date <= until));
  return sure.reduce<DateFact | null>((best, fact) => (best === null || fact.date > best.date ? fact : best), null);
}

/**
 * The first day on which a document is said to have been published, by its page or its list; null where none is said,
 * or where one can be read in two ways.
 */
export function publishedOn({ dates }: Document): CivilDate | null {
  const said = dates.filter(({ place }) => place === 'claimed' || place === 'list');
  if (said.length === 0 || said.some(({ sure }) => !sure)) return null;
  return said.reduce((first, { date }) => (date < first ? date : first), said[0]?.date as CivilDate);
}
