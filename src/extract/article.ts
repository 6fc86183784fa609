import type { DateFact } from '../model/document.ts';
import { readBody } from './article-body.ts';
import { articleEnd, bodyContainer, footerStart, type Range, textOf } from './article-range.ts';
import { findTitle } from './article-title.ts';
import { attachmentLinks } from './attachment-links.ts';
import { dateFacts } from './date-facts.ts';
import type { Flow } from './flow.ts';
import { isFurniture } from './furniture.ts';
import { fold, metaContent, own } from './html.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import type { Article } from './page.ts';
import type { ParsedPage } from './parsed-page.ts';
import { readTimeLine, type TimeLine } from './time-line.ts';
import { readUnlabelled } from './unlabelled.ts';

const NO_ARTICLE = '页面上未识别出文章标题和正文';

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
