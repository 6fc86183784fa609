import { z } from 'zod';
import { type CivilDate, civilDate } from '../model/civil-date.ts';
import { type Cadence, type Period, parsePeriod, period } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { HolidayRow } from '../model/register.ts';
import { TOPIC_IDS, TOPICS, type Topic } from '../model/topic.ts';

/** How the text of a cell is read. */
export interface Cell<T> {
  readonly schema: z.ZodType<T, string>;
  /** How it is to be written, for people. */
  readonly form: string;
  /** All that may be written, where that is a list; a template offers it. */
  readonly choices?: readonly string[];
}

/** Full-width digits and letters to plain ones, spaces off the ends: people type both. */
const plain = (text: string): string => text.normalize('NFKC').trim();

/** A cell that `read` understands; null is an error. */
function cell<T>(form: string, read: (text: string) => T | null, choices?: readonly string[]): Cell<T> {
  const schema = z.string().transform((text, context): T => {
    const value = read(plain(text));
    if (value !== null) return value;
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  });
  return { schema, form, ...(choices ? { choices } : {}) };
}

/** The same cell, where it may be left empty. */
export function optional<T, Empty>({ schema, form, ...rest }: Cell<T>, empty: Empty): Cell<T | Empty> {
  return {
    ...rest,
    schema: z.union([
      z
        .string()
        .regex(/^\s*$/)
        .transform(() => empty),
      schema,
    ]),
    form: `${form}，或留空`,
  };
}

export const text: Cell<string> = { schema: z.string().trim().min(1), form: '请填写内容' };
export const anyText: Cell<string> = { schema: z.string().trim(), form: '请填写文字' };

const numbers = (text: string): number[] => text.split(/\D+/).filter(Boolean).map(Number);

export const day: Cell<CivilDate> = cell('请按年-月-日填写，例如 2023-08-11', (text) => {
  if (!/^\d{4}([-/.])\d{1,2}\1\d{1,2}$|^\d{4}年\d{1,2}月\d{1,2}日$/.test(text)) return null;
  const [year = 0, month = 0, date = 0] = numbers(text);
  return civilDate(year, month, date);
});

/** Years that can be meant: nothing is assessed before 2000. */
const sensible = (found: Period | null): Period | null =>
  found && found.year >= 2000 && found.year < 2100 ? found : null;

function readMonth(text: string): Period | null {
  // Excel makes 2023-04 the first day of that month. Not 2023.10, which it makes 2023.1.
  const match = /^(\d{4})(?:[-/](\d{1,2})(?:[-/]0?1)?|年(\d{1,2})月)$/.exec(text);
  const month = Number(match?.[2] ?? match?.[3]);
  return match && month >= 1 && month <= 12 ? period('month', Number(match[1]), month) : null;
}

const ORDINALS = '一二三四';

/** `2023Q1`, `2023年第1季度`, `2023年第一季度`. */
function readQuarter(text: string): Period | null {
  const match = /^(\d{4})年第?([1-4一二三四])季度$/.exec(text);
  const word = match?.[2] ?? '';
  if (match) return period('quarter', Number(match[1]), Number(word) || ORDINALS.indexOf(word) + 1);
  const found = parsePeriod(text.toUpperCase());
  return found?.cadence === 'quarter' ? found : null;
}

export const month: Cell<Period> = cell('请按年-月填写，例如 2023-04', (text) => sensible(readMonth(text)));

export const quarter: Cell<Period> = cell('请按季度填写，例如 2023Q1', (text) => sensible(readQuarter(text)));

const SPELLED: readonly Cadence[] = ['half-year', 'year'];

/** A month, quarter, half-year or year. */
export const anyPeriod: Cell<Period> = cell('请填写期间，例如 2023-05、2023Q2、2023H1 或 2023', (text) => {
  const found = parsePeriod(text.toUpperCase().replace(/年(?:度)?$/, ''));
  return sensible(readMonth(text) ?? readQuarter(text) ?? (found && SPELLED.includes(found.cadence) ? found : null));
});

export const year: Cell<number> = cell('请填写四位年份，例如 2023', (text) => {
  const match = /^(20\d{2})(?:年(?:度)?)?$/.exec(text);
  return match ? Number(match[1]) : null;
});

export const count: Cell<number> = cell('请填写整数，没有的填 0', (text) =>
  /^\d{1,6}$/.test(text) ? Number(text) : null,
);

export const points: Cell<number> = cell('请填写不小于 0 的分值，例如 4.5', (text) =>
  /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : null,
);

/** Points given, or taken where below zero. */
export const signedPoints: Cell<number> = cell('请填写分值，减分填负数，例如 1 或 -0.5', (text) =>
  /^[+\-−]?\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text.replace('−', '-')) : null,
);

export const address: Cell<string> = cell('请填写以 http:// 或 https:// 开头的网址', (text) =>
  /^https?:\/\//.test(text) && URL.canParse(text) ? text : null,
);

const DAY_KINDS: Readonly<Record<string, HolidayRow['kind']>> = {
  假日: 'holiday',
  holiday: 'holiday',
  工作日: 'workday',
  workday: 'workday',
};
export const dayKind: Cell<HolidayRow['kind']> = cell('请填写 假日 或 工作日', (text) => DAY_KINDS[text] ?? null, [
  '假日',
  '工作日',
]);

export const topic: Cell<Topic> = cell(
  '请填写主题编号或中文名称，例如 统计数据',
  (text) => TOPIC_IDS.find((id) => id === text || plain(TOPICS[id]) === text) ?? null,
  TOPIC_IDS.map((id) => TOPICS[id]),
);

/** The id of the unit that is named by id, name, full name or alias. */
export function unit(plan: Plan): Cell<string> {
  const ids = new Map(
    plan.units.flatMap(({ id, name, fullName, aliases }) =>
      [id, name, fullName, ...aliases].map((name): [string, string] => [plain(name), id]),
    ),
  );
  return cell(
    '请填写 targets.yaml 中单位的编号、名称、全称或其他名称',
    (text) => ids.get(text) ?? null,
    plan.units.map(({ name }) => name),
  );
}
