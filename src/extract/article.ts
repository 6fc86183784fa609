import type { DateFact } from '../model/document.ts';
import { readBody } from './article-body.ts';
import {
  articleEnd,
  bodyContainer,
  footerStart,
  headingRange,
  type Range,
  saysTitle,
  textOf,
} from './article-range.ts';
import { attachmentLinks } from './attachment-links.ts';
import { dateFacts } from './date-facts.ts';
import type { Flow } from './flow.ts';
import { isFurniture } from './furniture.ts';
import { fold, metaContent, own, squeeze } from './html.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import type { Article } from './page.ts';
import type { ParsedPage } from './parsed-page.ts';
import { readTimeLine, type TimeLine } from './time-line.ts';
import { readUnlabelled } from './unlabelled.ts';

const NO_ARTICLE = '页面上未识别出文章标题和正文';
const TITLE_MARKS = /\s*[-_—|–]+\s*/;
/** A title line is not farther above the time line than this. */
const TITLE_REACH = 6;

/** The one article of a page, by title, metadata block, time line and body, whatever system printed it. */
export function readArticle(page: ParsedPage): Article | { readonly unparsed: string } {
  const { flow, base } = page;
  const container = bodyContainer(flow);
  const footer = footerStart(flow);
  const block = readMetadata(flow, 0, container && container.from > 0 ? container.from : footer);
  const title = findTitle(page, block.metadata, block.used, container?.from ?? null, footer);
  if (!title) return { unparsed: NO_ARTICLE };
  const head = readHead(flow, title, block.used, container ? Math.max(container.from, title.to) : footer);
  const metadata: Metadata = { ...block.metadata };
  for (const [field, entry] of Object.entries(head.unlabelled)) metadata[field as keyof Metadata] ??= entry;
  if (head.time && head.time.label !== '时间')
    metadata.publishedOn ??= { label: own(head.time.label), value: own(head.time.date) };
  const inside = container && title.from >= container.from && title.to <= container.to;
  const body: Range =
    container && !inside && container.from >= title.to
      ? container
      : { from: head.end, to: articleEnd(flow, head.end, container && inside ? container.to : footer) };
  const attachments = attachmentLinks(flow, title.from, articleEnd(flow, body.to, footer), base);
  const reading = readBody(flow, body, base, attachments);
  const text = reading.ok ? reading.value.text : '';
  const claimed = claimedDates(metadata, head.time, metaContent(page.document, 'PubDate'));
  const written = dateFacts(metadata.writtenOn?.value ?? '', 'written');
  return {
    title: own(fold(textOf(flow, title)) || (metadata.title?.value ?? '')),
    metadata,
    dates: [...claimed, ...written, ...dateFacts(text, 'body')],
    body: reading,
    attachments,
  };
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
  const unlabelled = readUnlabelled(flow, title.to);
  const past = Math.max(title.to, ...[...unlabelled.used].map((i) => i + 1));
  let time: TimeLine | null = null;
  let i = title.to;
  for (; i < limit; i++) {
    const block = flow.blocks[i];
    if (!block) break;
    const line = readTimeLine(block.text);
    if (line) time ??= line;
    else if (!block.chrome && block.text !== '' && i >= past && !used.has(i) && !isFurniture(block.text)) break;
  }
  return { time, unlabelled: unlabelled.metadata, end: i };
}

/**
 * The title as printed above the body: the last block before time line or body that says what metadata or `<meta>`
 * call the title, else the heading nearest above them.
 */
function findTitle(
  page: ParsedPage,
  metadata: Metadata,
  used: ReadonlySet<number>,
  body: number | null,
  footer: number,
): Range | null {
  const { flow, document } = page;
  const names = [metadata.title?.value ?? '', metaContent(document, 'ArticleTitle')].filter((name) => name !== '');
  const usable = (i: number): boolean => {
    const block = flow.blocks[i];
    return block !== undefined && !block.chrome && block.text !== '' && !used.has(i) && !isFurniture(block.text);
  };
  const timeAt = flow.blocks.findIndex((block, i) => i < footer && !block.chrome && readTimeLine(block.text) !== null);
  const limit = Math.min(body !== null && body > 0 ? body : footer, timeAt >= 0 ? timeAt : footer);
  const sameAs = (name: string, from: number, to: number): Range | null => {
    for (let i = from; i < to; i++) {
      const range = headingRange(flow, i);
      if (usable(i) && (saysTitle(flow, range, name) || saysTitle(flow, { from: i, to: i + 2 }, name)))
        return saysTitle(flow, range, name) ? range : { from: i, to: i + 2 };
    }
    return null;
  };
  for (const name of names) {
    const range = lastOf(sameAs, name, limit) ?? sameAs(name, limit, footer);
    if (range) return range;
  }
  const heading = nearestHeading(flow, usable, limit);
  if (heading) return heading;
  if (timeAt >= 0) {
    for (let i = timeAt - 1; i >= 0 && i >= timeAt - TITLE_REACH; i--) if (usable(i)) return { from: i, to: i + 1 };
  }
  return titledBlock(page, usable, footer);
}

function lastOf(
  find: (name: string, from: number, to: number) => Range | null,
  name: string,
  to: number,
): Range | null {
  let found: Range | null = null;
  for (let next = find(name, 0, to); next; next = find(name, next.to, to)) found = next;
  return found;
}

function nearestHeading(flow: Flow, usable: (i: number) => boolean, limit: number): Range | null {
  for (let i = limit - 1; i >= 0; i--) {
    const block = flow.blocks[i];
    if (block?.heading && usable(i) && block.text.length >= 4) return headingRange(flow, i);
  }
  return null;
}

/** A block that `<title>` names, alone or with site and column around it. */
function titledBlock(page: ParsedPage, usable: (i: number) => boolean, footer: number): Range | null {
  const whole = /<title[^>]*>([^<]*)<\/title>/i.exec(page.html)?.[1] ?? '';
  const parts = [whole, ...whole.split(TITLE_MARKS)].map(squeeze).filter((part) => part.length >= 6);
  for (let i = 0; i < footer; i++) {
    if (usable(i) && parts.includes(squeeze(page.flow.blocks[i]?.text ?? ''))) return headingRange(page.flow, i);
  }
  return null;
}
