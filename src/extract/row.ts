import { type Element, isTag } from 'domhandler';
import { type CivilDate, civilDate } from '../model/civil-date.ts';
import { findDates } from './dates.ts';
import { isHeading } from './elements.ts';
import { attribute, fold, parentElement, rawText } from './html.ts';
import { anchorTitle } from './links.ts';

/** A date with at most brackets or a word around it. */
const DATE_ALONE =
  /^[[(（【]?\s*(?:(?:发布|公开)?(?:日期|时间)\s*[:：]?\s*)?\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*[\])）】]?$/;
/** A row that may be a card: its title in a block of its own, a summary and a date below. */
const CARD = /^(?:li|tr|dl|article|div|section)$/;

/** The title that a link gives its document: not the date or the summary that some templates put inside it. */
export function rowTitle(anchor: Element): string {
  if (attribute(anchor, 'title') === '') {
    const heading = findBelow(anchor, (element) => isHeading(element) && fold(rawText(element)) !== '');
    if (heading) return fold(rawText(heading));
    const line = findBelow(anchor, isTitleLine);
    if (line) return fold(rawText(line));
    const pieces = textPieces(anchor, null);
    const others = pieces.filter((piece) => !DATE_ALONE.test(piece));
    if (others.length > 0 && others.length < pieces.length) return others.join(' ');
  }
  return anchorTitle(anchor);
}

const LINE = /^(?:div|p|dt|dd)$/;
const SHORTEST_LINE = 6;

/** Inside a link around a whole row: its first line of words, not the day or the month that stand in boxes before it. */
function isTitleLine(element: Element): boolean {
  if (!LINE.test(element.name) || findBelow(element, ({ name }) => LINE.test(name))) return false;
  const text = fold(rawText(element));
  return (
    text.length >= SHORTEST_LINE && !DATE_ALONE.test(text) && /\p{L}{3}/u.test(text) && findDates(text).length === 0
  );
}

/** The date a row prints beside its link, also where day and month are two boxes; null where there is none for sure. */
export function rowDate(row: Element, anchor: Element): CivilDate | null {
  const outside = textPieces(row, anchor);
  const sure = findDates(outside.join(' ')).filter((found) => found.sure);
  if (sure[0]) return sure[0].date;
  const month = outside.map((piece) => /^(\d{4})[-./年](\d{1,2})月?$/.exec(piece)).find((match) => match !== null);
  const day = outside.map((piece) => /^(\d{1,2})日?$/.exec(piece)).find((match) => match !== null);
  if (month && day) return civilDate(Number(month[1]), Number(month[2]), Number(day[1]));
  const within = textPieces(anchor, null);
  const alone = within.find((piece) => DATE_ALONE.test(piece));
  const inside = findDates(alone ?? within.slice(1).join(' ')).filter((found) => found.sure);
  return inside.at(-1)?.date ?? null;
}

/**
 * Dates that stand in elements of their own before or after each row: `<dt>2023-05-06</dt><dd><a>…</a></dd>`. Which of
 * the two it is, the first date or row of a container tells for all of it.
 */
export function datesBeside(rows: readonly Element[]): Map<Element, CivilDate> {
  const found = new Map<Element, CivilDate>();
  const known = new Set(rows);
  for (const holder of new Set(rows.map(parentElement))) {
    if (!holder) continue;
    const parts = holder.children.filter(isTag).filter((part) => known.has(part) || dateAlone(part) !== null);
    const before = parts[0] !== undefined && !known.has(parts[0]);
    const inOrder = before ? parts : parts.toReversed();
    let date: CivilDate | null = null;
    for (const part of inOrder) {
      if (!known.has(part)) date = dateAlone(part);
      else if (date) {
        found.set(part, date);
        date = null;
      }
    }
  }
  return found;
}

function dateAlone(element: Element): CivilDate | null {
  if (element.children.length > 5) return null;
  const text = fold(rawText(element));
  if (text.length > 40 || !DATE_ALONE.test(text)) return null;
  const [first] = findDates(text).filter(({ sure }) => sure);
  return first?.date ?? null;
}

/** Whether a row is a card: the link fills a heading or a line of its own, and a date stands elsewhere in the row. */
export function isCard(row: Element, anchor: Element): boolean {
  if (!CARD.test(row.name) || row === anchor) return row === anchor;
  const line = parentElement(anchor);
  if (!line || line === row || !(isHeading(line) || isHeading(anchor))) return false;
  return fold(rawText(line)) === fold(rawText(anchor));
}

/** The first element below another that a test accepts. */
function findBelow(element: Element, accepts: (element: Element) => boolean): Element | null {
  for (const child of element.children) {
    if (!isTag(child)) continue;
    const found = accepts(child) ? child : findBelow(child, accepts);
    if (found) return found;
  }
  return null;
}

/** Texts below an element, what lies in `except` left out. */
function textPieces(element: Element, except: Element | null): string[] {
  const pieces: string[] = [];
  const visit = (node: Element['children'][number]): void => {
    if (node === except) return;
    if ('data' in node) {
      const piece = node.type === 'text' ? fold(node.data) : '';
      if (piece) pieces.push(piece);
    } else if ('children' in node) node.children.forEach(visit);
  };
  element.children.forEach(visit);
  return pieces;
}
