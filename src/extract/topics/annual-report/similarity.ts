/** How much of a text stands in an earlier one. */
export type Similarity =
  | {
      readonly kind: 'measured';
      /** Share of this year's character 4-grams that last year's text has, too; 0 to 1. */
      readonly share: number;
      /** Characters of this year's text that were compared. */
      readonly characters: number;
      /** The longest passages in common, as printed in either text, in the order of this year's. */
      readonly passages: readonly { readonly current: string; readonly earlier: string }[];
    }
  | { readonly kind: 'too-short'; readonly characters: number };

const GRAM = 4;
const FEWEST = 60;
const SHORTEST_PASSAGE = 12;
const MOST_PASSAGES = 10;

/**
 * What every report says alike and has to: the opening, the caption of a table, the headings of the five topics of part
 * one (国办公开办函〔2021〕30号).
 */
const MANDATED: readonly RegExp[] = [
  /(?:本报告|本年度报告)[^。\n]{0,20}(?:按照|根据|依据|由)[^\n]{0,400}?(?:编制|组成|统计期限)[^。\n]*[。\n]/g,
  /全文包括[^。\n]*[。\n]?/g,
  /本(?:年度)?报告(?:中)?(?:所列)?(?:的)?数据(?:的)?统计期限[^。\n]*[。\n]?/g,
  /如对(?:本)?(?:年度)?报告[^。\n]{0,20}有(?:任何)?疑问[^。\n]*[。\n]?/g,
  /[（(]?本列数据的勾稽关系为[^\n)）]*[)）]?/g,
  /^[ \t　]*(?:[（(][一二三四五六七八九十][)）]|\d[.、．]|[一二三四五]是)[^。：:\n]{0,8}(?:主动公开|依申请公开|信息(?:资源)?管理|平台建设|监督保障)[^。：:\n]{0,10}(?:[。：:\n]|$)/gm,
];
/** Dates and numbers with their signs; what is not a letter is left out by itself. */
const NUMBERS =
  /(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)|\d{4}年(?:度)?(?:\d{1,2}月)?|[\d０-９]+(?:[.,．，]\d+)*[%％‰]?/g;

/** A text's letters that count, each with its place. */
interface Compared {
  readonly letters: readonly string[];
  readonly places: readonly number[];
}

/**
 * How much of this year's part stands in last year's, without numbers, dates, the unit's names, mandated wording,
 * punctuation and white space. Where fewer than 60 characters are left of either, nothing can be said.
 */
export function partSimilarity(thisYear: string, lastYear: string, names: readonly string[]): Similarity {
  const current = compared(thisYear, names);
  const earlier = compared(lastYear, names);
  const characters = current.letters.length;
  if (Math.min(characters, earlier.letters.length) < FEWEST) return { kind: 'too-short', characters };
  const known = gramsOf(earlier.letters);
  const grams = characters - GRAM + 1;
  let shared = 0;
  for (let i = 0; i < grams; i++) if (known.has(gramAt(current.letters, i))) shared += 1;
  const passages = commonRuns(current.letters, earlier.letters, known)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_PASSAGES)
    .sort((a, b) => a.at - b.at)
    .map(({ at, other, length }) => ({
      current: printed(thisYear, current, at, length),
      earlier: printed(lastYear, earlier, other, length),
    }));
  return { kind: 'measured', share: shared / grams, characters, passages };
}

function compared(text: string, names: readonly string[]): Compared {
  const left = [...names]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, (found) => blank(found)), blankOut(text, MANDATED));
  const bare = blankOut(left, [NUMBERS]);
  const letters: string[] = [];
  const places: number[] = [];
  for (const { 0: letter, index } of bare.matchAll(/\p{L}/gu)) {
    letters.push(letter);
    places.push(index);
  }
  return { letters, places };
}

const blank = (found: string): string => found.replace(/[^\n]/g, ' ');
const blankOut = (text: string, patterns: readonly RegExp[]): string =>
  patterns.reduce((rest, pattern) => rest.replace(pattern, blank), text);

const gramAt = (letters: readonly string[], at: number): string => letters.slice(at, at + GRAM).join('');

function gramsOf(letters: readonly string[]): Map<string, number[]> {
  const grams = new Map<string, number[]>();
  for (let i = 0; i + GRAM <= letters.length; i++) {
    const gram = gramAt(letters, i);
    const places = grams.get(gram);
    if (places) places.push(i);
    else grams.set(gram, [i]);
  }
  return grams;
}

interface Run {
  readonly at: number;
  readonly other: number;
  readonly length: number;
}

/** From left to right the longest run of the other text that begins at each place, then on behind it. */
function commonRuns(current: readonly string[], earlier: readonly string[], known: Map<string, number[]>): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at + GRAM <= current.length; ) {
    let best: Run = { at, other: 0, length: 0 };
    for (const other of known.get(gramAt(current, at)) ?? []) {
      let length = GRAM;
      while (at + length < current.length && current[at + length] === earlier[other + length]) length += 1;
      if (length > best.length) best = { at, other, length };
    }
    if (best.length >= SHORTEST_PASSAGE) runs.push(best);
    at += Math.max(1, best.length >= SHORTEST_PASSAGE ? best.length : 1);
  }
  return runs;
}

const printed = (text: string, { places }: Compared, at: number, length: number): string =>
  text.slice(places[at], (places[at + length - 1] ?? 0) + 1);
