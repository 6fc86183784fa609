import { type Element, isTag } from 'domhandler';
import { findDates } from './dates.ts';
import { isHidden, signature } from './elements.ts';
import { $, attribute, fold, parentElement, rawText } from './html.ts';
import { hrefOf } from './links.ts';
import { type Candidate, findCandidates } from './list.ts';
import type { ParsedPage } from './parsed-page.ts';

const TURNING = /^(?:首页|上一?页|下一?页|尾页|末页|更多|more|返回.*|\d+|[<>›»‹«]+)$/i;
const PAGER = /共\s*\d+\s*[条页]|[上下]一?页/;
const FOLDER = /(?:\/|\/(?:index|list|default|main)\.\w+)$/i;
/** Rows of such elements are rows whatever their class. */
const ROW = /^(?:li|tr|dd|dt)$/;
const LONGEST_ROW = 160;
/** What is left of a row beside its date, so that a line of a date alone is none. */
const SHORTEST_TITLE = 4;
const TAB_LEVELS = 3;

interface Neighbours {
  readonly rows: readonly Candidate[];
  /** In Chinese, why the list may hold more than its rows; null where nothing says so. */
  readonly partial: string | null;
}

/**
 * Completes a list by what stands among its rows: links that do not look like those of articles (to another site, to a
 * folder, of a short name) are entries too; rows that only a script follows, or that a tab hides, cannot be read.
 */
export function withNeighbours(page: ParsedPage, rows: readonly Candidate[]): Neighbours {
  const taken = new Set(rows.map(({ anchor }) => anchor));
  const more = new Set<Element>();
  let unread = 0;
  for (const holder of new Set(rows.map(({ container }) => container))) {
    if (!holder) continue;
    const own = rows.filter(({ container }) => container === holder);
    const elements = own.flatMap(({ anchor }) => childOf(holder, anchor) ?? []);
    const names = new Set(elements.map(({ name }) => name));
    const shapes = new Set(elements.map(signature));
    const isDated = own.some(({ date }) => date !== null);
    for (const row of holder.children.filter(isTag)) {
      if (elements.includes(row) || !names.has(row.name) || isHidden(row)) continue;
      if (!ROW.test(row.name) && !shapes.has(signature(row))) continue;
      const found = readRow(row, page, isDated, taken);
      if (found === 'unread') unread += 1;
      else if (found) more.add(found);
    }
  }
  const accepted = new Set([...taken, ...more]);
  const all = more.size === 0 ? rows : findCandidates(page, (_, anchor) => accepted.has(anchor));
  const hidden = rows.some(({ container }) => container !== null && hasHiddenTab(container));
  const partial =
    unread > 0
      ? `列表中有${unread}条只能由脚本打开`
      : hidden
        ? '页面上另有未显示的列表（如选项卡），未能确认其内容'
        : null;
  return { rows: all, partial };
}

/** The link that a row stands for, `unread` where it has none that could be followed; null for what is no entry. */
function readRow(
  row: Element,
  page: ParsedPage,
  isDated: boolean,
  taken: ReadonlySet<Element>,
): Element | 'unread' | null {
  const text = fold(rawText(row));
  if (text === '' || text.length > LONGEST_ROW || PAGER.test(text)) return null;
  const anchors = row.name === 'a' ? [row] : $('a', row).toArray();
  if (anchors.some((anchor) => taken.has(anchor))) return null;
  const dates = findDates(text);
  const hasDate = dates.length > 0;
  if (isDated && !hasDate) return null;
  const titled = anchors.filter((anchor) => !TURNING.test(titleOf(anchor)) && titleOf(anchor) !== '');
  const best = titled.reduce<Element | null>(
    (most, one) => (most && titleOf(most).length >= titleOf(one).length ? most : one),
    null,
  );
  if (best) {
    const url = hrefOf(best, page.base);
    // Without a date, a link to a folder is one of a menu.
    if (url !== null) return url === page.url || (!hasDate && FOLDER.test(new URL(url).pathname)) ? null : best;
    return titleOf(best).length >= SHORTEST_TITLE ? 'unread' : null;
  }
  const rest = dates.reduce((left, date) => left.replace(date.text, ''), text).replace(/\P{L}/gu, '');
  return hasDate && anchors.length === 0 && rest.length >= SHORTEST_TITLE ? 'unread' : null;
}

const titleOf = (anchor: Element): string => fold(rawText(anchor)) || fold(attribute(anchor, 'title'));

function childOf(holder: Element, inner: Element): Element | null {
  for (let at: Element | null = inner; at; at = parentElement(at)) if (parentElement(at) === holder) return at;
  return null;
}

/** Whether beside the list, in an element of the same kind, a list of links is hidden: tabs by year or by kind. */
function hasHiddenTab(container: Element): boolean {
  let at: Element | null = container;
  for (let level = 0; at && at.name !== 'body' && level < TAB_LEVELS; level++, at = parentElement(at)) {
    const branch: Element = at;
    const beside = parentElement(branch)?.children.filter(isTag) ?? [];
    if (
      beside.some(
        (one) =>
          one !== branch &&
          one.name === branch.name &&
          isHidden(one) &&
          signature(one) === signature(branch) &&
          holdsRows(one),
      )
    )
      return true;
  }
  return false;
}

const holdsRows = (element: Element): boolean =>
  $('li,tr,dd', element)
    .toArray()
    .some((row) => $('a', row).length > 0 && findDates(fold(rawText(row))).length > 0);
