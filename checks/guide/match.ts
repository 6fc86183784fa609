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
    // What was written before the year does not speak of it: not shown to be old.
    if (namesYear(`${title}\n${contentOf(document).text}`, year))
      return { unsure: 'unparsed', detail: `《${title}》提到${year}年，但未能识别出${year}年的日期`, refs: [ref] };
    if (isPictured(document))
      return { unsure: 'unparsed', detail: `《${title}》的正文是图片，不能识别其中日期`, refs: [ref] };
    return unreadAttachment(document, (name) => !FORM.test(name)) ?? false;
  };
  return { match, ruledOutByTitle: isRuledOut };
}

const ZERO = '[〇○零◯OoＯО0０]';

/** 2023年, 二〇二三年, 2023.03: the year in any writing, a day being asked for elsewhere. */
function namesYear(text: string, year: string): boolean {
  const chinese = Array.from(year, (digit) => (digit === '0' ? ZERO : '〇一二三四五六七八九'[Number(digit)])).join(
    '\\s*',
  );
  const plain = Array.from(year).join('\\s?');
  return new RegExp(`(?<!\\d)(?:${plain}|${chinese})\\s*年|(?<![\\d.])${year}[-./]\\d{1,2}(?![\\d.])`).test(text);
}

/** A text this short beside pictures says at most what they are. */
const CAPTION = 120;

const isPictured = (document: Document): boolean =>
  isWithoutWords(document) ||
  (document.body.ok && document.body.value.images.length > 0 && document.body.value.text.length < CAPTION);
