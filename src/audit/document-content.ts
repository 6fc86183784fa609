import type { CivilDate } from '../model/civil-date.ts';
import type { DateFact, DatePlace, Document, Table } from '../model/document.ts';
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
