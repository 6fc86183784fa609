import {
  contentOf,
  type Document,
  isWithoutWords,
  type Match,
  type Question,
  readDoubleRandom,
  type Unit,
  unreadAttachment,
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
    if (facts === null) return couldBe(document);
    if (!facts.kinds.includes(kind)) return false;
    if (year !== null && !facts.years.includes(year)) {
      if (facts.years.length > 0) return false;
      return { unsure: 'unparsed', detail: `《${document.title}》未标明年度`, refs: [document.ref] };
    }
    if (!facts.joint) return true;
    if (wanted === 'own-plan') return false;
    return names(unit).some((name) => `${document.title}\n${text}`.includes(name))
      ? true
      : (unreadAttachment(document) ?? false);
  };
  return { match, ruledOutByTitle: (title) => OTHER.test(title) || (year !== null && isOtherYear(title, year)) };
}

/** A document that was not recognised: its pictures or unread files may say what its page does not. */
function couldBe(document: Document): Match {
  if (OTHER.test(document.title)) return false;
  const unread = unreadAttachment(document);
  if (unread) return unread;
  if (!isWithoutWords(document) || document.attachments.length > 0) return false;
  return { unsure: 'unparsed', detail: `《${document.title}》没有可识别的文字`, refs: [document.ref] };
}

const names = ({ name, fullName, aliases }: Unit): readonly string[] => [name, fullName, ...aliases];

/** The title names another year and not this one. */
function isOtherYear(title: string, year: number): boolean {
  const years = [...title.replace(/\s/g, '').matchAll(/(?<!\d)(20\d\d)年/g)].map((match) => Number(match[1]));
  return years.length > 0 && !years.includes(year);
}
