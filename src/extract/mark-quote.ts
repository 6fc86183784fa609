import { fold, squeeze } from './html.ts';

/** A part of a document that is being written: markup to be left as it is, or text of a reader that may be marked. */
export type Piece =
  /** `breaks`: a reader sees white space here, as at the edge of a paragraph or of a cell. */
  { readonly markup: string; readonly breaks: boolean } | { readonly text: string };

export interface Marked {
  readonly html: string;
  /** Whether the quote was found. */
  readonly marked: boolean;
}

/** From, up to but not including. */
type Stretch = readonly [from: number, to: number];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '\r': '&#13;',
};

/** Text as it may stand between tags and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"'`\r]/g, (character) => ESCAPES[character] ?? '');

/**
 * Writes the pieces as HTML with the places of the quote in `<mark>`, one for each text it runs through; the first has the id
 * `quote`. White space is disregarded, since the readers of pages fold it and join what stands in several elements; where
 * the quote stands also with its white space, only these places are marked. The text is not changed.
 */
export function markQuote(pieces: readonly Piece[], quote: string | undefined): Marked {
  const found = quote === undefined ? [] : placesOf(pieces, quote);
  let html = '';
  let start = 0;
  let next = 0;
  let isFirst = true;
  for (const piece of pieces) {
    if ('markup' in piece) {
      html += piece.markup;
      continue;
    }
    const end = start + squeeze(piece.text).length;
    const inside: Stretch[] = [];
    for (let place = found[next]; place && place[0] < end; place = found[next]) {
      if (end > start) inside.push([Math.max(place[0], start) - start, Math.min(place[1], end) - start]);
      if (place[1] > end) break;
      next += 1;
    }
    for (const part of cut(piece.text, inside)) {
      if (!part.isMarked) html += escapeHtml(part.text);
      else {
        html += `<mark class="xunjian-quote"${isFirst ? ' id="quote"' : ''}>${escapeHtml(part.text)}</mark>`;
        isFirst = false;
      }
    }
    start = end;
  }
  return { html, marked: !isFirst };
}

/** Whether a text holds the quote, by the same measure. */
export const holdsQuote = (text: string, quote: string | undefined): boolean =>
  quote !== undefined && placesOf([{ text }], quote).length > 0;

/** Where the quote stands, by characters (UTF-16 units) of the text without white space; in order, apart from each other. */
function placesOf(pieces: readonly Piece[], quote: string): readonly Stretch[] {
  const folded = fold(pieces.map((piece) => ('text' in piece ? piece.text : piece.breaks ? ' ' : '')).join(''));
  const squeezed = squeeze(folded);
  for (const wanted of readingsOf(quote)) {
    const exact = occurrences(folded, fold(wanted));
    if (exact.length > 0) return withoutSpaces(folded, exact);
    const places = occurrences(squeezed, squeeze(wanted));
    if (places.length > 0) return places;
  }
  return [];
}

/** The same stretches of a folded text, counted without its spaces. */
function withoutSpaces(folded: string, stretches: readonly Stretch[]): readonly Stretch[] {
  let spaces = 0;
  let at = 0;
  const counted = (to: number): number => {
    for (; at < to; at++) if (folded.charAt(at) === ' ') spaces += 1;
    return to - spaces;
  };
  return stretches.map(([from, to]) => [counted(from), counted(to)]);
}

const ELLIPSIS = /…$/;
/** A shorter rest may stand anywhere. */
const FEWEST_LETTERS = 4;

/**
 * What a quote may stand for, the likeliest first: itself; what is left of one that was cut; and of one that a check put
 * together, what follows its own words (`缺少文号：TITLE`, `2022-03-15 TITLE`), and lines or cells without what joins
 * them (`LINE / LINE`, `表头：CELL、CELL`).
 */
function readingsOf(quote: string): readonly string[] {
  const whole = quote.replace(ELLIPSIS, '');
  const rest = whole.replace(/^[^：]*：|^\d{4}-\d\d-\d\d /, '');
  const made = [rest, whole.replaceAll(' / ', ''), rest.replaceAll('、', '')];
  return [quote, whole, ...made.filter((one) => squeeze(one).length >= FEWEST_LETTERS)];
}

/** Of a word that stands everywhere only the first places are marked. */
const MOST_PLACES = 200;

function occurrences(text: string, wanted: string): readonly Stretch[] {
  if (wanted === '') return [];
  const found: Stretch[] = [];
  for (
    let at = text.indexOf(wanted);
    at >= 0 && found.length < MOST_PLACES;
    at = text.indexOf(wanted, at + wanted.length)
  )
    found.push([at, at + wanted.length]);
  if (found.length > 0 || !HIDDEN_DIGITS.test(wanted)) return found;
  return Array.from(text.matchAll(unhidden(wanted)), (match): Stretch => [match.index, match.index + match[0].length]);
}

/** Numbers of persons are hidden in quotes, but not on the page; their white space was hidden with them. */
const HIDDEN_DIGITS = /\*{3,}/;
const unhidden = (wanted: string): RegExp =>
  new RegExp(
    wanted
      .split(/(\*{3,})/)
      .map((part, at) => (at % 2 === 1 ? `[\\dXx*-]{1,${part.length}}` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
      .join(''),
    'g',
  );

/** Parts a text at stretches of its characters that are no white space. */
function cut(text: string, stretches: readonly Stretch[]): { readonly text: string; readonly isMarked: boolean }[] {
  const parts: { text: string; isMarked: boolean }[] = [];
  let offset = 0;
  let count = 0;
  /** Offset of the n-th character that is no white space, from 0; asked for in order. */
  const offsetOf = (n: number): number => {
    for (; offset < text.length; offset++) {
      if (squeeze(text.charAt(offset)) === '') continue;
      if (count === n) return offset;
      count += 1;
    }
    return offset;
  };
  let at = 0;
  for (const [from, to] of stretches) {
    const [first, last] = [offsetOf(from), offsetOf(to - 1) + 1];
    parts.push({ text: text.slice(at, first), isMarked: false }, { text: text.slice(first, last), isMarked: true });
    at = last;
  }
  return [...parts, { text: text.slice(at), isMarked: false }];
}
