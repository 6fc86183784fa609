import type { Element } from 'domhandler';
import { readArticle } from '../article.ts';
import { signature } from '../elements.ts';
import type { Flow } from '../flow.ts';
import { fold, parentElement, rawText } from '../html.ts';
import { hrefOf } from '../links.ts';
import type { Candidate } from '../list.ts';
import { findCandidates, hasEmptyWords, hasRoomForList } from '../list.ts';
import type { ParsedPage } from '../parsed-page.ts';
import { readColumn } from './column.ts';
import type { Family } from './family.ts';
import { MANY_LISTS } from './generic.ts';

/**
 * A document's page: `…/doc_<24 hex>.html`, in hand-made channels also another id. Channel names may hold dots and
 * need no fraction, so only the end counts.
 */
const DOCUMENT = /\/doc_[\w.-]+\.s?html?$/i;
/** A file beside the documents. */
const FILE = /\/doc_[\w-]+_[0-9a-f]{32}\.\w{2,5}$/i;
const CHANNEL = /\/channel_[^/]+\/?$/;
const FAMILY_MARK = /\/channel_[^/"'\s]+\/(?:doc_[0-9a-f]{24})?/;
const TURNING = /^(?:首页|上一?页|下一?页|尾页|末页|更多|more|\d+|[<>›»‹«]+)$/i;
/** What stands beside a column's own list. */
const ASIDE = /^.{0,4}(?:热[门点]|推荐|相关|排行|最新|要闻|专题|导航)/;
/** Links that only a script follows, with texts as long as this, may be a list's entries. */
const SHORTEST_TITLE = 6;
/** What an empty element is called where a script will put a list into it. */
const PLACE = /(?:^|[\s_-])(?:app|list|content|con|main|data|box|rows?|result)(?:$|[\s_-])/i;

/** The system behind `/gongkai/…/channel_…/doc_….html`. */
export const gongkai: Family = {
  recognises: (page) => CHANNEL.test(new URL(page.url).pathname) || FAMILY_MARK.test(page.html),
  readColumnPage: (page) => {
    const rows = entriesIn(page);
    const read = readColumn(page, rows);
    // What says that it is empty may be the column, and the documents of other channels a box beside it.
    return read.kind === 'list' &&
      hasEmptyWords(page.flow) &&
      rows.length > 0 &&
      !rows.some(({ url }) => isOwn(url, page))
      ? MANY_LISTS
      : read;
  },
  readArticlePage: readArticle,
};

const isOwn = (url: string, page: ParsedPage): boolean =>
  new URL('.', url).pathname === new URL('.', page.url).pathname;

/**
 * Links to documents, and what stands with them in one list. Those of the page's own channel stand for the list, where
 * there are any: a list that is yet to come is not what stands beside it.
 */
function entriesIn(page: ParsedPage): readonly Candidate[] {
  const all = findCandidates(page, (url) => isDocument(url, page));
  const channel = new URL('.', page.url).pathname;
  const ownOnes = all.filter(({ url }) => new URL('.', url).pathname === channel);
  const chosen = ownOnes.length > 0 || !mayBeOthers(page, all) ? ownOnes : all;
  if (chosen.length > 0) return withNeighbours(page, chosen);
  return findCandidates(page, (url) => FILE.test(url)).filter(
    ({ url, date }) => date !== null && new URL('.', url).pathname === channel,
  );
}

/** `?key=` shows one of several persons on a page of the same path. */
function isDocument(url: string, page: ParsedPage): boolean {
  const { pathname, searchParams } = new URL(url);
  if (DOCUMENT.test(pathname) && !FILE.test(pathname)) return true;
  return searchParams.has('key') && pathname === new URL(page.url).pathname;
}

/** Rows of the same lists that lead elsewhere: to a file, to an address from before the system, to another site. */
function withNeighbours(page: ParsedPage, documents: readonly Candidate[]): readonly Candidate[] {
  const rows = new Map<Element, string>();
  const taken = new Set<Element>();
  for (const { anchor, container, shape } of documents) {
    if (container) rows.set(container, shape.split('<')[0] ?? '');
    taken.add(childBelow(anchor, rows) ?? anchor);
  }
  const neighbours = new Map<Element, Element>();
  for (const { element, chrome } of page.flow.anchors) {
    const row = chrome ? null : childBelow(element, rows);
    const holder = row && parentElement(row);
    if (!row || !holder || taken.has(row) || signature(row) !== rows.get(holder) || !leadsAway(element, page)) continue;
    // Of several links in a row, such as one to its kind of document, the longest is the title.
    const known = neighbours.get(row);
    if (!known || lengthOf(element) > lengthOf(known)) neighbours.set(row, element);
  }
  if (neighbours.size === 0) return documents;
  const anchors = new Set([...documents.map(({ anchor }) => anchor), ...neighbours.values()]);
  return findCandidates(page, (_url, anchor) => anchors.has(anchor));
}

/** The row of a link: what stands, around it, directly in one of the lists. */
function childBelow(anchor: Element, lists: ReadonlyMap<Element, string>): Element | null {
  for (let at = anchor; ; ) {
    const parent = parentElement(at);
    if (!parent) return null;
    if (lists.has(parent)) return at;
    at = parent;
  }
}

function leadsAway(anchor: Element, page: ParsedPage): boolean {
  const url = hrefOf(anchor, page.base);
  const text = fold(rawText(anchor));
  return url !== null && text !== '' && !TURNING.test(text) && new URL(url).pathname !== new URL(page.url).pathname;
}

const lengthOf = (anchor: Element): number => fold(rawText(anchor)).length;

/**
 * Whether documents of other channels may be this column's list: not where its own is yet to come or can only be
 * followed by script, nor where they stand under the name of a side box.
 */
function mayBeOthers({ flow }: ParsedPage, others: readonly Candidate[]): boolean {
  if (hasRoomForList(flow) || flow.blocks.some(isPlace)) return false;
  if (flow.anchors.some(({ element, chrome }) => !chrome && isScripted(element))) return false;
  for (let i = (others[0]?.at ?? 0) - 1; i >= 0; i--) {
    const text = flow.blocks[i]?.text ?? '';
    if (text !== '') return !ASIDE.test(text);
  }
  return true;
}

const isScripted = (anchor: Element): boolean =>
  (/^\s*(?:javascript:|#|$)/i.test(anchor.attribs.href ?? '') || anchor.attribs.onclick !== undefined) &&
  lengthOf(anchor) >= SHORTEST_TITLE;

const isPlace = ({ text, chrome, element: { name, attribs } }: Flow['blocks'][number]): boolean =>
  text === '' &&
  !chrome &&
  (name === 'div' || name === 'section' || name === 'main') &&
  (attribs.id !== undefined || PLACE.test(attribs.class ?? ''));
