import { squeeze } from '../../html.ts';
import { plain } from '../../numerals.ts';
import { likeness } from './likeness.ts';
import { annualReportYears, isAnnualReport } from './title.ts';
import { linesOf } from './wording.ts';

const REACH = 8;
const SHORTEST = 8;
const LONGEST = 60;
const MOST_LINES = 3;
const ALIKE = 0.8;
const SENTENCE = /[。；;，,：:]|^(?:本|现|根据|按照|依据|为)|如下/;

/**
 * The first lines of a body that are its title again, alone or broken over up to three lines; [] where there are none.
 * A line that only resembles the title counts when it is the title of such a report itself.
 */
export function titleLinesOf(title: string, text: string): string[] {
  const lines = linesOf(text).slice(0, REACH);
  let best: readonly string[] = [];
  let most = 0;
  for (let from = 0; from < lines.length; from++) {
    for (let count = 1; count <= MOST_LINES && from + count <= lines.length; count++) {
      const some = lines.slice(from, from + count);
      const alike = likenessToTitle(title, some);
      if (alike > most) [best, most] = [some, alike];
    }
  }
  return [...best];
}

/** 0 where the lines are not a title, else how like the given one. */
function likenessToTitle(title: string, lines: readonly string[]): number {
  if (lines.some((line) => SENTENCE.test(line) || isSigned(line))) return 0;
  const whole = lines.join('');
  const joined = bare(whole);
  const wanted = bare(title);
  if (joined.length < SHORTEST || joined.length > LONGEST) return 0;
  const alike = likeness(joined, wanted);
  if (joined === wanted) return alike;
  const years = annualReportYears(title);
  const isTitle = isAnnualReport(whole) && /(?:报告|年报)$/.test(joined);
  const same = wanted.endsWith(joined) || annualReportYears(whole).some((year) => years.includes(year));
  return isTitle && (alike >= ALIKE || same) ? alike : 0;
}

/** The line of the day under a title: （2013年1月）. */
const isSigned = (line: string): boolean => /^[（(]?\d{4}年\d{1,2}月(?:\d{1,2}日)?[）)]?$/.test(squeeze(plain(line)));

const bare = (text: string): string => squeeze(plain(text)).replace(/[^\p{L}\p{N}]/gu, '');
