import type { Table } from '../../model/document.ts';
import { plain } from '../numerals.ts';
import { findPeriods } from '../periods.ts';
import { headerRow, normaliseHeader } from './table-header.ts';

/** 双随机、一公开: the yearly plan, what came of it, or the list of items subject to checks. */
export type DoubleRandomKind = 'plan' | 'results' | 'items';

interface DoubleRandomFacts {
  readonly kinds: readonly DoubleRandomKind[];
  /** Years it is about: those in the title, else those in the first lines. */
  readonly years: readonly number[];
  /** Whether the title names them; first lines speak of other years, too. */
  readonly inTitle: boolean;
  /** Several departments check together. */
  readonly joint: boolean;
  /** Header cells of its tables, as printed. */
  readonly headers: readonly (readonly string[])[];
}

const SUBJECT = /双随机|随机抽查|抽查/;
const PLAN = /(?:工作)?(?:计划|方案|安排)/;
const RESULTS = /结果|查处|抽查(?:工作)?情况|检查情况|总结|完成情况|公示表/;
const ITEMS = /事项清单|抽查清单|清单|目录|一单两库/;
const JOINT = /联合|跨部门|部门间/;
const FIRST_LINES = 400;

/** What a document says of random checks, or null where it is about something else. */
export function readDoubleRandom(document: {
  readonly title: string;
  readonly text: string;
  readonly tables: readonly Table[];
}): DoubleRandomFacts | null {
  const title = document.title.replace(/\s/g, '');
  const opening = document.text.slice(0, FIRST_LINES);
  const headers = document.tables.flatMap((table) => headerRow(table) ?? []).length
    ? document.tables.map(headerRow).filter((row): row is readonly string[] => row !== null)
    : [];
  if (!SUBJECT.test(title) && !SUBJECT.test(opening)) return null;
  const kinds = kindsOf(title, headers);
  if (kinds.length === 0) return null;
  const named = yearsOfTitle(document.title);
  const inTitle = named.length > 0;
  return { kinds, years: inTitle ? named : yearsIn(opening), inTitle, joint: JOINT.test(title), headers };
}

function kindsOf(title: string, headers: readonly (readonly string[])[]): DoubleRandomKind[] {
  const kinds = new Set<DoubleRandomKind>();
  if (RESULTS.test(title)) kinds.add('results');
  if (ITEMS.test(title)) kinds.add('items');
  if (PLAN.test(title)) kinds.add('plan');
  if (kinds.size === 0) {
    for (const header of headers) kinds.add(normaliseHeader(header).has('结果') ? 'results' : 'items');
  }
  return [...kinds];
}

/** All years that a title names, without 年 too: 2023年度, （2023）, 2023-2024年. Parts of other numbers are none. */
export function yearsOfTitle(title: string): number[] {
  const flat = plain(title).replace(/[〔[【]\s*\d{4}\s*[〕\]】]/g, '');
  const bare = [...flat.matchAll(/(?<![\d.])(20\d\d)(?![\d.])/g)].map((match) => Number(match[1]));
  return [...new Set([...yearsIn(title), ...bare])];
}

const yearsIn = (text: string): number[] => [...new Set(findPeriods(text).map(({ year }) => year))];
