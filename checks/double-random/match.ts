import {
  contentOf,
  type Document,
  type DoubleRandomFacts,
  type DoubleRandomKind,
  isWithoutWords,
  type Match,
  type Question,
  readDoubleRandom,
  type Sheet,
  sheetsOf,
  type Unit,
  unreadAttachment,
  yearsOfTitle,
} from '../kit.ts';
import { fitsByDate, isOfItsTime } from './timing.ts';

/** The three things that a column on random checks owes; `own-plan`: a plan that the unit does not share. */
export type Wanted = DoubleRandomKind | 'own-plan';

/** Words that a title must have to be about random checks at all; one without them may still be told by its text. */
const OTHER =
  /年度报告|信息公开指南|领导分工|任免|招聘|预算|决算|名录库|细则|办法|制度|流程图|会议|培训|执法人员|检查对象(?:库|名单|名录)/;
const OWED = /计划|方案|安排|任务|结果|查处|抽查情况|总结|通报|清单|目录/;
const isOther = (title: string): boolean => OTHER.test(title) && !OWED.test(title);

/** A document of the kind wanted, about the year (any year where null), by the unit itself or with it. */
export function isFor(wanted: Wanted, year: number | null, unit: Unit): Question {
  const kind = wanted === 'own-plan' ? 'plan' : wanted;
  const match = (document: Document): Match => {
    const read = sheetsToRead(document).flatMap((sheet) => readDoubleRandom(sheet) ?? []);
    // What a heading says goes before what a table's columns suggest.
    const sure = read.filter(({ guessed }) => !guessed);
    const told = sure.length > 0 ? sure : read;
    // A year that page or file name is that of the whole; the day speaks only where nothing else does.
    const isUndated = told.every(({ years }) => years.length === 0);
    const answers = told.map((facts) => answerOf(facts, document, kind, year, isUndated));
    const found = answers.find((answer) => typeof answer === 'object' && 'joint' in answer);
    if (found) {
      if (!found.joint) return true;
      if (wanted === 'own-plan') return false;
      const { text, tables } = contentOf(document);
      const whole = `${document.title}\n${text}\n${tables.flatMap(({ rows }) => rows.flat()).join('\n')}`;
      return isNamed(unit, whole) ? true : unreadOf(document);
    }
    const unsure = answers.find((answer) => typeof answer === 'object' && 'unsure' in answer);
    if (unsure) return unsure;
    // A page about another of the three things may have this one in a file.
    if (answers.length > 0) return unreadAttachment(document, (name) => mayBe(kind, name)) ?? false;
    return couldBe(document, kind, year);
  };
  return { match, ruledOutByTitle: (title) => isOther(title) || (year !== null && isOtherYear(title, year)) };
}

/**
 * The page with all that it holds, and each of its files alone. A file whose name says nothing is read by its first
 * words; all are on the page's subject.
 */
function sheetsToRead(document: Document): readonly Sheet[] {
  const { title, body } = document;
  const files = sheetsOf(document).slice(body.ok ? 1 : 0);
  const named = files.map((sheet): Sheet => {
    const says = Object.values(NAMES).some((name) => name.test(sheet.title));
    const first = sheet.tables[0]?.caption || (sheet.text.split('\n').find((line) => line.trim() !== '') ?? '');
    const name = says || first.length > LONGEST_TITLE ? sheet.title : `${sheet.title} ${first}`;
    return { title: name, text: `${title}\n${sheet.text}`, tables: sheet.tables };
  });
  return [{ title, ...contentOf(document) }, ...named];
}

const LONGEST_TITLE = 60;

type Answer = { readonly joint: boolean } | Exclude<Match, true>;

/** What a page or a file says of the kind: found, of another kind or year, or unsure. */
function answerOf(
  facts: DoubleRandomFacts,
  document: Document,
  kind: DoubleRandomKind,
  year: number | null,
  isUndated: boolean,
): Answer {
  const { title, ref } = document;
  if (!facts.kinds.includes(kind)) {
    const isOpen = facts.guessed && kind === 'plan' && (year === null || isOfItsTime(document, year));
    if (!isOpen || (facts.inTitle && year !== null && !facts.years.includes(year))) return false;
    return { unsure: 'unparsed', detail: `《${title}》未写明是否为抽查计划`, refs: [ref] };
  }
  const joint = facts.joint || /联合|跨部门|部门间/.test(title);
  if (year === null || facts.yearsOf(kind).includes(year)) return { joint };
  if (facts.inTitle || (facts.years.length > 0 && !isOfItsTime(document, year))) return false;
  const fits = !isUndated ? 'perhaps' : fitsByDate(document, kind, year);
  if (fits === 'no') return false;
  if (fits === 'yes') return { joint };
  return { unsure: 'unparsed', detail: `《${title}》未标明年度`, refs: [ref] };
}

/** Words by which a title or a file's name may mean one of the three without saying of what. */
const LOOSELY: Readonly<Record<DoubleRandomKind, RegExp>> = {
  plan: /(?:检查|抽检|抽查|监管|双随机).*(?:计划|方案|安排)/,
  results: /(?:检查|抽检|抽查|监管|双随机|查处).*(?:结果|情况|通报|公示|公告|汇总|总结)/,
  items: /(?:检查|抽检|抽查|监管|双随机).*(?:清单|目录)/,
};
const NAMES: Readonly<Record<DoubleRandomKind, RegExp>> = {
  plan: /计划|方案|安排/,
  results: /结果|情况|查处/,
  items: /清单|目录/,
};
const mayBe = (kind: DoubleRandomKind, name: string): boolean => NAMES[kind].test(name);

/** Where plans and results lawfully stand besides the unit's site. */
const PLATFORM = /(?:公示系统|监管平台|公示平台|信息平台|监管系统|信用中国)/;

/** A document that was not recognised: its title, its pictures or unread files may mean what its page does not say. */
function couldBe(document: Document, kind: DoubleRandomKind, year: number | null): Match {
  const { title, ref } = document;
  if (isOther(title) || (year !== null && isOtherYear(title, year))) return false;
  const isOfTime = year === null || isOfItsTime(document, year);
  // A list may be of any year, so a vague title says too little about one.
  if (kind !== 'items' && isOfTime && LOOSELY[kind].test(title.replace(/\s/g, '')))
    return { unsure: 'unparsed', detail: `《${title}》未写明是否为双随机抽查`, refs: [ref] };
  // What came out years before or after it cannot hold it, read or not.
  if (!isOfTime) return false;
  const { text } = contentOf(document);
  if (PLATFORM.test(text) && /抽查|双随机/.test(text) && NAMES[kind].test(text))
    return { unsure: 'unparsed', detail: `《${title}》说明有关信息在其他平台公示`, refs: [ref] };
  return unreadOf(document);
}

/** What of a document is not read: a file, or a page of pictures. */
function unreadOf(document: Document): Match {
  const unread = unreadAttachment(document);
  if (unread) return unread;
  if (!isWithoutWords(document) || document.attachments.length > 0) return false;
  return { unsure: 'unparsed', detail: `《${document.title}》没有可识别的文字`, refs: [document.ref] };
}

const names = ({ name, fullName, aliases }: Unit): readonly string[] => [name, fullName, ...aliases];

/** Whether a text names the unit, also as a table of the district's own offices does: 司法局 for 区司法局. */
function isNamed(unit: Unit, text: string): boolean {
  const short = unit.name.replace(/^.{0,3}?[区县]/, '');
  const withoutDistrict = new RegExp(`(?<![省市])${short.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
  return names(unit).some((name) => text.includes(name)) || (short.length >= 3 && withoutDistrict.test(text));
}

/** The title names another year and not this one. */
function isOtherYear(title: string, year: number): boolean {
  const years = yearsOfTitle(title.replace(/\s/g, ''));
  return years.length > 0 && !years.includes(year);
}
