import { squeeze } from '../../html.ts';
import { OTHER_ITEMS, type OtherItem } from './facts.ts';

const PATTERNS: Readonly<Record<OtherItem, RegExp>> = {
  fees: /信息处理费|(?:收取|收费)[^。；]{0,12}费用?|未收取[^。；]{0,10}费/,
  keyTasks:
    /要点|(?:重点|年度)(?:工作)?任务[^。；]{0,12}(?:落实|完成|推进)|落实[^。；]{0,20}(?:年度)?(?:工作(?:安排|方案|任务))/,
  innovation: /创新|特色(?:做法|工作|亮点)|亮点/,
  proposals: /(?:人大|代表)[^。；]{0,12}建议|政协[^。；]{0,12}提案|提案[^。；]{0,12}(?:办理|办复|承办)|建议提案/,
};
const NOTHING =
  /^[（(]?[一1]?[)）、.]?(?:本年度|本单位|\d{4}年度?|我[局镇委办]|暂)*(?:无|没有)(?:其他)?(?:需要?|应当?)?(?:报告|说明)?的?(?:其他)?(?:事项|情况|内容)?[。.]?$/;
/** A sign-off may stand under the part's one word. */
const FIRST_LINE = /^[^\n]*/;

/** What the text of part six tells. */
export function readPartSix(text: string): { readonly present: readonly OtherItem[]; readonly nothing: boolean } {
  const flat = squeeze(text);
  const present = (Object.keys(OTHER_ITEMS) as OtherItem[]).filter((item) => PATTERNS[item].test(flat));
  const first = squeeze(FIRST_LINE.exec(text.trim())?.[0] ?? '');
  return { present, nothing: present.length === 0 && NOTHING.test(first) };
}
