import { type Element, isTag } from 'domhandler';
import type { CivilDate } from '../model/civil-date.ts';
import type { ListEntry } from '../model/document.ts';
import { findDates } from './dates.ts';
import { signature } from './elements.ts';
import type { Flow, Span } from './flow.ts';
import { own, parentElement, rawText } from './html.ts';
import { hrefOf } from './links.ts';
import type { ParsedPage } from './parsed-page.ts';
import { datesBeside, isCard, rowDate, rowTitle } from './row.ts';
import { readTimeLine } from './time-line.ts';

/** A link that may be a list's entry, with the row it stands in. */
export interface Candidate {
  readonly anchor: Element;
  readonly url: string;
  readonly title: string;
  readonly date: CivilDate | null;
  /** Position of its first block. */
  readonly at: number;
  /** Structure of the row and what holds it: equal for the rows of one list. */
  readonly shape: string;
  /** What holds the row. */
  readonly container: Element | null;
  /** Share of the row's letters, those of dates left out, that are the link's own. */
  readonly share: number;
}

const ROW_LEVELS = 4;

/** Links outside page furniture that `accepts` takes, each with its row. */
export function findCandidates(page: ParsedPage, accepts: (url: string, anchor: Element) => boolean): Candidate[] {
  const taken: { span: Span; url: string }[] = [];
  for (const span of page.flow.anchors) {
    if (span.chrome) continue;
    const url = hrefOf(span.element, page.base);
    if (url && accepts(url, span.element)) taken.push({ span, url });
  }
  const counts = countLinks(taken.map(({ span }) => span.element));
  const found = taken.flatMap(({ span, url }) => {
    const title = rowTitle(span.element);
    if (title === '') return [];
    const row = rowOf(span.element, counts);
    return [{ anchor: span.element, url, title, row, date: rowDate(row, span.element), at: span.from }];
  });
  const beside = datesBeside(found.filter(({ date }) => date === null).map(({ row }) => row));
  const cards = new Set(
    found.filter(({ row, anchor, date }) => date !== null && isCard(row, anchor)).map(({ row }) => row),
  );
  return found.map(({ row, date, ...link }) => {
    const inRow = letters(rawText(lineOf(row, link.anchor, date ?? beside.get(row) ?? null)));
    const share = inRow === 0 || cards.has(row) ? 1 : letters(rawText(link.anchor)) / inRow;
    return {
      ...link,
      date: date ?? beside.get(row) ?? null,
      share,
      shape: shapeOf(row),
      container: parentElement(row),
    };
  });
}

/** Other cells of a table's row are columns of their own, unless one holds a text. */
const LONGEST_CELL = 60;

/** What a link has to fill for its row to be one of a list: in tables the cell, in dated list items the line. */
function lineOf(row: Element, anchor: Element, date: CivilDate | null): Element {
  const inside = chainBelow(row, anchor);
  const [part] = inside;
  if (!part) return row;
  if (row.name === 'tr')
    return row.children.every((cell) => cell === part || rawText(cell).trim().length <= LONGEST_CELL) ? part : row;
  const isLine =
    row.name === 'li' && date !== null && row.children.some((child) => isTag(child) && SUMMARY.test(child.name));
  return isLine ? (inside.find(({ name }) => SUMMARY.test(name)) ?? anchor) : row;
}

const SUMMARY = /^(?:p|div|dl|blockquote)$/;

/** The elements between a row and a link in it, outermost first. */
function chainBelow(row: Element, anchor: Element): Element[] {
  const chain: Element[] = [];
  for (let at: Element | null = anchor; at && at !== row; at = parentElement(at)) chain.unshift(at);
  return chain;
}

/** How many candidate links stand below each element. */
function countLinks(anchors: readonly Element[]): Map<Element, number> {
  const counts = new Map<Element, number>();
  for (const anchor of anchors)
    for (let at = parentElement(anchor); at; at = parentElement(at)) counts.set(at, (counts.get(at) ?? 0) + 1);
  return counts;
}

/** The largest element around a link that holds no other candidate; a list of one entry ends at its row element. */
function rowOf(anchor: Element, counts: ReadonlyMap<Element, number>): Element {
  let row = anchor;
  for (let level = 0; level < ROW_LEVELS; level++) {
    const parent = parentElement(row);
    if (!parent || (counts.get(parent) ?? 0) > 1 || /^(?:ul|ol|dl|tbody|table|body|html)$/.test(parent.name)) break;
    row = parent;
    if (row.name === 'li' || row.name === 'tr') break;
  }
  return row;
}

function shapeOf(row: Element): string {
  const parts = [signature(row)];
  let at: Element | null = parentElement(row);
  for (let level = 0; at && level < 3; level++, at = parentElement(at)) parts.push(signature(at));
  return parts.join('<');
}

/** Length of what is neither digit, sign nor part of a date. */
const letters = (text: string): number => text.replace(/[^\p{L}]|[年月日]/gu, '').length;

/** Candidates as entries, each URL once, in order. */
export function entriesOf(candidates: readonly Candidate[]): ListEntry[] {
  const entries = new Map<string, ListEntry>();
  for (const { url, title, date } of candidates) {
    const known = entries.get(url);
    if (!known) entries.set(url, { title: own(title), url: own(url), date });
    else if (known.date === null && date) entries.set(url, { ...known, date });
  }
  return [...entries.values()];
}

/** Candidates grouped by the shape of their rows, in order of first appearance. */
export function groupByShape(candidates: readonly Candidate[]): Candidate[][] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(candidate.shape);
    if (group) group.push(candidate);
    else groups.set(candidate.shape, [candidate]);
  }
  return [...groups.values()];
}

/** Words of a list, not of a search: 没有找到 is also what a site says in full dress of an address that it does not have. */
const EMPTY_WORDS =
  /^(?:对不起|抱歉)?[，,\s]*(?:该|本|此|当前)?(?:栏目|目录|分类)?(?:下)?[，,\s]*(?:暂无|(?:暂时)?没有|尚无|无)(?:任何|相关|更多|可显示的?)*(?:信息|内容|数据|记录|文章|文件|公开信息)(?:发布|公开|公布)?[！!。.~～…]*$/;
const EMPTY_COUNT = /(?:共有?|总计)\s*0\s*(?:条|篇|项|个)(?!\s*(?:评论|留言|回复|跟帖|附件|问))/;
/** Marks of a page whose script has yet to decide what is shown. */
const CONDITIONAL = ['v-if', 'v-show', 'v-else', 'ng-if', 'ng-show', 'x-show', 'x-if', ':class', 'wx:if'];
/** Whatever the script is for, it may also be what fills the list: many pages say 暂无数据 until theirs has run. */
const SCRIPT = /<script\b(?![^>]*\btype\s*=\s*["']?(?:application\/(?:ld\+)?json|text\/(?:x-)?template))/i;
const LOADING =
  /^(?:正在|数据)?(?:努力)?(?:加载|载入|读取)中?(?:数据)?[，,请稍候后等待]*[.…。]*$|^loading[.…]*$|加载失败/i;

/**
 * Whether the page itself says that its list has no entries. A raw page with a script never says so for sure, nor does
 * any page that shows another in a frame.
 */
export function saysEmpty(page: ParsedPage): boolean {
  const { flow, html } = page;
  if (page.view === 'http' && (SCRIPT.test(html) || html.includes('{{'))) return false;
  if (isLoading(flow) || hasFrame(flow) || hasUnlinkedRow(page)) return false;
  return flow.blocks.some(({ text, chrome, element }) => {
    if (text === '' || text.length > 60) return false;
    return (EMPTY_COUNT.test(text) || (!chrome && EMPTY_WORDS.test(text))) && !isConditional(element);
  });
}

/** Whether some line says that a list has nothing, be it the column's or that of a box. */
export const hasEmptyWords = (flow: Flow): boolean =>
  flow.blocks.some(({ text, chrome }) => !chrome && text.length <= 60 && EMPTY_WORDS.test(text));

const NO_ROW = /^(?:今天|现在|当前|更新|最[后近]更新)|版权|星期|Copyright|©/i;
const SHORTEST_ROW = 6;

/** Whether a line with a date stands there that no link leads from: a row of a list that only a script follows. */
function hasUnlinkedRow({ flow, base }: ParsedPage): boolean {
  const linked = new Set<number>();
  for (const { element, from, to } of flow.anchors)
    if (hrefOf(element, base) !== null) for (let i = from; i < Math.max(to, from + 1); i++) linked.add(i);
  let previous: number | null = null;
  return flow.blocks.some(({ text, chrome }, i) => {
    if (chrome || text === '') return false;
    const before = previous;
    previous = i;
    if (text.length > 160 || linked.has(i) || NO_ROW.test(text) || !findDates(text).some(({ sure }) => sure))
      return false;
    if (readTimeLine(text)) return false;
    if (letters(text) >= SHORTEST_ROW) return true;
    return before !== null && !linked.has(before) && letters(flow.blocks[before]?.text ?? '') >= SHORTEST_ROW;
  });
}

/** Whether the page leaves room for a list that is not in it: an empty container, or a frame with a page of its own. */
export const hasRoomForList = (flow: Flow): boolean => hasFrame(flow) || flow.blocks.some(isEmptyContainer);

const hasFrame = (flow: Flow): boolean => flow.frames.some(({ chrome }) => !chrome);

const isEmptyContainer = ({ text, chrome, element }: Flow['blocks'][number]): boolean =>
  text === '' && !chrome && /^(?:ul|ol|dl|tbody)$/.test(element.name);

export const isLoading = (flow: Flow): boolean =>
  flow.blocks.some((block) => block.text.length <= 30 && LOADING.test(block.text));

function isConditional(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentElement(at)) {
    const { attribs } = at;
    if (CONDITIONAL.some((name) => attribs[name] !== undefined)) return true;
  }
  return false;
}
