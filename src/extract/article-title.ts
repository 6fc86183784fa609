import { headingRange, type Range, saysTitle, textOf, titleRange } from './article-range.ts';
import type { Flow } from './flow.ts';
import { isFurniture } from './furniture.ts';
import { metaContent, rawText, squeeze } from './html.ts';
import type { Metadata } from './metadata.ts';
import type { ParsedPage } from './parsed-page.ts';
import { readTimeLine } from './time-line.ts';

const TITLE_MARKS = /\s*[-_—|–]+\s*/;
/** A title line is not farther above the time line than this. */
const TITLE_REACH = 6;
/** A person's name is the shortest title there is; links of short names are navigation. */
const SHORT_TITLE = 2;
const LONG_TITLE = 6;
/** A subtitle, a sentence, or a remark of where the text is from. */
const NO_TITLE = /^[-—–(（〔[【]|[。；;，,]$|^[^：:]{1,8}[:：]/;
const ORGANISATION = /(?:局|办公?室|镇|乡|街道|办事处|中心|委员?会?|政府|院|协?会|队|所|站|公司|网站?)$/;

/**
 * The title as printed above the body: the last block before time line or body that says what metadata or `<meta>`
 * call the title, else the heading nearest above them.
 */
export function findTitle(
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
  const line = timeAt >= 0 ? lineAbove(flow, usable, timeAt) : null;
  if (heading && !(line && outdoes(textOf(flow, line), textOf(flow, heading)))) return heading;
  if (line) return line;
  return titledBlock(page, usable, footer);
}

/** The line, or the lines of one element, that stand right above the time line. */
function lineAbove(flow: Flow, usable: (i: number) => boolean, timeAt: number): Range | null {
  for (let i = timeAt - 1; i >= 0 && i >= timeAt - TITLE_REACH; i--) {
    if (!usable(i)) continue;
    const alone = flow.blocks[i]?.element === flow.blocks[timeAt]?.element;
    return alone ? { from: i, to: i + 1 } : titleRange(flow, i);
  }
  return null;
}

/** Whether a line above the time line is the title, and a heading above both but the column's name. */
const outdoes = (line: string, heading: string): boolean =>
  line.length > heading.length && !NO_TITLE.test(line) && squeeze(line) !== squeeze(heading);

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

/** A block that `<title>` names, alone or with site and column around it; a link of that name leads there. */
function titledBlock(page: ParsedPage, usable: (i: number) => boolean, footer: number): Range | null {
  const { flow } = page;
  const whole = /<title[^>]*>([^<]*)<\/title>/i.exec(page.html)?.[1] ?? '';
  const isLink = (i: number, part: string): boolean =>
    flow.anchors.some(({ element, from }) => from === i && squeeze(rawText(element)) === part);
  for (const part of titleParts(whole)) {
    for (let i = 0; i < footer; i++) {
      if (!usable(i)) continue;
      const range = titleRange(flow, i);
      if (saysTitle(flow, range, part) && (part.length >= LONG_TITLE || !isLink(i, part))) return range;
    }
  }
  return null;
}

/** Both `<unit> - <column> - <title>` and `<title> - <site>` occur: the end that names no organisation comes first. */
function titleParts(whole: string): string[] {
  const parts = whole.split(TITLE_MARKS).map(squeeze);
  const ordered = ORGANISATION.test(parts[0] ?? '') ? [...parts].reverse() : parts;
  return [squeeze(whole), ...ordered].filter((part) => part.length >= SHORT_TITLE);
}
