import { fold } from './html.ts';
import type { ParsedPage } from './parsed-page.ts';

interface Totals {
  readonly entries: number | null;
  readonly pages: number | null;
  /** The current page, from 1. */
  readonly page: number | null;
}

const ENTRIES =
  /(?:共有?|总共|总计|合计)\s*(?:信息|记录|文件)?\s*[:：]?\s*(\d{1,6})\s*(?:条|篇|个?记录|项)|(?:总数|总?(?:记录|条|信息)(?:总?数|量)|^total)\s*[:：]\s*(\d{1,6})|^(\d{1,6})\s*条(?:记录|信息)?(?=\s|$)/i;
const PAGES = /(?:共有?|总共|总计|合计)\s*[:：]?\s*(\d{1,4})\s*页|总?页(?:总?数)\s*[:：]\s*(\d{1,4})/;
const PAGE = /(?:第|当前(?:第)?)\s*[:：]?\s*(\d{1,4})\s*(?:页|\/)/;
const FRACTION = /(?:^|[^\d/])(\d{1,4})\s*\/\s*(\d{1,4})\s*(?:页|$|[^\d/])/;
const LONGEST = 160;

/**
 * What the page declares: 共N条, 共M页, 第1/3页, 1/3. Read from short lines without a link of an entry; `x/y` alone
 * counts only beside such words or a page-turning control.
 */
export function readTotals(page: ParsedPage, hasControls: boolean): Totals {
  let entries: number | null = null;
  let pages: number | null = null;
  let current: number | null = null;
  for (const { text, chrome } of page.flow.blocks) {
    if (text === '' || text.length > LONGEST) continue;
    // Titles and sentences count things too; a pager's words begin the line or speak of pages.
    if (
      !chrome &&
      !/^[\d\s.…<>›»«‹]*(?:共|总|合计|第|当前|\d+\s*\/|\d+\s*条|显示|[本该]栏目|total\b)|页|\bpage\b/i.test(text)
    )
      continue;
    const line = fold(text);
    const count = ENTRIES.exec(line);
    const total = PAGES.exec(line);
    const fraction = count || total || /页|page/i.test(line) || hasControls ? FRACTION.exec(line) : null;
    const plausible =
      fraction && Number(fraction[1]) >= 1 && Number(fraction[1]) <= Number(fraction[2]) ? fraction : null;
    if (count) entries ??= Number(count[1] ?? count[2] ?? count[3]);
    if (total) pages ??= Number(total[1] ?? total[2]);
    if (plausible && (count || total || /页|page/i.test(line))) {
      pages ??= Number(plausible[2]);
      current ??= Number(plausible[1]);
    }
    const at = count || total || plausible ? PAGE.exec(line) : null;
    if (at) current ??= Number(at[1]);
  }
  return { entries, pages, page: current };
}
