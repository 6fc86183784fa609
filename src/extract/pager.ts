import { type Element, isTag } from 'domhandler';
import { $, attribute, fold, own, parentElement, rawText } from './html.ts';
import { hrefOf, isWithinHosts } from './links.ts';
import { goesOnUnlinked, hasJumpBox } from './more-pages.ts';
import type { Pager } from './page.ts';
import { linkedPages } from './pager-linked.ts';
import { scriptedPages } from './pager-scripted.ts';
import { readTotals } from './pager-totals.ts';
import type { ParsedPage } from './parsed-page.ts';

const NEXT = /^(?:下一?[页頁]|后一?页|[向往]?后翻?|next(?:\s*page)?|[›»>＞→]{1,2})$/i;
/** What templates put around the words of a control: brackets, arrows, gaps, the count of pages. */
const AROUND_WORD = /[\s[\]【】()（）‹›«»<>＜＞→←|｜]|\d+\s*\/\s*\d+/g;
/** Signs without words: also those of breadcrumbs and picture strips, so they count only beside page numbers. */
const WORDLESS = /^[›»>＞→‹«<＜←]{0,2}$/;
const PREVIOUS = /^(?:上一?[页頁]|前一?页|prev(?:ious)?|首页|第一页|[‹«<＜←]{1,2})$/i;
const LAST = /^(?:尾页|末页|最后一页|最末页|last)$/i;
const NUMBER = /^[[【(（]?\s*(?:第\s*)?(\d{1,4})(?:\s*页)?\s*[\]】)）]?$/;
const NEXT_CLASS = /(?:^|[\s_-])(?:btn-next|next|page-next|pagination-next|laypage-next)(?:$|\s)/i;
const DISABLED_CLASS = /(?:^|[\s_-])(?:disabled?|dis|nolink|no-?next|unable|off|gray|grey|ban)(?:$|[\s_-])/i;
const CURRENT_CLASS =
  /(?:^|[\s_-])(?:cur|curr|current|active|on|now|this|selected|curpage|page_current|laypage-curr)(?:$|[\s_-])/i;
const CONTROL_TAGS = 'a,button,input,li,span,em,strong,b,i,div';

interface Control {
  readonly element: Element;
  readonly text: string;
  readonly url: string | null;
  readonly disabled: boolean;
  readonly current: boolean;
}

/** What a list page says of the pages beside it, by links and by controls that only a browser can press. */
export function readPager(page: ParsedPage): Pager {
  const controls = findControls(page);
  const totals = readTotals(page, controls.length > 0);
  const current = currentPage(page, controls, totals.page);
  const self = new URL(page.url).href;
  const numbered = new Map<number, string>();
  for (const control of controls) {
    const number = Number(NUMBER.exec(control.text)?.[1] ?? Number.NaN);
    if (control.url && control.url !== self && number > (current ?? 1)) numbered.set(number, control.url);
  }
  const byNumber = [...numbered].sort(([a], [b]) => a - b).map(([, url]) => url);
  // Numbers that a script answers: 2, 3 beside the current 1.
  const scriptedNumber = controls.some(
    ({ url, text, element, disabled }) =>
      url === null &&
      !disabled &&
      Number(NUMBER.exec(text)?.[1] ?? 0) > (current ?? 1) &&
      (/^(?:a|button)$/.test(element.name) || attribute(element, 'onclick') !== ''),
  );
  const atEnd = current !== null && totals.pages !== null && current >= totals.pages;
  const turning = controls.filter((control) => !control.disabled && isNext(control));
  const linked = turning.flatMap(({ url }) => (url !== null && url !== self ? [url] : []));
  const next = atEnd ? [] : linked;
  const last = controls.filter((control) => LAST.test(control.text) && control.url !== null && !control.disabled);
  const ends = next.length > 0 ? last.flatMap((control) => control.url ?? []) : [];
  const scripted = scriptedPages(page, numbered.get(2));
  // A count of pages may be wrong, so what the last page links as its next is looked at, too.
  const beyond = atEnd ? linked : [];
  const within = (urls: readonly string[]): string[] =>
    unique(urls, self).flatMap((url) => (isWithinHosts(url, page.site.hosts) ? own(url) : []));
  const pressable = !atEnd && turning.some((control) => isPressable(control, controls, current));
  const told = next.length + byNumber.length + scripted.pages.length + beyond.length > 0 || atEnd;
  const linkedAlone = linkedPages(page, !told);
  return {
    pages: within([...next, ...byNumber, ...ends, ...scripted.pages, ...beyond, ...linkedAlone]),
    spare: within(scripted.spare),
    beyond: within(beyond),
    current,
    hasNext:
      next.length > 0 ||
      byNumber.length > 0 ||
      linkedAlone.length > 0 ||
      scripted.pages.length > 0 ||
      scripted.unread ||
      pressable ||
      (scriptedNumber && !atEnd) ||
      last.some(({ url }) => !atEnd && !isSamePage(url ?? self, self)) ||
      goesOnUnlinked(page, scripted.total !== null) ||
      (totals.entries === null && totals.pages === null && scripted.total === null && hasJumpBox(page)),
    totalEntries: totals.entries,
    totalPages: Math.max(totals.pages ?? 0, scripted.total ?? 0) || null,
  };
}

/** Whether two addresses are one page: with the folder's index page named or not, the first page's number or none. */
function isSamePage(a: string, b: string): boolean {
  const [one, other] = [a, b].map((url) =>
    url
      .replace(/#.*$/, '')
      .replace(/[?&][a-z]*(?:page|p)[a-z]*=1$/i, '')
      .replace(/\/(?:index|list|default)\.\w+$/i, '/'),
  );
  return one === other;
}

const isNext = (control: Control): boolean =>
  NEXT.test(control.text) || (control.text === '' && hasNextMark(control.element));

const hasNextMark = (element: Element): boolean =>
  NEXT_CLASS.test(attribute(element, 'class')) ||
  NEXT.test(attribute(element, 'aria-label')) ||
  NEXT.test(attribute(element, 'title')) ||
  isPictured(element);

/** A control without an address that a reader could press: a script answers it. */
function isPressable(control: Control, controls: readonly Control[], current: number | null): boolean {
  const { element } = control;
  if (control.url !== null) return false;
  if (/^(?:a|button|input)$/.test(element.name) || attribute(element, 'onclick') !== '') return true;
  // Data for a script: 下一页 with the number it leads to.
  if (Object.keys(element.attribs).some((name) => name.startsWith('data-p'))) return true;
  const numbers = controls.map(({ text }) => Number(NUMBER.exec(text)?.[1] ?? 0));
  if (current !== null && numbers.length > 0) return numbers.some((number) => number > current);
  // A bare span is how static pagers grey a control out; a list item is how script pagers build one.
  return element.name === 'li';
}

/** Page-turning controls, innermost elements only; a number alone counts only beside other controls. */
function findControls(page: ParsedPage): Control[] {
  const turning: Control[] = [];
  const wordless: Control[] = [];
  const numbers: Control[] = [];
  for (const element of $(CONTROL_TAGS, page.document).toArray()) {
    const text = controlText(element);
    if (text === null) continue;
    const inner = element.children.some(
      (child) => isTag(child) && CONTROLS.has(child.name) && controlText(child) === text,
    );
    if (inner && text !== '') continue;
    if (NUMBER.test(text)) numbers.push(controlOf(element, text, page.base));
    else if (text === '' && isPictured(element)) turning.push(controlOf(element, text, page.base));
    else if (text === '' ? hasNextMark(element) : WORDLESS.test(text))
      wordless.push(controlOf(element, text, page.base));
    else if (NEXT.test(text) || PREVIOUS.test(text) || LAST.test(text))
      turning.push(controlOf(element, text, page.base));
  }
  const numberHolders = new Set(numbers.flatMap(({ element }) => holdersOf(element)));
  const beside = wordless.filter(({ element }) => holdersOf(element).some((holder) => numberHolders.has(holder)));
  const found = [...turning, ...beside];
  const holders = new Set(found.filter(({ text }) => text !== '首页').flatMap(({ element }) => holdersOf(element)));
  for (const holder of holdersOfNumbers(numbers)) holders.add(holder);
  return [...found, ...numbers.filter(({ element }) => holdersOf(element).some((holder) => holders.has(holder)))];
}

/** ASP.NET's grids turn their pages by a post. */
const TURNS_PAGE = /__doPostBack\([^)]*Page\$/;

/** Where numbers stand that make a pager without any word: 1 and 2 side by side, one of them a link or button. */
function holdersOfNumbers(numbers: readonly Control[]): Element[] {
  const found = new Map<Element, { values: Set<number>; pressable: boolean }>();
  for (const { element, text } of numbers) {
    const value = Number(NUMBER.exec(text)?.[1]);
    const pressable = element.name === 'a' || element.name === 'button' || attribute(element, 'onclick') !== '';
    for (const holder of holdersOf(element)) {
      // Days of a calendar, unless a server's own control or an address tells that they are pages.
      if (/^(?:td|tr|tbody|table)$/.test(holder.name) && !TURNS_PAGE.test(attribute(element, 'href'))) continue;
      const known = found.get(holder) ?? { values: new Set<number>(), pressable: false };
      known.values.add(value);
      known.pressable ||= pressable && value > 1;
      found.set(holder, known);
    }
  }
  return [...found].flatMap(([holder, { values, pressable }]) =>
    pressable && (values.has(1) || values.has(2)) ? [holder] : [],
  );
}

/** A link that is a picture of the word. */
const isPictured = (element: Element): boolean =>
  element.name === 'a' &&
  element.children.some((child) => isTag(child) && child.name === 'img' && NEXT.test(attribute(child, 'alt')));

const CONTROLS = new Set(CONTROL_TAGS.split(','));

/** The text of an element small enough to be a control; null for all others. Long subtrees are not read. */
function controlText(element: Element): string | null {
  if (element.children.length > 3) return null;
  let length = 0;
  for (const child of element.children) if ('data' in child) length += child.data.length;
  return length > 40 ? null : shortText(element);
}

function shortText(element: Element): string | null {
  const text = fold(element.name === 'input' ? buttonText(element) : rawText(element));
  if (text.length > LONGEST_WORD) return null;
  // Numbers keep their brackets, signs without words are told apart from words.
  return /[\p{Script=Han}a-z]/iu.test(text) && !/\d/.test(text.replace(/\d+\s*\/\s*\d+/, ''))
    ? text.replace(AROUND_WORD, '')
    : text;
}

const LONGEST_WORD = 14;

const buttonText = (element: Element): string =>
  /^(?:button|submit|image)$/i.test(attribute(element, 'type')) ? attribute(element, 'value') : '';

/** Parent and grandparent: where the controls of one pager meet. */
function holdersOf(element: Element): Element[] {
  const parent = parentElement(element);
  const grand = parent ? parentElement(parent) : null;
  return [parent, grand].filter(
    (holder): holder is Element => holder !== null && holder.name !== 'body' && holder.name !== 'html',
  );
}

function controlOf(element: Element, text: string, base: string): Control {
  const parent = parentElement(element);
  const anchor = element.name === 'a' ? element : parent?.name === 'a' ? parent : null;
  const around = [element, ...(parent && (parent.name === 'li' || parent.name === 'a') ? [parent] : [])];
  const disabled = around.some(
    (at) =>
      at.attribs.disabled !== undefined ||
      attribute(at, 'aria-disabled') === 'true' ||
      DISABLED_CLASS.test(attribute(at, 'class')),
  );
  const current = around.some(
    (at) => CURRENT_CLASS.test(attribute(at, 'class')) || at.attribs['aria-current'] !== undefined,
  );
  return { element: anchor ?? element, text, url: anchor ? hrefOf(anchor, base) : null, disabled, current };
}

/** 1-based; by the page's own words, the marked number, or the one number that is no link. */
function currentPage(page: ParsedPage, controls: readonly Control[], told: number | null): number | null {
  if (told !== null) return told;
  const numbers = controls.filter((control) => NUMBER.test(control.text));
  const value = (control: Control | undefined): number | null =>
    control ? Number(NUMBER.exec(control.text)?.[1]) : null;
  const marked = numbers.filter((control) => control.current);
  if (marked.length === 1) return value(marked[0]);
  const self = numbers.filter((control) => control.url === page.url || control.url === null);
  return self.length === 1 ? value(self[0]) : null;
}

function unique(urls: readonly string[], self: string): string[] {
  return [...new Set(urls)].filter((url) => url !== self);
}
