import type { Period } from '../model/period.ts';
import type { Basis, VerdictKind } from '../model/verdict.ts';

export const VERDICT_WORDS: Record<VerdictKind, string> = {
  pass: '符合',
  fail: '存在问题',
  inconclusive: '未能判定',
  'not-applicable': '不适用',
};

const ORDINALS = ['一', '二', '三', '四'];

/** 2023年第二季度. */
export const quarterName = (quarter: Period): string => `${quarter.year}年第${ORDINALS[quarter.index - 1]}季度`;

/** 2023年8月8日, from `2023-08-08`. */
export function dayName(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** An instant as the clock of the district shows it, `2023-08-08 02:13`. */
export function localTime(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));
}

/** Documents and clauses, each once. */
export const basisText = (basis: readonly Basis[]): string[] => [
  ...new Set(basis.map(({ document, clause }) => `${document}${clause}`)),
];
