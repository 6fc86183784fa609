import { plain } from '../../numerals.ts';
import { bareLabel, withoutNumber } from './wording.ts';

/** Words of a table that was flattened to lines, and the numbers that follow them. */
export interface FlatRow {
  /** All words since the last number, as printed, without white space between them. */
  readonly words: readonly string[];
  readonly numbers: readonly string[];
}

const NUMBER = /^\d{1,9}(?:\.\d{1,6})?$/;
/** A line of words with its figures behind it, as a PDF prints a row. */
const WITH_FIGURES = /^(.*?\D)((?:\s+\d{1,9}(?:\.\d{1,6})?)+)$/;

/** Cells of one row: apart by a space, or by the number of the inner one. */
const BETWEEN_WORDS = /\s+|(?<=.)(?=[（(][一二三四五六七八][)）])|(?<=[^\d\s])(?=\d[.、]\p{Script=Han})/u;

/** The lines of a text as runs of words and numbers in turn. */
export function flatRows(text: string): FlatRow[] {
  const rows: { words: string[]; numbers: string[] }[] = [];
  const word = (token: string): void => {
    const last = rows.at(-1);
    if (last && last.numbers.length === 0) last.words.push(token);
    else rows.push({ words: [token], numbers: [] });
  };
  const number = (token: string): void => {
    if (rows.length === 0) rows.push({ words: [], numbers: [] });
    rows.at(-1)?.numbers.push(token);
  };
  for (const line of text.split('\n')) {
    const flat = plain(line).trim();
    if (flat === '') continue;
    const tokens = flat.split(/\s+/);
    if (tokens.every((token) => NUMBER.test(token))) {
      tokens.forEach(number);
      continue;
    }
    const match = WITH_FIGURES.exec(flat);
    (match?.[1] ?? flat)
      .split(BETWEEN_WORDS)
      .filter((token) => token !== '')
      .forEach(word);
    (match?.[2] ?? '')
      .split(/\s+/)
      .filter((token) => token !== '')
      .forEach(number);
  }
  return rows;
}

/** A label is broken over no more lines. */
const LABEL_LINES = 4;

/** The words of a run as readings of its label: the last line, the last two joined, and so on. */
export function labelsOf({ words }: FlatRow): string[] {
  return words.slice(-LABEL_LINES).map((_, i) => words.slice(words.length - 1 - i).join(''));
}

/** Words joined and bare of signs, for headers. */
export const joinedWords = (words: readonly string[]): string =>
  words.map((one) => bareLabel(withoutNumber(one))).join('');
