import type { Body, DateFact } from '../model/document.ts';
import type { Reading } from '../model/evidence.ts';
import { readBody } from './article-body.ts';
import { continuesElsewhere } from './article-continued.ts';
import { articleLinks } from './article-links.ts';
import { articleEnd, bodyContainer, footerStart, type Range, textOf, withoutSideBox } from './article-range.ts';
import { findTitle } from './article-title.ts';
import { attachmentLinks, labelledAttachments } from './attachment-links.ts';
import { dateFacts } from './date-facts.ts';
import { comparedWithPage } from './doubtful.ts';
import type { Flow } from './flow.ts';
import { isFurniture } from './furniture.ts';
import { fold, metaContent, own, rawText } from './html.ts';
import { letterHead } from './letter-head.ts';
import { letters } from './letters.ts';
import { type Metadata, type MetadataBlock, readMetadata } from './metadata.ts';
import type { Article, AttachmentLink } from './page.ts';
import type { ParsedPage } from './parsed-page.ts';
import { readTimeLine, type TimeLine } from './time-line.ts';
import { readUnlabelled } from './unlabelled.ts';

const NO_ARTICLE = '页面上未识别出文章标题和正文';

/** The one article of a page, by title, metadata block, time line and body, whatever system printed it. */
export function readArticle(page: ParsedPage): Article | { readonly unparsed: string } {
  const { flow, base } = page;
  const container = bodyContainer(flow);
  const footer = footerStart(flow);
  const head = container && container.from > 0 ? container.from : footer;
  const above = readMetadata(flow, 0, head);
  const title = findTitle(page, above.metadata, above.used, container?.from ?? null, footer);
  if (!title) return { unparsed: NO_ARTICLE };
  const block = ownMetadata(flow, title, head) ?? metadataBelow(flow, above, container, footer) ?? above;
  const line = readHead(flow, title, block.used, container ? Math.max(container.from, title.to) : footer);
  const metadata: Metadata = { ...block.metadata };
  for (const [field, entry] of Object.entries(line.unlabelled)) metadata[field as keyof Metadata] ??= entry;
  if (line.time && line.time.label !== '时间')
    metadata.publishedOn ??= { label: own(line.time.label), value: own(line.time.date) };
  const inside = container && title.from >= container.from && title.to <= container.to;
  const body: Range =
    container && !inside && container.from >= title.to
      ? container
      : openBody(flow, title, line.end, container && inside ? container.to : footer, inside);
  const whole = withoutSideBox(flow, title, { from: body.from, to: articleEnd(flow, body.to, footer) });
  const range = { from: title.from, to: Math.max(body.to, whole.to) };
  const from = attachmentLinks(flow, range.from, range.to, base);
  const attachments = [...from, ...labelledAttachments(flow, footer, base, new Set(from.map(({ url }) => url)))];
  const links = articleLinks(flow, range, footer, base, new Set(attachments.map(({ url }) => url)));
  const reading = withHead(readWhole(page, body, attachments, links), letterHead(flow, title, body));
  const text = reading.ok ? reading.value.text : '';
  const claimed = claimedDates(metadata, line.time, metaContent(page.document, 'PubDate'));
  const written = dateFacts(metadata.writtenOn?.value ?? '', 'written');
  return {
    title: own(fold(textOf(flow, title)) || (metadata.title?.value ?? '')),
    metadata,
    dates: [...claimed, ...written, ...dateFacts(text, 'body')],
    body: reading,
    attachments,
  };
}

function readWhole(
  page: ParsedPage,
  body: Range,
  attachments: readonly AttachmentLink[],
  links: Body['links'],
): Reading<Body> {
  if (continuesElsewhere(page)) return CONTINUES;
  if (attachments.length === 0 && isOnlyLinks(page, body)) return ONLY_LINKS;
  return comparedWithPage(readBody(page.flow, body, page.base, attachments, links), page);
}

/** A letter's dates belong to what it says. */
const withHead = (reading: Reading<Body>, head: readonly string[]): Reading<Body> =>
  reading.ok && head.length > 0
    ? { ...reading, value: { ...reading.value, text: own([...head, reading.value.text].join('\n')) } }
    : reading;

const ONLY_LINKS = { ok: false, why: 'unparsed', detail: '页面只有指向其他页面的链接，未见正文', ref: null } as const;
const CONTINUES = { ok: false, why: 'unparsed', detail: '正文分为多页，后面各页未读取', ref: null } as const;

/** A body without a known container, or one that holds the title as well. */
function openBody(flow: Flow, title: Range, from: number, limit: number, isBounded: boolean | null): Range {
  const body = { from, to: articleEnd(flow, from, limit) };
  return isBounded ? body : withoutSideBox(flow, title, body);
}

/**
 * The metadata from the title on, where what stands above it is no document's block but labels of a side box; null where
 * the block stands above the title, or nowhere else.
 */
function ownMetadata(flow: Flow, title: Range, limit: number): MetadataBlock | null {
  const { metadata } = readMetadata(flow, 0, title.from);
  if (metadata.index || metadata.number || metadata.title || metadata.writtenOn || limit < title.from) return null;
  if (!metadata.issuer && !metadata.publishedOn) return null;
  const below = readMetadata(flow, title.from, limit);
  return below.metadata.issuer || below.metadata.publishedOn ? below : null;
}

/** The block where a template prints it under the body; null where one stands above it, or none does. */
function metadataBelow(flow: Flow, above: MetadataBlock, body: Range | null, footer: number): MetadataBlock | null {
  const { index, number, writtenOn, validity } = above.metadata;
  if (!body || index || number || writtenOn || validity) return null;
  const { metadata, used } = readMetadata(flow, body.to, footer);
  if (!metadata.index && !metadata.number) return null;
  return { metadata: { ...metadata, ...above.metadata }, used: new Set([...above.used, ...used]) };
}

/** Text that is links but for so much is a list of other pages, such as a front page given for a document. */
const OWN_SHARE = 0.2;
const FEWEST_LINKS = 3;

function isOnlyLinks({ flow }: ParsedPage, { from, to }: Range): boolean {
  const links = flow.anchors.filter((one) => !one.chrome && one.from >= from && one.from < to);
  if (links.length < FEWEST_LINKS) return false;
  const all = flow.blocks.slice(from, to).reduce((sum, { text, chrome }) => sum + (chrome ? 0 : letters(text)), 0);
  return links.reduce((sum, { element }) => sum + letters(rawText(element)), 0) >= all * (1 - OWN_SHARE);
}

/** The dates that the page claims to be published on; the hidden `<meta>` counts only where nothing is shown. */
function claimedDates(metadata: Metadata, time: TimeLine | null, pubDate: string): DateFact[] {
  const shown = dateFacts(metadata.publishedOn?.value ?? '', 'claimed');
  if (time && !shown.some((fact) => fact.date === time.date))
    shown.push({ date: time.date, place: 'claimed', text: own(time.text), sure: true });
  return shown.length > 0 ? shown : dateFacts(pubDate, 'claimed');
}

interface Head {
  readonly time: TimeLine | null;
  readonly unlabelled: Metadata;
  /** Where the body begins, for pages without a known container. */
  readonly end: number;
}

/** What stands between the title and the body: time line, tools, media strip, metadata, unlabelled values. */
function readHead(flow: Flow, title: Range, used: ReadonlySet<number>, limit: number): Head {
  const unlabelled = readUnlabelled(flow, title);
  const past = Math.max(title.to, ...[...unlabelled.used].map((i) => i + 1));
  let time: TimeLine | null = null;
  let end = title.to;
  for (let i = title.to; i < limit; i++) {
    const block = flow.blocks[i];
    if (!block) break;
    const line = readTimeLine(block.text);
    if (line) time ??= line;
    // What follows the last line of the head may be a picture: it belongs to the body.
    else if (block.chrome || block.text === '') continue;
    else if (i >= past && !used.has(i) && !isFurniture(block.text)) break;
    end = i + 1;
  }
  return { time, unlabelled: unlabelled.metadata, end };
}
