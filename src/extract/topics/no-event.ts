import { findPeriods, type NamedPeriod } from '../periods.ts';

/** A notice that nothing happened in a period. */
interface NoEventNotice {
  readonly periods: readonly NamedPeriod[];
  /** The sentence that says so. */
  readonly reason: string;
}

const TITLE =
  /(?:年度?|月份?|季度)(?:暂)?无(?!偿|障|人机|纸|线)|情况(?:的)?说明|说明$|零报告|无[^，。]{1,16}(?:情况|公示|公告)|未(?:发生|开展|涉及|产生)|不涉及|暂无|空白说明/;
const NOTHING =
  /(?:^|[，,。；;：:\s]|[月度年季]份?内?|本?(?:局|镇|街道|单位|区|办|中心)(?:共)?)[^，,。；;：:\s]{0,14}?(?:暂?无(?!偿|障|人机|纸|线|关|效|证|疑|法|条件|害|烟|固定|毒|缝|水港|违)|没有|未(?:曾)?(?:发生|开展|产生|新增|涉及|出台|制定|制发|安排|实施|进行|组织|收到|办理|作出|列支|下达|召开)|不涉及|不存在)[^。；;\n]{1,60}/;
const LONGEST = 600;
const SHORT_ENOUGH = 160;
const PLAIN_NOTICE = /特此(?:说明|公告|公示|声明)|情况说明/;

/**
 * Reads a notice that nothing happened: short, saying so, with the stretch of time it is for. null for any other
 * document, above all for reports that mention in passing what did not happen.
 */
export function readNoEvent(title: string, text: string): NoEventNotice | null {
  if (text.length > LONGEST) return null;
  const flatTitle = title.replace(/\s/g, '');
  // Budgets and reports, too, say of single matters that there were none.
  if (!TITLE.test(flatTitle) && !(text.length <= SHORT_ENOUGH && PLAIN_NOTICE.test(text))) return null;
  const sentence = text
    .split(/[。；;\n]/)
    .map((part) => part.trim())
    .find((part) => NOTHING.test(part));
  const reason = sentence ?? (NOTHING.test(flatTitle) ? title : undefined);
  if (reason === undefined) return null;
  const named = findPeriods(title);
  const months = named.some(({ fromMonth }) => fromMonth !== null);
  const inText = findPeriods(text);
  return {
    periods: named.length > 0 && (months || inText.every(({ fromMonth }) => fromMonth === null)) ? named : inText,
    reason,
  };
}
