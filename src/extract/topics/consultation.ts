import { quotedTitles } from './quoted-titles.ts';

const CALLS = /征(?:求|集).{0,60}意见|意见.{0,4}征(?:求|集)|公开征询/;
const DRAFT = /草案|(?:征求)?意见稿|送审稿|初稿/;
const RESULT =
  /结果|采纳|反馈|汇总|(?:征求|征集|意见).{0,6}情况|情况(?:的)?(?:说明|公告|公示|反馈)|延期|终止|答复|(?:起草|编制|制定|修订)(?:的)?说明/;

/** Whether a title calls for opinions on the draft of a decision or document; what came of it does not. */
export function callsForOpinions(title: string): boolean {
  const flat = title.replace(/\s/g, '');
  const outside = quotedTitles(flat).reduce((rest, quoted) => rest.replace(`《${quoted}》`, ''), flat);
  const calls = CALLS.test(outside) || (DRAFT.test(flat) && CALLS.test(flat));
  return calls && !RESULT.test(outside) && (DRAFT.test(flat) || flat.includes('《'));
}

/** Whether a title or a text tells what came of such a call. */
export const tellsOfOpinions = (text: string): boolean =>
  /(?:征求|征集|意见|公示)[^，。；;：:]{0,8}(?:结果|采纳|汇总|情况)|(?:采纳|反馈)[^，。；;：:]{0,8}(?:情况|结果)|共?(?:收到|收集|征集到?).{0,12}意见|未收到.{0,12}意见|无(?:反馈)?意见/.test(
    text.replace(/\s/g, ''),
  );

/** That the time is short, that it is urgent, or that something made it so. */
const REASON = new RegExp(
  [
    '(?:缩短|少于|不足|低于).{0,6}(?:30|三十)',
    '情况(?:较为|比较|十分)?紧急|时间(?:紧(?:急|迫|张)?|较紧|有限)|紧急情况|特殊(?:原因|情况)|(?:急需|亟需|尽快|尽早|及时)(?:出台|施行|实施|印发|公布|惠及)',
    '(?:缩短|压缩|调整)(?:了|为|至|到|征求意见|公示|征集|期限|时间)',
    '(?:因(?![此为素])|由于|鉴于|考虑到|根据工作(?:需要|安排))[^。]{0,40}(?:征求意见|征集|公示|反馈|期限|时间)[^。]{0,16}(?:\\d|[一二三五七十])',
  ].join('|'),
);

/** Whether a notice gives a reason for a short period; what it quotes as titles is no reason. */
export const givesReason = (text: string): boolean => REASON.test(text.replace(/《[^》]*》/g, '').replace(/\s/g, ''));
