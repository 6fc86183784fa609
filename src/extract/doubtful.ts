import type { Stretch, TwiceRead } from '../model/document.ts';
import type { Reading } from '../model/evidence.ts';
import { htmlCharacters } from './characters.ts';
import type { Flow } from './flow.ts';
import { squeeze } from './html.ts';
import type { ParsedPage } from './parsed-page.ts';

const PIECE = /[^，,。；;：:！!？?、]+[，,。；;：:！!？?、]*|[，,。；;：:！!？?、]+/g;
/** With more than so many the two readings are not of the same thing. */
const MOST_SPANS = 50;

/**
 * The stretches of a text that a second reading of the same source does not have in the same characters (white space
 * aside); null where the readings differ as a whole, so that nothing is confirmed.
 * @param other without white space
 */
export function doubtfulStretches(text: string, other: string): readonly Stretch[] | null {
  const spans: Stretch[] = [];
  let read = 0;
  const isConfirmed = (part: string): boolean => {
    const wanted = squeeze(part);
    const at = other.indexOf(wanted, read);
    if (at < 0) return other.includes(wanted);
    read = at + wanted.length;
    return true;
  };
  let start = 0;
  for (const line of text.split('\n')) {
    if (!isConfirmed(line)) {
      for (const { 0: piece, index } of line.matchAll(PIECE)) {
        if (isConfirmed(piece)) continue;
        if (spans.length === MOST_SPANS) return null;
        spans.push([start + index, start + index + piece.length]);
      }
    }
    start += line.length + 1;
  }
  return spans;
}

/** What was read, with the stretches that a second reading does not confirm; unchanged where that one differs as a whole. */
export function comparedWith<T extends TwiceRead>(value: T, other: string): T {
  const doubtful = doubtfulStretches(value.text, other);
  return doubtful ? { ...value, doubtful } : value;
}

/** Of pages that hold several articles, whose source is read once. */
const characters = new WeakMap<Flow, string>();

/** The same for an article of a page. */
export function comparedWithPage<T extends TwiceRead>(reading: Reading<T>, { flow, html }: ParsedPage): Reading<T> {
  if (!reading.ok || reading.value.text === '') return reading;
  const other = characters.get(flow) ?? htmlCharacters(html);
  characters.set(flow, other);
  return { ...reading, value: comparedWith(reading.value, other) };
}
