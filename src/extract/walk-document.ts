import type { OpenedCapture } from '../model/capture.ts';
import type {
  Attachment,
  AttachmentContent,
  Body,
  BodyImage,
  DateFact,
  Document,
  ListEntry,
  Picture,
} from '../model/document.ts';
import type { Reading, Ref } from '../model/evidence.ts';
import { refOf } from '../model/evidence.ts';
import type { Column, Site } from '../model/plan.ts';
import { type Why, whyUnread } from '../model/why.ts';
import { isScriptedFile } from './attachment-links.ts';
import { attachmentType } from './attachment-type.ts';
import { readAttachment } from './attachments.ts';
import { dateFacts } from './date-facts.ts';
import { type FileKind, fileKind } from './files/kind.ts';
import { isWithinHosts } from './links.ts';
import { type LookedUp, type Lookup, readCapture } from './lookup.ts';
import type { Article, AttachmentLink } from './page.ts';
import { findPeriods } from './periods.ts';
import { readPictureCapture } from './picture-reading.ts';
import { isFetched, showsPictures } from './pictures.ts';
import { readArticlePage } from './read.ts';

/** The document behind a list entry; one whose page cannot be read keeps the list's title and date. */
export async function documentOfEntry(
  column: Column,
  site: Site,
  lookup: Lookup,
  entry: ListEntry,
  listRef: Ref,
): Promise<Document> {
  const opened = await openEntry(entry.url, site, lookup);
  if ('why' in opened) return unreadDocument(column, entry, listRef, opened.why, opened.detail, opened.ref);
  const { capture } = opened;
  const article = await readCapture(capture, 'document', (page) => fileOf(page) ?? readArticlePage(page, site));
  if ('type' in article)
    return fileDocument(column, site, lookup, entry, { ...article, name: entry.title }, refOf(capture, entry.title));
  if ('unparsed' in article)
    return unreadDocument(column, entry, listRef, 'unparsed', article.unparsed, refOf(capture));
  const ref = refOf(capture, article.title);
  const document = await assemble(column, site, lookup, article, { url: entry.url, inline: false, ref });
  return {
    ...document,
    title: tellingTitle(article.title, entry.title),
    dates: [...document.dates, ...listDates(entry)],
  };
}

/**
 * One page by its address alone, such as a model page of the plan. Its column is a nameless one of topic `other`; a
 * page that cannot be read is not ok, with the reason.
 */
export async function walkDocument(url: string, site: Site, lookup: Lookup): Promise<Reading<Document>> {
  const column: Column = { topic: 'other', name: '', url, every: null, due: null, key: false, advise: false };
  const unread: Ref = { url, capturedAt: '', sha256: '', record: '' };
  const document = await documentOfEntry(column, site, lookup, { title: '', url, date: null }, unread);
  return document.captured || document.body.ok ? { ok: true, value: document } : document.body;
}

/** A document that stands on the column's own page. */
export async function documentOfArticle(
  column: Column,
  site: Site,
  lookup: Lookup,
  article: Article,
  number: number,
  ref: Ref,
): Promise<Document> {
  return assemble(column, site, lookup, article, { url: `${column.url}#inline-${number}`, inline: true, ref });
}

/** The page's own title; the list's where only that says what period the document is about. */
function tellingTitle(onPage: string, inList: string): string {
  if (onPage === '') return inList;
  return findPeriods(onPage).length === 0 && findPeriods(inList).length > 0 ? inList : onPage;
}

type Failure = { readonly why: Why; readonly detail: string; readonly ref: Ref | null };

async function openEntry(url: string, site: Site, lookup: Lookup): Promise<{ readonly capture: LookedUp } | Failure> {
  if (!isWithinHosts(url, site.hosts)) return { why: 'out-of-scope', detail: '链接在规定网站范围之外', ref: null };
  const [capture] = await lookup(url, 'http');
  if (!capture) return { why: 'not-fetched', detail: '链接尚未抓取', ref: null };
  const why = whyUnread(capture.result);
  if (why) return { why, detail: '链接未能读取', ref: refOf(capture) };
  if (!isWithinHosts(capture.finalUrl, site.hosts))
    return { why: 'out-of-scope', detail: `链接跳转到规定网站范围之外：${capture.finalUrl}`, ref: refOf(capture) };
  return { capture };
}

const PAGE_KINDS: ReadonlySet<FileKind> = new Set(['html', 'word-html', 'text', 'unknown']);

/** A list may lead straight to a file. */
function fileOf(capture: OpenedCapture): AttachmentLink | null {
  const kind = fileKind(capture.body);
  if (!PAGE_KINDS.has(kind)) {
    const type = attachmentType(capture.finalUrl, '') ?? (kind === 'pdf' ? 'pdf' : 'other');
    return { url: capture.url, name: '', type };
  }
  if (/html/i.test(capture.contentType)) return null;
  const type = attachmentType(capture.finalUrl, '') ?? (/pdf/i.test(capture.contentType) ? 'pdf' : null);
  return type ? { url: capture.url, name: '', type } : null;
}

async function fileDocument(
  column: Column,
  site: Site,
  lookup: Lookup,
  entry: ListEntry,
  link: AttachmentLink,
  ref: Ref,
): Promise<Document> {
  const body = { ok: true, value: { text: '', tables: [], images: [], links: [], opaque: true } } as const;
  const article: Article = { title: entry.title, metadata: {}, dates: [], body, attachments: [link] };
  const document = await assemble(column, site, lookup, article, { url: entry.url, inline: false, ref });
  return { ...document, dates: [...document.dates, ...listDates(entry)] };
}

function unreadDocument(
  column: Column,
  entry: ListEntry,
  listRef: Ref,
  why: Why,
  detail: string,
  ref: Ref | null,
): Document {
  return {
    column,
    url: entry.url,
    inline: false,
    captured: false,
    title: entry.title,
    metadata: {},
    dates: listDates(entry),
    body: { ok: false, why, detail, ref },
    attachments: [],
    ref: listRef,
  };
}

const listDates = (entry: ListEntry): DateFact[] =>
  entry.date ? [{ date: entry.date, place: 'list', text: entry.date, sure: true }] : [];

async function assemble(
  column: Column,
  site: Site,
  lookup: Lookup,
  article: Article,
  place: Pick<Document, 'url' | 'inline' | 'ref'>,
): Promise<Document> {
  const attachments: Attachment[] = [];
  for (const link of article.attachments) attachments.push({ ...link, reading: await readLink(link, site, lookup) });
  const dates = [...article.dates];
  for (const { reading } of attachments) if (reading.ok) dates.push(...dateFacts(reading.value.text, 'attachment'));
  const { title, metadata, body } = article;
  // An unparsed body names the capture that holds it.
  const reading = body.ok ? await withPictures(body, column, site, lookup) : { ...body, ref: body.ref ?? place.ref };
  return { column, ...place, captured: true, title, metadata, dates, body: reading, attachments };
}

/** Pictures are a matter of annual reports alone; those of other documents are never asked for. */
async function withPictures(
  body: Extract<Reading<Body>, { ok: true }>,
  column: Column,
  site: Site,
  lookup: Lookup,
): Promise<Reading<Body>> {
  if (!showsPictures(column)) return body;
  const images: BodyImage[] = [];
  for (const image of body.value.images) {
    if (!isFetched(image)) images.push(image);
    else images.push({ ...image, reading: await readImage(image.url, site, lookup) });
  }
  return { ...body, value: { ...body.value, images } };
}

async function readImage(url: string, site: Site, lookup: Lookup): Promise<Reading<Picture>> {
  if (!isWithinHosts(url, site.hosts))
    return { ok: false, why: 'out-of-scope', detail: '图片在规定网站范围之外', ref: null };
  const [capture] = await lookup(url, 'http');
  return capture ? readPictureCapture(capture) : { ok: false, why: 'not-fetched', detail: '图片尚未抓取', ref: null };
}

async function readLink(link: AttachmentLink, site: Site, lookup: Lookup): Promise<Reading<AttachmentContent>> {
  if (isScriptedFile(link))
    return { ok: false, why: 'unreadable-attachment', detail: '附件只能由脚本打开，未能取得', ref: null };
  const opened = await openEntry(link.url, site, lookup);
  if ('why' in opened) return { ok: false, ...opened };
  const result = await readCapture(opened.capture, `file ${link.type}`, ({ body }) => readAttachment(body, link.type));
  if (result.ok) return { ...result, ref: refOf(opened.capture, link.name) };
  return { ok: false, why: 'unreadable-attachment', detail: result.detail, ref: refOf(opened.capture) };
}
