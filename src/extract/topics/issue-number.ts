import { CHINESE_NUMBER, plain, smallNumber } from '../numerals.ts';

const ISSUE = new RegExp(`第\\s*(\\d{1,2}|${CHINESE_NUMBER})\\s*期`);

/** The number of an issue that a title names: 5 for 空气质量简报（2023年第5期）; null where it names none. */
export function issueNumber(title: string): number | null {
  const [, printed] = ISSUE.exec(plain(title)) ?? [];
  return printed === undefined ? null : smallNumber(printed);
}
