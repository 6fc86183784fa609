import { plain } from '../numerals.ts';
import { findPeriods } from '../periods.ts';
import type { Sheet } from './sheet.ts';
import { headerRow, normaliseHeader } from './table-header.ts';

/** 双随机、一公开: the yearly plan, what came of it, or the list of items subject to checks. */
export type DoubleRandomKind = 'plan' | 'results' | 'items';

export interface DoubleRandomFacts {
  readonly kinds: readonly DoubleRandomKind[];
  /** No heading says what it is: the kinds are those that the columns of its tables suggest. */
  readonly guessed: boolean;
  /** Years it is about: those in the title, else those in the first lines. */
  readonly years: readonly number[];
  /** Years of one kind, where a title names several: 2022年度结果及2023年度计划. */
  readonly yearsOf: (kind: DoubleRandomKind) => readonly number[];
  /** Whether the title names them; first lines speak of other years, too. */
  readonly inTitle: boolean;
  /** Several departments check together. */
  readonly joint: boolean;
}

const SUBJECT = /双随机|随机抽查|抽查/;
/** In a column on random checks these are called so, too: 年度检查计划, 监管计划, 检查结果公告. */
const CALLED = /(?:检查|监管)(?:工作)?计划|检查结果/;
const KINDS: Readonly<Record<DoubleRandomKind, RegExp>> = {
  results: /结果|查处|抽查(?:工作)?情况|检查情况|总结|完成情况|公示表|(?:抽查|检查)公示/,
  items: /事项清单|抽查清单|清单|目录|一单两库/,
  plan: /计划|方案|安排|任务(?:表|书|公示|公告|一览)|(?:抽查|检查)工作一览/,
};
const ALL = Object.keys(KINDS) as DoubleRandomKind[];
const JOINT = /联合|跨部门|部门间/;
const FIRST_LINES = 400;
const HEADING = 40;

/** What a page or a file says of random checks, or null where it is about something else. */
export function readDoubleRandom(sheet: Sheet): DoubleRandomFacts | null {
  const title = sheet.title.replace(/\s/g, '');
  const opening = sheet.text.slice(0, FIRST_LINES);
  if (!SUBJECT.test(title) && !CALLED.test(title) && !SUBJECT.test(opening)) return null;
  const headings = namesKind(title) ? [sheet.title] : headingsOf(sheet, opening);
  const named = ALL.filter((kind) => headings.some((heading) => KINDS[kind].test(heading.replace(/\s/g, ''))));
  const guessed = named.length === 0;
  const kinds = guessed ? kindsByTable(sheet) : named;
  if (kinds.length === 0) return null;
  const inHeadings = [...new Set([sheet.title, ...headings].flatMap(yearsOfTitle))];
  const inTitle = yearsOfTitle(sheet.title).length > 0;
  const years = inHeadings.length > 0 ? inHeadings : yearsIn(opening);
  const paired = headings.flatMap(pairsOf);
  const yearsOf = (kind: DoubleRandomKind): readonly number[] => {
    const own = paired.filter((pair) => pair.kind === kind).map(({ year }) => year);
    return own.length > 0 ? own : years;
  };
  return { kinds, guessed, years, yearsOf, inTitle, joint: JOINT.test(title) };
}

const namesKind = (text: string): boolean => ALL.some((kind) => KINDS[kind].test(text));

/** Captions and short lines that say what stands below them, where the title does not. */
const headingsOf = ({ tables }: Sheet, opening: string): readonly string[] =>
  [...tables.map(({ caption }) => caption), ...opening.split('\n')].filter((line) => {
    const bare = line.replace(/\s/g, '');
    return bare.length <= HEADING && !/[。；，]/.test(bare) && SUBJECT.test(bare) && namesKind(bare);
  });

function kindsByTable({ tables }: Sheet): DoubleRandomKind[] {
  const kinds = tables.flatMap((table): DoubleRandomKind[] => {
    const header = headerRow(table);
    if (header === null) return [];
    return normaliseHeader(header).has('结果') ? ['results'] : ['items'];
  });
  return [...new Set(kinds)];
}

const YEAR = /(?<![\d.])20\d\d(?![\d.])/g;

/** Each kind with the year that stands before it, in a title that names several years; none in any other. */
function pairsOf(title: string): { readonly kind: DoubleRandomKind; readonly year: number }[] {
  const flat = plain(title).replace(/\s/g, '');
  const marks = [...flat.matchAll(YEAR)];
  if (new Set(marks.map(([year]) => year)).size < 2) return [];
  let years: number[] = [];
  return marks.flatMap((mark, i) => {
    const words = flat.slice(mark.index + 4, marks[i + 1]?.index);
    years.push(Number(mark[0]));
    const kinds = ALL.filter((kind) => KINDS[kind].test(words));
    // 2022、2023年度计划: a year without a word of its own shares the next one's.
    const pairs = kinds.flatMap((kind) => years.map((year) => ({ kind, year })));
    if (kinds.length > 0) years = [];
    return pairs;
  });
}

/** All years that a title names, without 年 too: 2023年度, （2023）, 2023-2024年. Parts of other numbers are none. */
export function yearsOfTitle(title: string): number[] {
  const flat = plain(title).replace(/[〔[【]\s*\d{4}\s*[〕\]】]/g, '');
  const bare = [...flat.matchAll(YEAR)].map(([year]) => Number(year));
  return [...new Set([...yearsIn(title), ...bare])];
}

const yearsIn = (text: string): number[] => [...new Set(findPeriods(text).map(({ year }) => year))];
