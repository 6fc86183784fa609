import type { CivilDate } from '../../model/civil-date.ts';
import type { Document } from '../../model/document.ts';
import { findDates } from '../dates.ts';

const SENT =
  /^(?:来信|写信|去信|留言|提交|投诉|咨询|信件|反映|发起|提问|诉求|发信|寄信|投递|发表)(?:的)?(?:时间|日期)$/;
const ANSWERED = /^(?:答复|回复|办结|反馈|处理完成|回信|解答|答疑)(?:的)?(?:时间|日期)$/;
const ANSWER = /^(?:答复|回复|办理|处理|反馈|回信|解答)(?:内容|意见|结果|情况)?$/;
const STATE = /^(?:办理|处理|信件|答复|回复|当前)?(?:状态|进度)$/;
const OPEN_STATE = /^(?:未|待|尚未)(?:答复|回复|办理|处理|受理)|(?:办理|处理|受理|转办)中|^已(?:受理|转办|交办)$/;
const WITHHELD =
  /(?:信件|来信|内容|该信|本信)[^。]{0,8}(?:不公开|未公开|保密|隐藏)|仅(?:来信人|本人)可见|凭?查询码|来信人(?:选择|要求)不公开/;
const LONGEST_LABEL = 10;

/** What a page of a mailbox says of one letter. */
export interface Letter {
  /** When it was sent; null where that is not said, or can be read in two ways. */
  readonly sent: CivilDate | null;
  readonly answered: CivilDate | null;
  /** True: the page says that there is no answer yet. Null: it does not say. */
  readonly isOpen: boolean | null;
  /** Whether an answer's text stands on the page. */
  readonly hasAnswer: boolean;
  /** The letter is there and kept from the public. */
  readonly withheld: boolean;
}

/** Reads a letter with its answer by the labels that the page prints; null for a document that is no letter. */
export function readLetter({ body }: Document): Letter | null {
  if (!body.ok) return null;
  const { text, tables } = body.value;
  const rows = tables.flatMap((table) => table.rows);
  const pairs = [
    ...rows.flatMap(besides),
    ...(rows.length === 2 ? below(rows) : []),
    ...text.split('\n').flatMap(inLine),
  ];
  const valueBy = (label: RegExp): string | undefined => {
    const values = pairs.flatMap(([name, value]) => (label.test(name) ? [value] : []));
    // Beside a header stands another header; the one with a date is meant.
    return values.find((value) => findDates(value).length > 0) ?? values[0];
  };
  const withheld = WITHHELD.test(text.replace(/\s/g, ''));
  const sent = valueBy(SENT);
  const answered = valueBy(ANSWERED);
  if (sent === undefined && answered === undefined && !withheld) return null;
  const date = dayOf(answered);
  const answers = pairs.filter(([label]) => ANSWER.test(label)).map(([, value]) => value.trim());
  const hasAnswer = answers.some((value) => value !== '' && !OPEN_STATE.test(value));
  return {
    sent: dayOf(sent),
    answered: date,
    isOpen: date ? false : hasAnswer ? null : openness(answers, answered, valueBy(STATE)),
    hasAnswer,
    withheld,
  };
}

type Pair = readonly [label: string, value: string];

/** Only an empty place for the answer, or a state that says so, tells that there is none. */
function openness(answers: readonly string[], answered: string | undefined, state: string | undefined): boolean | null {
  if (state !== undefined && OPEN_STATE.test(state.trim())) return true;
  const isEmpty = answered?.trim() === '' || answers.length > 0;
  return isEmpty && (answered ?? '').trim() === '' ? true : null;
}

const clean = (label: string): string => label.replace(/[\s:：[\]【】]/g, '');

const besides = (row: readonly string[]): readonly Pair[] =>
  row.slice(0, -1).map((cell, i): Pair => [clean(cell), row[i + 1] ?? '']);

/** A table of a header and one letter. */
const below = ([header = [], values = []]: readonly (readonly string[])[]): readonly Pair[] =>
  header.map((cell, i): Pair => [clean(cell), values[i] ?? '']);

/** 来信时间：2023-05-04　答复时间：2023-05-10 */
const LABEL = new RegExp(`([\\p{Script=Han}]{2,${LONGEST_LABEL}})\\s*[:：]`, 'gu');

function inLine(line: string): readonly Pair[] {
  const labels = [...line.matchAll(LABEL)];
  return labels.map((match, i): Pair => {
    const end = labels[i + 1]?.index ?? line.length;
    return [clean(match[1] ?? ''), line.slice(match.index + match[0].length, end)];
  });
}

function dayOf(value: string | undefined): CivilDate | null {
  const dates = findDates(value ?? '');
  const [first] = dates;
  return first && dates.every(({ sure }) => sure) ? first.date : null;
}
