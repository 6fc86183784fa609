import {
  type AnnualReport,
  CONTACT_ITEMS,
  checkBalance,
  type NonEmpty,
  OTHER_ITEMS,
  PARTS,
  type Ref,
  refOf,
  type YearPlace,
} from '../kit.ts';
import { type Answer, cut, IN_ORDER, quoted } from './answer.ts';
import type { Report } from './match.ts';
import { elsewhere } from './unread.ts';

/** Title lines at the start of the body, which the page prints above it already. */
export function judgeTitle({ document, said }: Report): Answer {
  const { body, title, ref } = document;
  if (!body.ok) return { kind: 'unknown', why: body.why, detail: `《${title}》${body.detail}`, refs: [] };
  if (said.titleLines.length === 0) return IN_ORDER;
  const lines = said.titleLines.join(' / ');
  return { kind: 'fault', detail: cut(lines, 60), evidence: [refOf(ref, lines)] };
}

/** The six parts, all there and in their order. */
export function judgeParts(report: Report): Answer {
  const { said } = report;
  const missing = said.missingParts.map((part) => `“${PARTS[part]}”`);
  if (missing.length > 0) return absent(report, `缺少${missing.join('、')}`);
  if (said.inOrder) return IN_ORDER;
  const order = said.parts.filter(({ kind }) => kind !== null).map(({ heading }) => heading);
  return { kind: 'fault', detail: '各部分未按规定顺序排列', evidence: [refOf(said.ref, order.join(' '))] };
}

/** Address, post code, telephone, mail. The bulletin charges for the paragraph, not for one of its items. */
export function judgeContact(report: Report): Answer {
  const { missing, present, text } = report.said.contact;
  if (missing.length === 0) return IN_ORDER;
  const names = missing.map((item) => CONTACT_ITEMS[item]).join('、');
  if (present.length === 0) return absent(report, names);
  return lessened(absent(report, names, text));
}

/**
 * Part six tells of the year's key tasks and of new ways; the rest, or a plain 无, is an advisory, and so is all where it
 * tells of something in words of its own.
 */
export function judgePartSix(report: Report): Answer {
  const { partSix, parts } = report.said;
  // A report without part six lacks a part, and nothing else.
  if (partSix === null) return IN_ORDER;
  const missing = (['fees', 'keyTasks', 'innovation'] as const).filter((item) => !partSix.present.includes(item));
  if (missing.length === 0) return IN_ORDER;
  const names = missing.map((item) => OTHER_ITEMS[item]).join('、');
  const text = parts.find(({ kind }) => kind === 'other')?.text;
  const answer = absent(report, names, text);
  const isCharged = !partSix.nothing && !partSix.more && missing.some((item) => item !== 'fees');
  return isCharged ? answer : lessened(answer);
}

const lessened = (answer: Answer): Answer => (answer.kind === 'fault' ? { ...answer, advisory: true } : answer);

/** Something that the text does not hold; not known where a picture or a file may hold it. */
function absent(report: Report, detail: string, quote?: string): Answer {
  const open = elsewhere(report);
  if (open) return { kind: 'unknown', ...open, detail: `${open.detail}，文字中未见：${detail}` };
  return { kind: 'fault', detail, evidence: [refOf(report.said.ref, quote)] };
}

/** Sums of the tables. A table that was not read whole leaves them open. */
export function judgeSums({ said, document }: Report): Answer {
  const wrong = checkBalance(said.tables);
  const [first, ...others] = wrong;
  if (first) {
    const evidence: NonEmpty<Ref> = [refOf(said.ref, first.text), ...others.map(({ text }) => refOf(said.ref, text))];
    const more = wrong.length > 3 ? `等${wrong.length}处` : '';
    return {
      kind: 'fault',
      detail: `${wrong
        .slice(0, 3)
        .map(({ text }) => text)
        .join('；')}${more}`,
      evidence,
    };
  }
  for (const table of [said.tables.requests, said.tables.litigation])
    if (!table.ok)
      return { kind: 'unknown', why: 'unparsed', detail: `《${document.title}》${table.detail}`, refs: [document.ref] };
  return IN_ORDER;
}

/** A unit's name or a date that runs over into the next line. */
export function judgeSignature({ said }: Report): Answer {
  const broken = said.signOffs.find((one) => one.broken);
  if (!broken) return IN_ORDER;
  const lines = broken.lines.join(' / ');
  return { kind: 'fault', detail: `“${cut(lines)}”`, evidence: [refOf(said.ref, lines)] };
}

const YEAR_PLACES: Readonly<Record<YearPlace, string>> = {
  title: '标题',
  'body-title': '正文标题',
  opening: '开头',
  period: '统计期限',
  general: '总体情况',
};
/** 2021年，… is the year told of; 2021年以来 and 2021年底 are not. */
const TOLD_OF = /^\s*\d{4}\s?年(?:度)?[,，、]/;

/**
 * Places that name another year only. The period of the statistics alone is charged where both of its days lie in one
 * other year, else it is an advisory.
 */
export function judgeYear({ said }: Report, year: number): Answer {
  const wrong = said.years.filter((claim) => {
    if (!claim.sure || claim.year === year || said.years.some((one) => one.place === claim.place && one.year === year))
      return false;
    return claim.place !== 'general' || TOLD_OF.test(claim.text);
  });
  const [first, ...others] = wrong;
  if (!first) return IN_ORDER;
  const detail = wrong.map((claim) => `${YEAR_PLACES[claim.place]}写为${claim.year}年`).join('，');
  const evidence: NonEmpty<Ref> = [refOf(said.ref, first.text), ...others.map(({ text }) => refOf(said.ref, text))];
  const periods = wrong.filter(({ place }) => place === 'period');
  const isCharged = periods.length < wrong.length || (said.period?.sure === true && periods.length === 1);
  return { kind: 'fault', detail, evidence, ...(isCharged ? {} : { advisory: true }) };
}

/** What a template left to be filled in. */
export function judgePlaceholders({ said }: { readonly said: AnnualReport }): Answer {
  const [first, ...others] = said.placeholders;
  if (!first) return IN_ORDER;
  const evidence: NonEmpty<Ref> = [
    refOf(said.ref, first.context),
    ...others.slice(0, 2).map(({ context }) => refOf(said.ref, context)),
  ];
  return { kind: 'fault', detail: quoted(said.placeholders.map(({ context }) => context)), evidence };
}
