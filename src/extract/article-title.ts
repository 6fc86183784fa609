import type { Element } from 'domhandler';
import { headingRange, type Range, saysTitle, textOf, titleRange } from './article-range.ts';
import type { Flow } from './flow.ts';
import { isFurniture } from './furniture.ts';
import { metaContent, parentElement, rawText, squeeze } from './html.ts';
import { hrefOf } from './links.ts';
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
/** The day's date in a site's head. */
const NO_TITLE_LINE = /^(?:今天|今日|现在|当前|北京时间)(?:是|时间)?|^更新(?:时间|日期)|星期[一二三四五六日天]$/;
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
  const main = mainHeading(flow, usable, footer);
  const timeAt = flow.blocks.findIndex(
    (block, i) => i < footer && i > (main?.from ?? -1) && !block.chrome && readTimeLine(block.text) !== null,
  );
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
  if (main && timeAt < 0 && body === null) return main;
  const named = titledBlock(page, (i) => usable(i) && isSure(flow.blocks[i]?.text ?? ''), footer);
  if (named && (timeAt < 0 || named.from < timeAt)) return named;
  const heading = nearestHeading(flow, usable, limit);
  const line = timeAt >= 0 ? lineAbove(flow, usable, timeAt) : null;
  if (main && textBetween(flow, main.to, (line ?? heading ?? main).from) > LONG_TITLE_BLOCK) return main;
  if (heading && !(line && outdoes(textOf(flow, line), textOf(flow, heading)))) return heading;
  if (line) return line;
  return titledBlock(page, usable, footer);
}

/** So long a line that the page's own title repeats is the article's title, not the column's or the site's name. */
const SURE_TITLE = 9;
const isSure = (text: string): boolean => text.length >= SURE_TITLE && !ORGANISATION.test(text);
/** More than this between two headings is an article: the second begins something else. */
const LONG_TITLE_BLOCK = 120;

const textBetween = (flow: Flow, from: number, to: number): number =>
  flow.blocks.slice(from, Math.max(from, to)).reduce((sum, { text }) => sum + text.length, 0);

/** The one `<h1>` of a page, where it names neither the site nor an organisation: what stands before it is beside it. */
function mainHeading(flow: Flow, usable: (i: number) => boolean, footer: number): Range | null {
  const found: Range[] = [];
  for (let i = 0; i < footer; i++) {
    if (!flow.blocks[i]?.heading || !usable(i) || !isWithinH1(flow.blocks[i]?.element ?? null)) continue;
    const range = headingRange(flow, i);
    found.push(range);
    i = range.to - 1;
  }
  const [only, ...others] = found;
  if (!only || others.length > 0) return null;
  const text = squeeze(textOf(flow, only));
  return text.length >= LONG_TITLE && !ORGANISATION.test(text) ? only : null;
}

function isWithinH1(element: Element | null): boolean {
  for (let at = element; at; at = parentElement(at)) if (at.name === 'h1') return true;
  return false;
}

/** The line, or the lines of one element, that stand right above the time line. */
function lineAbove(flow: Flow, usable: (i: number) => boolean, timeAt: number): Range | null {
  for (let i = timeAt - 1; i >= 0 && i >= timeAt - TITLE_REACH; i--) {
    if (!usable(i) || NO_TITLE_LINE.test(flow.blocks[i]?.text ?? '')) continue;
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
    flow.anchors.some(
      ({ element, from }) =>
        from === i && squeeze(rawText(element)) === part && hrefOf(element, page.base) !== page.url,
    );
  for (const part of titleParts(whole)) {
    for (let i = 0; i < footer; i++) {
      if (!usable(i)) continue;
      const range = titleRange(flow, i);
      if (saysTitle(flow, range, part) && !isLink(i, part)) return range;
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
