import {
  contentOf,
  type Document,
  isWithoutWords,
  type Match,
  type Question,
  readDoubleRandom,
  type Unit,
  unreadAttachment,
  yearsOfTitle,
} from '../kit.ts';

/** The three things that a column on random checks owes; `own-plan`: a plan that the unit does not share. */
export type Wanted = 'plan' | 'own-plan' | 'results' | 'items';

/** Words that a title must have to be about random checks at all; one without them may still be told by its text. */
const OTHER = /年度报告|信息公开指南|领导分工|任免|招聘|预算|决算/;

/** A document of the kind wanted, about the year (any year where null), by the unit itself or with it. */
export function isFor(wanted: Wanted, year: number | null, unit: Unit): Question {
  const kind = wanted === 'own-plan' ? 'plan' : wanted;
  const match = (document: Document): Match => {
    const { text, tables } = contentOf(document);
    const facts = readDoubleRandom({ title: document.title, text, tables });
    if (facts === null) return couldBe(document, kind, year);
    if (!facts.kinds.includes(kind)) return false;
    if (year !== null && !facts.years.includes(year)) {
      if (facts.inTitle || (facts.years.length > 0 && !isOfItsTime(document, year))) return false;
      return { unsure: 'unparsed', detail: `《${document.title}》未标明年度`, refs: [document.ref] };
    }
    if (!facts.joint) return true;
    if (wanted === 'own-plan') return false;
    return isNamed(unit, `${document.title}\n${text}\n${tables.flatMap(({ rows }) => rows.flat()).join('\n')}`)
      ? true
      : unreadOf(document);
  };
  return { match, ruledOutByTitle: (title) => OTHER.test(title) || (year !== null && isOtherYear(title, year)) };
}

/** Words by which a title may mean a plan or results without saying of what. */
const LOOSELY: Partial<Record<Wanted, RegExp>> = {
  plan: /(?:检查|抽检|抽查|监管|双随机).*(?:计划|方案|安排)/,
  results: /(?:检查|抽检|抽查|监管|双随机|查处).*(?:结果|情况|通报|公示|公告|汇总|总结)/,
};

/** A document that was not recognised: its title, its pictures or unread files may mean what its page does not say. */
function couldBe(document: Document, kind: Wanted, year: number | null): Match {
  const { title, ref } = document;
  if (OTHER.test(title) || (year !== null && isOtherYear(title, year))) return false;
  if (LOOSELY[kind]?.test(title.replace(/\s/g, '')) && (year === null || isOfItsTime(document, year)))
    return { unsure: 'unparsed', detail: `《${title}》未写明是否为双随机抽查`, refs: [ref] };
  return unreadOf(document);
}

/** What of a document is not read: a file, or a page of pictures. */
function unreadOf(document: Document): Match {
  const unread = unreadAttachment(document);
  if (unread) return unread;
  if (!isWithoutWords(document) || document.attachments.length > 0) return false;
  return { unsure: 'unparsed', detail: `《${document.title}》没有可识别的文字`, refs: [document.ref] };
}

/** Published in the year or the one beside it, as plans before it and results after it are; so, too, where no day is known. */
function isOfItsTime({ dates, title }: Document, year: number): boolean {
  if (yearsOfTitle(title).includes(year)) return true;
  const years = dates.filter(({ place }) => place !== 'body').map(({ date }) => Number(date.slice(0, 4)));
  return years.length === 0 || years.some((one) => Math.abs(one - year) <= 1);
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
