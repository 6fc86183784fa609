import { type CivilDate, civilDate } from '../model/civil-date.ts';

interface ShreddedDate {
  readonly date: CivilDate;
  readonly index: number;
  readonly length: number;
}

/** Digits that start like a year, with 年 or 月 or both lost: 2024219, 20221月1日, 202111日, 2024年219日, 2024年2月19. */
const SHREDDED =
  /(?<![\dA-Za-z_./〔[【#＃-])((?:19|20)\d\d)(?:(\d{1,2})\s?月\s?(\d{1,2})[日号]?|(\d{2,4})([日号]?)|\s?年\s?(\d{2,4})[日号]|\s?年\s?(\d{1,2})\s?月\s?(\d{1,2}))(?!\d|[A-Za-z_]|[-/.]\d|\s?[年月])/g;
/** What makes a run of digits a number of something else. */
const OTHER_BEFORE =
  /(?:电话|传真|手机|热线|邮编|邮政编码|编码|代码|编号|账号|帐号|卡号|证号|证件|文号|字号|索引号|标识码|备|ICP|第|No|QQ|[:：]\s*0\d{2,3}-?|[￥¥$])\s*[:：]?\s*$/i;
const OTHER_AFTER =
  /^\s?(?:元|万|亿|千|百|人|户|件|个|次|条|份|项|米|公里|亩|吨|平方|公斤|家|名|辆|套|台|%|％|‰|℃|号[楼院室门文令])/;

/**
 * Every date that a damaged one may have been. Each is a possibility, never a certainty; runs that stand where
 * telephone numbers, document numbers, ids or amounts stand are left out.
 */
export function shreddedDates(flat: string): ShreddedDate[] {
  const found: ShreddedDate[] = [];
  for (const match of flat.matchAll(SHREDDED)) {
    const { index } = match;
    const length = match[0].length;
    if (OTHER_BEFORE.test(flat.slice(Math.max(0, index - 12), index))) continue;
    if (OTHER_AFTER.test(flat.slice(index + length, index + length + 4))) continue;
    const [, year, month, day, run, end, run2, month3, day3] = match;
    if (end === '号' && /[〔[【（(]/.test(flat[index - 1] ?? '')) continue;
    const pairs = month && day ? [[month, day]] : month3 && day3 ? [[month3, day3]] : splits(run ?? run2 ?? '');
    for (const [m, d] of pairs) {
      const date = civilDate(Number(year), Number(m), Number(d));
      if (date) found.push({ date, index, length });
    }
  }
  return found;
}

/** All ways to cut a run of digits into a month and a day. */
function splits(run: string): string[][] {
  return [1, 2].map((at) => [run.slice(0, at), run.slice(at)]).filter(([, day]) => day && day.length <= 2);
}
