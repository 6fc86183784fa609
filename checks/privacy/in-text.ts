import type { CivilDate } from '../kit.ts';
import { type Finding, findingOf } from './finding.ts';
import { isCardNumber, isMobile, isOldResidentNumber, isResidentNumber, longNumbers } from './numbers.ts';
import {
  CARD_WORDS,
  CITIZENS,
  ID_WORDS,
  isName,
  NAME_WORDS,
  ON_DUTY,
  OTHER_NUMBERS,
  PHONE_WORDS,
  RESIDENT_WORDS,
} from './words.ts';

/** A label this far before a number speaks of it. */
const LABEL_REACH = 24;
const BREAKS = /[\s，,、。；;：:（）()|｜\d*]+/;
/** A private person by the part played in a case, with the name: 来信人：李某明. */
const PRIVATE =
  /(?:来信人|投诉人|反映人|举报人|信访人|申请人|当事人|被征收人|户主|村民|居民|患者|领取人|受助人|收款人|持卡人|开户人|户名|姓名)\s*[:：]?\s*(\p{Script=Han}{2,4})(?=[\s，,、。；;（(]|$)/u;
const CALLED = /(?:来信人|投诉人|反映人|举报人|信访人|申请人|当事人|被征收人|户主|村民|居民|患者|领取人|受助人)/;

/**
 * Citizens' numbers in running text, and in lists that came as lines (PDF). `inTables`: numbers that stand in cells,
 * where their columns tell more than their lines.
 */
export function findInText(
  text: string,
  about: string,
  inTables: ReadonlySet<string>,
  until: CivilDate,
): readonly Finding[] {
  if (longNumbers(text).length === 0) return [];
  const lines = text.split('\n');
  const found: Finding[] = [];
  let header = '';
  lines.forEach((line, i) => {
    const numbers = longNumbers(line);
    if (numbers.length === 0) header = isHeader(line) ? line : SENTENCE.test(line) ? '' : header;
    const position = `第${i + 1}行`;
    for (const { digits, from } of numbers) {
      if (inTables.has(digits)) continue;
      const before = line.slice(Math.max(0, from - LABEL_REACH), from);
      if (isResident(digits, line, before, header, until)) found.push(findingOf('id-number', digits, position));
      else if (isMobile(digits) && isCitizensPhone(line, before, header, about))
        found.push(findingOf('phone', digits, position));
      else if (isCardNumber(digits) && isCitizensCard(`${lines[i - 1] ?? ''}\n${line}\n${lines[i + 1] ?? ''}`, before))
        found.push(findingOf('bank-card', digits, position));
    }
  });
  return found;
}

const SENTENCE = /[，。；：！？]/;
const FEWEST_HEADINGS = 3;

/** Headings of a list whose lines came without their columns: words set apart by blanks. */
const isHeader = (line: string): boolean =>
  NAME_WORDS.test(line) && !SENTENCE.test(line) && line.split(/\s+/).length >= FEWEST_HEADINGS;

function isResident(digits: string, line: string, before: string, header: string, until: CivilDate): boolean {
  const label = lastOf(before, ID_WORDS);
  const other = lastOf(before, OTHER_NUMBERS);
  if (isOldResidentNumber(digits, until)) return lastOf(before, RESIDENT_WORDS) > other;
  if (!isResidentNumber(digits, until)) return false;
  if (label >= 0 || other >= 0) return label > other;
  if (ID_WORDS.test(header)) return true;
  // A name right before or behind it, and no word on the line that says what else it is.
  return !OTHER_NUMBERS.test(`${header} ${line}`) && neighbours(line, digits).some((word) => isName(word, false));
}

/** Where the last match of a pattern begins; -1 where there is none. */
const lastOf = (text: string, pattern: RegExp): number =>
  [...text.matchAll(new RegExp(pattern.source, 'g'))].at(-1)?.index ?? -1;

function neighbours(line: string, digits: string): readonly string[] {
  const at = longNumbers(line).find((one) => one.digits === digits);
  if (!at) return [];
  const left = line
    .slice(0, at.from)
    .trimEnd()
    .replace(/[，,、：:（(\s]+$/, '');
  const right = line.slice(at.to).replace(/^[，,、：:）)\s]+/, '');
  return [left.split(BREAKS).at(-1) ?? '', right.split(BREAKS)[0] ?? ''];
}

/** In a list of citizens under its headings, or right behind the name of one who is called a party to a case. */
function isCitizensPhone(line: string, before: string, header: string, about: string): boolean {
  const told = `${about} ${header}`;
  const isListed = NAME_WORDS.test(header) && PHONE_WORDS.test(header) && CITIZENS.test(told) && !ON_DUTY.test(told);
  if (isListed) return line.split(BREAKS).some((word) => isName(word, false));
  const named = PRIVATE.exec(line);
  return (
    named !== null &&
    CALLED.test(named[0]) &&
    isName(named[1] ?? '', false) &&
    PHONE_WORDS.test(before) &&
    !ON_DUTY.test(line) &&
    line.indexOf(named[0]) < line.indexOf(before) + before.length
  );
}

/** The holder must be a person by name: public accounts name an office or a firm. */
function isCitizensCard(around: string, before: string): boolean {
  const named = PRIVATE.exec(around);
  return (
    named !== null && isName(named[1] ?? '', false) && CARD_WORDS.test(before) && !/保证金|对公|财政|专户/.test(around)
  );
}
