import { type Element, isTag, isText } from 'domhandler';
import { isHidden } from './elements.ts';
import { $, attribute, fold, parentElement, rawText } from './html.ts';
import { YEAR } from './pager-linked.ts';
import type { ParsedPage } from './parsed-page.ts';

const MORE =
  /^(?:点击|上拉|下拉)?(?:此处)?(?:加载|显示|查看|浏览)更多(?:信息|内容|数据|文章)?[.…>»↓]*$|^load\s?more$|^点击更多[.…>»↓]*$/i;
const MORE_CLASS = /(?:^|[\s_-])(?:load-?more|more-?load|get-?more|pull-?(?:up|load))(?:$|[\s_-])/i;
const OFF = /没有更多|已全部|到底/;
/** A script of the page itself that adds rows as the reader scrolls down. */
const ON_SCROLL =
  /addEventListener\(\s*['"]scroll|\bonscroll\b|\.scroll\(|\.on\(\s*['"]scroll|IntersectionObserver|infinite-?scroll/i;
const ADDS_ROWS = /insertAdjacentHTML|appendChild|\.append\(|\bpage\w*\s*(?:\+\+|\+=)/i;
const PAGE_NUMBER = /^(?:第\s*)?(\d{1,4})(?:\s*\/\s*\d{1,4})?(?:\s*页)?$/;

/**
 * Whether a list goes on behind something that is no link to a page: a 加载更多 of whatever element, a box to choose the
 * page from, or a script that adds rows while one scrolls. A box that a script fills with page numbers says so only
 * where that script is not understood (`isScriptRead`).
 */
export function goesOnUnlinked(page: ParsedPage, isScriptRead: boolean): boolean {
  if (hasMoreControl(page) || hasPageBox(page) || addsOnScroll(page) || hasYears(page)) return true;
  return !isScriptRead && (hasBarePager(page) || buildsPager(page));
}

const YEAR_IN_TAG = />\s*(?:19|20)\d\d\s*年?度?\s*</;

/** Years to choose from, by script alone, with no choice that stands for all of them: the others are not shown. */
function hasYears({ document, html }: ParsedPage): boolean {
  if (!YEAR_IN_TAG.test(html)) return false;
  const pressed = $('a,li,span,button', document)
    .toArray()
    .filter(
      (element) =>
        YEAR.test(fold(rawText(element))) &&
        !isOutOfSight(element) &&
        (/^\s*javascript:.*\(/i.test(attribute(element, 'href')) || attribute(element, 'onclick') !== ''),
    );
  if (new Set(pressed.map((element) => fold(rawText(element)))).size > 1) return true;
  return $('select', document)
    .toArray()
    .some((box) => {
      const choices = $('option', box)
        .toArray()
        .map((choice) => fold(rawText(choice)));
      return choices.length > 1 && choices.every((choice) => YEAR.test(choice)) && attribute(box, 'onchange') !== '';
    });
}

/** Calls of the usual plug-ins that write page numbers, in a script of the page itself. */
const PLUGIN =
  /\.\s*(?:createPage|pagination|pagy|jqPaginator|twbsPagination|bootpag|zxfPage|sPage|whjPaging|myPagination|paginate|jPages|extendPagination)\s*\(|\blaypage(?:\.render)?\s*\(/i;
const ONE_PAGE = /\b(?:pageCount|totalPages?|countPage|pages)\b["']?\s*[:=]\s*["']?[01]\b/i;

/** A raw page whose script will write page numbers; one that counts a single page writes none. */
function buildsPager({ document, view }: ParsedPage): boolean {
  if (view !== 'http') return false;
  return $('script', document)
    .toArray()
    .some((script) => {
      const code = rawText(script);
      return PLUGIN.test(code) && !ONE_PAGE.test(code);
    });
}

const PAGER =
  /^(?:pages?|pager|pagination|paging|fenye|pages?-?(?:list|bar|box|nav|num|wrap)|laypage|pagenation|m-box\d*|tcdpagecode|kkpager|jpager|zxf_pagediv|page_?div)$/i;

/** A raw page's box for page numbers with nothing in it but, at most, the script that writes them. */
function hasBarePager({ document, view, html }: ParsedPage): boolean {
  if (view !== 'http' || !/<script\b/i.test(html)) return false;
  return $('div,ul,p,span', document)
    .toArray()
    .some((element) => {
      const names = [attribute(element, 'id'), ...attribute(element, 'class').split(/\s+/)];
      const tags = element.children.filter(isTag);
      return (
        names.some((name) => PAGER.test(name)) &&
        tags.every(({ name }) => name === 'script') &&
        element.children.every((child) => !isText(child) || child.data.trim() === '') &&
        !isOutOfSight(element)
      );
    });
}

/** A link to another address is a way to other lists (查看更多 of a side box); all else is pressed for more of this one. */
function hasMoreControl({ document }: ParsedPage): boolean {
  return $('a,button,div,span,p,li,input', document)
    .toArray()
    .some((element) => {
      if (element.children.length > 3 || (element.name !== 'a' && $('a', element).length > 0)) return false;
      const text = fold(element.name === 'input' ? attribute(element, 'value') : rawText(element));
      if (text.length > 12 || OFF.test(text) || isOutOfSight(element)) return false;
      const href = element.name === 'a' ? attribute(element, 'href').trim() : '';
      if (href !== '' && !/^(?:javascript:|#)/i.test(href)) return false;
      return MORE.test(text) || (/更多/.test(text) && MORE_CLASS.test(attribute(element, 'class')));
    });
}

/** 转到第 [ ] 页 */
const JUMP = /(?:转|跳|到|至|前往|go\s*to).{0,8}(?:页|page)/i;
const LONGEST_JUMP = 40;

/** A box to write the number of a page into: a list that counts neither its rows nor its pages goes on to nobody knows where. */
export function hasJumpBox({ document }: ParsedPage): boolean {
  return $('input', document)
    .toArray()
    .some((box) => {
      if (!/^(?:text|number|tel|)$/i.test(attribute(box, 'type')) || isOutOfSight(box)) return false;
      const parent = parentElement(box);
      const words = parent ? fold(rawText(parent)) : '';
      return words.length <= LONGEST_JUMP && JUMP.test(words);
    });
}

/** A box whose choices are pages 1, 2, … */
function hasPageBox({ document }: ParsedPage): boolean {
  return $('select', document)
    .toArray()
    .some((box) => {
      const choices = $('option', box).toArray();
      if (choices.length < 2 || isOutOfSight(box)) return false;
      const numbers = choices.map((choice) => Number(PAGE_NUMBER.exec(fold(rawText(choice)))?.[1] ?? Number.NaN));
      if (!numbers.every((number, i) => number === i + 1)) return false;
      const chosen = choices.findIndex((choice) => choice.attribs.selected !== undefined);
      return Math.max(0, chosen) < choices.length - 1;
    });
}

function addsOnScroll({ document }: ParsedPage): boolean {
  return $('script', document)
    .toArray()
    .some((script) => {
      const code = rawText(script);
      return ON_SCROLL.test(code) && ADDS_ROWS.test(code);
    });
}

function isOutOfSight(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentElement(at)) if (isHidden(at)) return true;
  return false;
}
