import { findPeriods, type NamedPeriod } from '../periods.ts';

/** A notice that nothing happened in a period. */
interface NoEventNotice {
  readonly periods: readonly NamedPeriod[];
  /** The sentence that says so. */
  readonly reason: string;
  /**
   * Whether it gives a reason: a cause, or what in particular did not happen. `subject`: only its title says of what,
   * the text says that there was nothing.
   */
  readonly reasoned: boolean | 'subject';
}

const TITLE =
  /(?:年度?|月份?|季度)(?:暂)?无(?!偿|障|人机|纸|线)|情况(?:的)?说明|说明$|零报告|无[^，。]{1,16}(?:情况|公示|公告)|未(?:发生|开展|涉及|产生)|不涉及|暂无|空白说明/;
const NOTHING =
  /(?:^|[，,。；;：:\s]|[月度年季]份?内?|本?(?:局|镇|街道|单位|区|办|中心)(?:共)?)[^，,。；;：:\s]{0,14}?(?:暂?无(?!偿|障|人机|纸|线|关|效|证|疑|法|条件|害|烟|固定|毒|缝|水港|违)|没有|未(?:曾)?(?:发生|开展|产生|新增|涉及|出台|制定|制发|安排|实施|进行|组织|收到|办理|作出|列支|下达|召开)|不涉及|不存在)[^。；;\n]{1,60}/;
const LONGEST = 600;
const SHORT_ENOUGH = 160;
const CAUSE =
  /因(?!此)|由于|鉴于|受.{1,20}影响|原因|不涉及|不承担|不具有|无.{0,6}职能|没有.{0,8}(?:职能|权限|职责|任务)|尚未|集中|按(?:照)?.{1,20}(?:要求|规定|安排|部署)|改革|检修|暂停/;
/** Words that name nothing in particular. */
const GENERIC =
  /相关|有关|该项|此类|此项|任何|其他|新增|更新|变化|变动|需要?|应当?|公开|公布|发布|公示|信息|内容|事项|情况|数据|资料|工作|业务|产生|发生|开展|涉及|安排|组织|进行|本|我|局|镇|街道|单位|中心|区|特此|说明|公告|关于|[年月季度份日上下半全第一二三四五六七八九十〇\d\s]|的|了|未|无|没有|不存在|暂|曾|[，,：:（）()《》“”、]/g;
const particular = (text: string): boolean => text.replace(GENERIC, '').length >= 2;
/** What is told of stays silent in other months: 当月未公布的即为无. */
const STANDING =
  /(?:当|本|该|次)?[月季年]度?.{0,8}(?:未|没有)(?:公布|更新|发布|公开|公示)[^。]{0,16}(?:即|视|表示|均)(?:为|作)?[^。]{0,6}(?:无|没有|未)/;
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
  const words = sentence ?? title;
  const nothing = words.slice(Math.max(0, words.search(/无|没有|未|不涉及|不存在/)));
  const isReasoned = CAUSE.test(text) || particular(nothing);
  return {
    periods: named.length > 0 && (months || inText.every(({ fromMonth }) => fromMonth === null)) ? named : inText,
    reason,
    reasoned: isReasoned || (particular(flatTitle) ? 'subject' : false),
  };
}

/** Whether a text says once for all that a period without an item is one without an event. */
export const isStandingNotice = (text: string): boolean => STANDING.test(text.replace(/\s/g, ''));
