import { addDays, type CivilDate, civilDate, type DateFact, type Document, refOf, yearOf } from '../kit.ts';
import type { Answer } from './answer.ts';
import { IN_ORDER } from './answer.ts';
import type { Report } from './match.ts';

/**
 * Whether the report came out by the day. The earliest of all copies and dates counts; only dates of publication do,
 * and only those that can be read in one way accuse.
 */
export function judgeDate(copies: readonly Report[], due: CivilDate, asOf: CivilDate): Answer {
  const dated = copies.flatMap(({ document }) =>
    document.dates.filter(isPublication).map((fact) => ({ fact, document })),
  );
  const inTime = dated.filter(({ fact }) => fact.date <= due);
  if (inTime.some(({ fact }) => fact.sure)) return IN_ORDER;
  const refs = copies.map(({ document }) => document.ref);
  const unknown = (detail: string): Answer => ({ kind: 'unknown', why: 'unparsed', detail, refs });
  const [doubtful] = inTime;
  if (doubtful) return unknown(`公开日期“${doubtful.fact.text}”字符不全，不能确定是否逾期`);
  const [earliest] = dated
    .filter(({ fact }) => fact.sure)
    .sort((a, b) => (a.fact.date < b.fact.date ? -1 : a.fact.date > b.fact.date ? 1 : 0));
  if (!earliest) return unknown('未识别出公开日期');
  const { fact, document } = earliest;
  if (fact.date > asOf) return unknown(`公开日期“${fact.text}”晚于核查日`);
  const made = copies.flatMap((copy) => createdOn(copy.document.url) ?? []).sort()[0];
  if (made !== undefined && made <= due)
    return unknown(`页面标注${fact.date}，而网页编号显示${made}已建立，可能是更新日期`);
  // The list alone shows when a page was last touched, where the page itself is silent.
  const signed = copies.flatMap(({ document }) => (isDatedByListAlone(document) ? signedInTime(document, due) : []))[0];
  if (signed) return unknown(`列表标注${fact.date}，页面落款为${signed.text}，列表日期可能是更新日期`);
  return {
    kind: 'fault',
    detail: `公开日期${fact.date}，期限为${due}`,
    evidence: [refOf(document.ref, `${fact.text} ${document.title}`)],
  };
}

const isPublication = ({ place }: DateFact): boolean => place === 'claimed' || place === 'list';

const isDatedByListAlone = ({ dates }: Document): boolean => !dates.some(({ place }) => place === 'claimed');

/** Days in the text between the report's year and the day that it was due. */
const signedInTime = ({ dates }: Document, due: CivilDate): readonly DateFact[] =>
  dates.filter(({ place, date, sure }) => place === 'body' && sure && date <= due && yearOf(date) === yearOf(due));

/**
 * The day on which the site made the page, where its address tells: ids that begin with the seconds of it,
 * `t20240115_12.html`, `/art/2024/1/15/`.
 */
function createdOn(url: string): CivilDate | null {
  const seconds = /\/doc_([0-9a-f]{8})[0-9a-f]{16}\.html/.exec(url)?.[1];
  if (seconds === undefined) {
    const [, year, month, day] =
      /\/t(20\d\d)(\d\d)(\d\d)_\d+\.s?html?/.exec(url) ?? /\/art\/(20\d\d)\/(\d{1,2})\/(\d{1,2})\//.exec(url) ?? [];
    return year === undefined ? null : civilDate(Number(year), Number(month), Number(day));
  }
  const epoch = civilDate(1970, 1, 1);
  // In China's time, eight hours before that of the id.
  return epoch && addDays(epoch, Math.floor((Number.parseInt(seconds, 16) + 8 * 3600) / 86_400));
}
