import type { Element } from 'domhandler';
import type { Flow, Span } from './flow.ts';
import { endsArticle, isFooterLine } from './furniture.ts';
import { parentElement, rawText, squeeze } from './html.ts';
import { letters } from './letters.ts';

/** Blocks from `from` up to, not including, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const FOOTER_NEIGHBOUR = /^(?:主办|承办|维护|技术支持|网站|地址|电话|联系|邮编|邮箱|建议使用|隐私|关于我们|版权|备案)/;

/** What stands right in the page's body may be an article's line, if it is not the site's own for sure. */
const SITE_LINE = /^(?:主办|承办|技术支持|网站)/;

/** Where the site's footer begins, for pages whose mark-up does not tell; the number of blocks where none is found. */
export function footerStart(flow: Flow): number {
  const { blocks } = flow;
  const end = blocks.findIndex((block, i) => !block.chrome && isFooterLine(block.text) && !textGoesOn(flow, i));
  if (end < 0) return blocks.length;
  const home = blocks[end]?.element;
  let from = end;
  // Lines of the footer share its parent; the last lines of an article, however alike, do not.
  for (let i = end - 1; i >= 0 && i > end - 10; i--) {
    const block = blocks[i];
    if (!block || !home || block.text === '') continue;
    const near = block.element === home || parentElement(block.element) === parentElement(home);
    const neighbour = parentElement(home)?.name === 'body' ? SITE_LINE : FOOTER_NEIGHBOUR;
    if (!near || home.name === 'body' || !neighbour.test(block.text)) break;
    from = i;
  }
  return from;
}

const LONG_LINE = 25;
const FEWEST_LINES = 2;

/** Whether lines of running text follow, up to the next line of a footer: an article may name its site's number, too. */
function textGoesOn({ blocks }: Flow, at: number): boolean {
  let lines = 0;
  for (const block of blocks.slice(at + 1)) {
    if (block.chrome) continue;
    if (isFooterLine(block.text)) break;
    if (block.text.length >= LONG_LINE && !FOOTER_NEIGHBOUR.test(block.text)) lines += 1;
  }
  return lines >= FEWEST_LINES;
}

/** The end of an article that begins at `from` where no container bounds it. */
export function articleEnd(flow: Flow, from: number, limit: number): number {
  for (let i = from; i < limit; i++) {
    const block = flow.blocks[i];
    if (block && !block.chrome && endsArticle(block.text) && !paragraphFollows(flow, i, limit)) return i;
  }
  return limit;
}

/** Whether a paragraph without a link follows in the same element: 相关文件 may be said in the middle of a text. */
function paragraphFollows(flow: Flow, at: number, limit: number): boolean {
  const holder = flow.blocks[at]?.element.name === 'p' ? parentElement(flow.blocks[at].element) : null;
  if (!holder || holder.name === 'body') return false;
  for (let i = at + 1; i < limit; i++) {
    const block = flow.blocks[i];
    if (block?.element.name !== 'p' || parentElement(block.element) !== holder) continue;
    const isLinked = flow.anchors.some(({ from, to }) => from <= i && i < Math.max(to, from + 1));
    if (block.text.length >= LONG_LINE && !isLinked) return true;
  }
  return false;
}

const LINKED_SHARE = 0.5;
const INNER_SHARE = 0.75;

/**
 * Where a body ends that no container bounds: with the element that holds the title and most of the text, where what
 * follows it is mostly links, as in a side box.
 */
export function withoutSideBox(flow: Flow, title: Range, body: Range): Range {
  const lettersBetween = (from: number, to: number): number =>
    flow.blocks.slice(from, to).reduce((sum, { text, chrome }) => sum + (chrome ? 0 : letters(text)), 0);
  const all = lettersBetween(body.from, body.to);
  for (let at = parentOf(flow.blocks[title.from]?.element); at && at.name !== 'body'; at = parentElement(at)) {
    let to = body.from;
    while (to < body.to && isInside(flow.blocks[to]?.element ?? null, at)) to += 1;
    if (to >= body.to) return body;
    if (lettersBetween(body.from, to) < all * INNER_SHARE) continue;
    const rest = lettersBetween(to, body.to);
    const linked = flow.anchors
      .filter(({ from, chrome }) => !chrome && from >= to && from < body.to)
      .reduce((sum, { element }) => sum + letters(rawText(element)), 0);
    return linked >= rest * LINKED_SHARE ? { from: body.from, to } : body;
  }
  return withoutLastBox(flow, body);
}

const FEWEST_BOX_LINKS = 3;
const LONGEST_BOX_NAME = 12;

/** The same where nothing holds title and text together: a last element of a short name and then little but links. */
function withoutLastBox(flow: Flow, body: Range): Range {
  const last = lastWithText(flow, body);
  const first = flow.blocks[body.from]?.element ?? null;
  if (last === null || !first) return body;
  let box: Element = last;
  for (let up = parentElement(box); up && up.name !== 'body' && !isInside(first, up); up = parentElement(box)) box = up;
  if (isInside(first, box) || !/^(?:div|section)$/.test(box.name)) return body;
  const from = flow.blocks.findIndex(({ element, text }, i) => i >= body.from && text !== '' && isInside(element, box));
  const links = flow.anchors.filter(({ element, chrome }) => !chrome && isInside(element, box));
  const linked = links.reduce((sum, { element }) => sum + letters(rawText(element)), 0);
  const all = flow.blocks.slice(from, body.to).reduce((sum, { text, chrome }) => sum + (chrome ? 0 : letters(text)), 0);
  const name = flow.blocks[from]?.text ?? '';
  const isBox = links.length >= FEWEST_BOX_LINKS && name.length <= LONGEST_BOX_NAME && !name.includes('附件');
  return isBox && from > body.from && linked >= all * LINKED_SHARE ? { from: body.from, to: from } : body;
}

function lastWithText(flow: Flow, { from, to }: Range): Element | null {
  for (let i = to - 1; i >= from; i--) {
    const block = flow.blocks[i];
    if (block && !block.chrome && block.text !== '') return block.element;
  }
  return null;
}

const parentOf = (element: Element | undefined): Element | null => (element ? parentElement(element) : null);

function isInside(element: Element | null, ancestor: Element): boolean {
  for (let at = element; at; at = parentElement(at)) if (at === ancestor) return true;
  return false;
}

/** The known body container with most text, outermost of those nested; null where the page has none. */
export function bodyContainer(flow: Flow): Span | null {
  let best: Span | null = null;
  let most = -1;
  for (const span of flow.bodies) {
    if (span.chrome) continue;
    let length = 0;
    for (let i = span.from; i < span.to; i++) length += flow.blocks[i]?.text.length ?? 0;
    if (length > most || (length === most && best && span.from <= best.from && span.to >= best.to)) {
      best = span;
      most = length;
    }
  }
  return best;
}

/** All blocks of one heading that was broken over lines, around position `i`. */
export function headingRange(flow: Flow, i: number): Range {
  const element = flow.blocks[i]?.element;
  const same = (at: number): boolean => {
    const block = flow.blocks[at];
    return block !== undefined && block.element === element && block.heading && block.text !== '';
  };
  if (!flow.blocks[i]?.heading) return { from: i, to: i + 1 };
  let from = i;
  let to = i + 1;
  while (same(from - 1)) from -= 1;
  while (same(to)) to += 1;
  return { from, to };
}

/** Letters and lines of a title that fills an element of its own. */
const TITLE_LIMIT = { letters: 120, lines: 3 };

/** All blocks of one title that was broken over lines, whatever it is marked up as. */
export function titleRange(flow: Flow, i: number): Range {
  const element = flow.blocks[i]?.element;
  if (flow.blocks[i]?.heading || !element || element.name === 'body') return headingRange(flow, i);
  const same = (at: number): boolean => flow.blocks[at]?.element === element && flow.blocks[at]?.text !== '';
  let from = i;
  let to = i + 1;
  while (same(from - 1)) from -= 1;
  while (same(to)) to += 1;
  const isTitle = to - from <= TITLE_LIMIT.lines && textOf(flow, { from, to }).length <= TITLE_LIMIT.letters;
  return isTitle ? { from, to } : { from: i, to: i + 1 };
}

export const textOf = (flow: Flow, range: Range): string =>
  flow.blocks
    .slice(range.from, range.to)
    .map((block) => block.text)
    .join('');

/** Whether a range says the same as a title, white space and cut ends aside. */
export function saysTitle(flow: Flow, range: Range, title: string): boolean {
  return title !== '' && squeeze(textOf(flow, range)) === squeeze(title);
}
