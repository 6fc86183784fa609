import {
  type CivilDate,
  contentOf,
  type Document,
  isGuide,
  isWithoutWords,
  type Match,
  type Question,
  type TopicFacts,
  unreadAttachment,
} from '../kit.ts';

/** What stands beside guides in their column and is none. */
const OTHER = /年度报告|年报|申请表|流程图|目录|制度|条例/;
/** Files that come with a guide and hold no guide. */
const FORM = /申请表|流程图?|登记表/;

const isRuledOut = (title: string): boolean => OTHER.test(title) && !/指南|指引/.test(title);

/** A guide by its title or its words, or the sole document of its column. */
export const isGuideDocument =
  (facts: TopicFacts) =>
  (document: Document): Match => {
    const { title, column } = document;
    if (/年度报告|年报/.test(title)) return false;
    if (isGuide(title, contentOf(document).text) || /公开指引/.test(title)) return true;
    if (isRuledOut(title)) return false;
    const isSole = facts.gaps.length === 0 && facts.documents.filter((other) => other.column === column).length === 1;
    if (isSole) return true;
    return isWithoutWords(document)
      ? { unsure: 'unparsed', detail: `《${title}》没有可识别的文字，不能确定是否为指南`, refs: [document.ref] }
      : false;
  };

/** Which documents are guides; one whose text cannot be read is no obstacle where its title says that it is something else. */
export const anyGuide = (facts: TopicFacts): Question => ({
  match: isGuideDocument(facts),
  ruledOutByTitle: isRuledOut,
});

/** A guide that bears a date of the year of as-of, not after it, on its page, in its text, list entry or files. */
export function currentGuide(facts: TopicFacts, asOf: CivilDate): Question {
  const year = asOf.slice(0, 4);
  const isGuideHere = isGuideDocument(facts);
  const match = (document: Document): Match => {
    const guide = isGuideHere(document);
    if (guide !== true) return guide;
    const { dates, title, ref } = document;
    const ofYear = dates.filter(({ date }) => date.startsWith(year));
    if (ofYear.some(({ date, sure }) => sure && date <= asOf)) return true;
    // Dated ahead of as-of, as old evidence looked at again may be: neither current nor shown to be old.
    const ahead = dates.find(({ date, place }) => date > asOf && (place === 'claimed' || place === 'list'));
    const doubtful = ofYear[0] ?? ahead;
    if (doubtful) {
      const why = doubtful.sure ? '晚于核查日' : '字符不全，不能确定';
      return { unsure: 'unparsed', detail: `《${title}》的日期“${doubtful.text}”${why}`, refs: [ref] };
    }
    // A version of the year without a date of the year: not shown to be old.
    if (
      new RegExp(`${year}\\s*年\\s*(?:度|版|修订|更新)`).test(`${title}\n${contentOf(document).text}`) ||
      new RegExp(`${year}\\s*年`).test(title)
    )
      return { unsure: 'unparsed', detail: `《${title}》标明${year}年，但未能识别出${year}年的日期`, refs: [ref] };
    return unreadAttachment(document, (name) => !FORM.test(name)) ?? false;
  };
  return { match, ruledOutByTitle: isRuledOut };
}
