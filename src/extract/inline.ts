import type { Element } from 'domhandler';
import { readBody } from './article-body.ts';
import { articleLinks } from './article-links.ts';
import { articleEnd, footerStart, type Range, textOf, titleRange } from './article-range.ts';
import { attachmentLinks } from './attachment-links.ts';
import { dateFacts } from './date-facts.ts';
import { comparedWithPage } from './doubtful.ts';
import type { Block, Flow } from './flow.ts';
import { isFurniture } from './furniture.ts';
import { attribute, fold, own } from './html.ts';
import type { Article } from './page.ts';
import type { ParsedPage } from './parsed-page.ts';
import { readTimeLine, type TimeLine } from './time-line.ts';

const TITLE_LENGTH = { min: 4, max: 120 };
const SENTENCE_END = /[。；;，,、：:！!]$/;
/** Heading numbers, and labels of lists inside a text, which a title line never has. */
const NO_TITLE = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.、．]|[^：:]{1,8}[:：])/;

/** An article's title and time line within a page; its body reaches to the next one. */
export interface Heading {
  readonly title: Range;
  readonly titleText: string;
  readonly time: TimeLine;
  /** The block after the time line. */
  readonly bodyFrom: number;
}

/**
 * Titles with the time line under them, in order, whatever mark-up they have. Later ones must be marked up as the
 * first is, so that a time told inside a text does not begin an article.
 */
export function findHeadings(flow: Flow): Heading[] {
  const headings: Heading[] = [];
  const footer = footerStart(flow);
  let mark: string | null = null;
  for (let i = 0; i < footer; i++) {
    const block = flow.blocks[i];
    if (!block || block.chrome) continue;
    const heading = headingAt(flow, i, block, headings.at(-1)?.bodyFrom ?? 0);
    if (!heading || (mark !== null && markOf(block.element) !== mark)) continue;
    if (headings.length > 0 && NO_TITLE.test(heading.titleText)) continue;
    mark ??= markOf(block.element);
    headings.push(heading);
  }
  return headings;
}

const markOf = (element: Element): string => `${element.name}.${attribute(element, 'class')}`;

function headingAt(flow: Flow, i: number, block: Block, from: number): Heading | null {
  const time = readTimeLine(block.text);
  if (time) {
    for (let at = i - 1; at >= from; at--) {
      const before = flow.blocks[at];
      if (!before || before.text === '' || before.chrome || isFurniture(before.text)) continue;
      // A time line in the same element makes the lines above it more than a title.
      const title = before.element === block.element ? { from: at, to: at + 1 } : titleRange(flow, at);
      const titleText = textOf(flow, title);
      return isTitle(titleText) ? { title, titleText, time, bodyFrom: i + 1 } : null;
    }
    return null;
  }
  return sameBlockHeading(block, i);
}

/** Title and time as inline neighbours of one block. */
function sameBlockHeading(block: Block, i: number): Heading | null {
  if (block.pieces.length < 2 || block.text.length > TITLE_LENGTH.max + 40) return null;
  for (let at = 1; at < block.pieces.length; at++) {
    const titleText = block.pieces.slice(0, at).join('');
    const time = readTimeLine(block.pieces.slice(at).join(''));
    if (time && isTitle(titleText)) return { title: { from: i, to: i + 1 }, titleText, time, bodyFrom: i + 1 };
  }
  return null;
}

const isTitle = (text: string): boolean =>
  text.length >= TITLE_LENGTH.min &&
  text.length <= TITLE_LENGTH.max &&
  !SENTENCE_END.test(text) &&
  readTimeLine(text) === null;

/** The articles printed one after another on a column's own page, none lost for want of a body. */
export function readInlineArticles(page: ParsedPage, headings: readonly Heading[]): Article[] {
  const { flow } = page;
  const footer = footerStart(flow);
  return headings.map((heading, k) => {
    const next = headings[k + 1];
    const to = next ? next.title.from : articleEnd(flow, heading.bodyFrom, footer);
    return readInline(page, heading, { from: heading.bodyFrom, to });
  });
}

function readInline(page: ParsedPage, heading: Heading, range: Range): Article {
  const { flow, base } = page;
  const attachments = attachmentLinks(flow, range.from, range.to, base);
  const links = articleLinks(flow, range, range.to, base, new Set(attachments.map(({ url }) => url)));
  const body = comparedWithPage(readBody(flow, range, base, attachments, links), page);
  const { time } = heading;
  const claimed = { date: time.date, place: 'claimed', text: own(time.text), sure: true } as const;
  return {
    title: own(fold(heading.titleText)),
    metadata: {},
    dates: [claimed, ...(body.ok ? dateFacts(body.value.text, 'body') : [])],
    body,
    attachments,
  };
}
