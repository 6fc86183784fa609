import type { CivilDate } from '../../src/model/civil-date.ts';

/** So many days later; sheer calendar arithmetic, so that the truth rests on nothing that is being tried. */
export const later = (date: string, days: number): CivilDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as CivilDate;

export const daysFrom = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

export const day = (year: number, month: number, date: number): CivilDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as CivilDate;

export const yearOf = (date: string): number => Number(date.slice(0, 4));
export const monthOf = (date: string): number => Number(date.slice(5, 7));

/** The last day of a month. */
export const monthEnd = (year: number, month: number): CivilDate =>
  later(day(month === 12 ? year + 1 : year, (month % 12) + 1, 1), -1);

const DIGITS = '〇一二三四五六七八九';
const han = (n: number): string =>
  n <= 10
    ? n === 10
      ? '十'
      : (DIGITS[n] ?? '')
    : `${n >= 20 ? DIGITS[Math.floor(n / 10)] : ''}十${n % 10 ? DIGITS[n % 10] : ''}`;

/** 2024年3月5日. */
export const spoken = (date: string): string => {
  const [y, m, d] = date.split('-').map(Number);
  return `${y}年${m}月${d}日`;
};
/** 二〇二四年三月五日. */
export const inHan = (date: string): string => {
  const [y = '', m, d] = date.split('-');
  return `${hanYear(y)}年${han(Number(m))}月${han(Number(d))}日`;
};
export const hanYear = (year: number | string): string => Array.from(String(year), (c) => DIGITS[Number(c)]).join('');
export const hanMonth = (month: number): string => han(month);
export const fullWidth = (text: string | number): string =>
  Array.from(String(text), (c) => (/\d/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join('');
