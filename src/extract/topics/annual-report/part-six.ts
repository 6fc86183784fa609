import { squeeze } from '../../html.ts';
import { OTHER_ITEMS, type OtherItem } from './facts.ts';

const PATTERNS: Readonly<Record<OtherItem, RegExp>> = {
  fees: /信息处理费|(?:收取|收费)[^。；]{0,12}费用?|未收取[^。；]{0,10}费/,
  keyTasks:
    /要点|重点任务|年度任务|任务分解|(?:重点|年度)(?:工作)?任务[^。；]{0,12}(?:落实|完成|推进)|落实[^。；]{0,20}(?:年度)?(?:工作(?:安排|方案|任务))/,
  innovation:
    /创新|特色|亮点|首创|首次|率先|试点|试行|探索|推出|打造|新(?:做法|模式|举措|机制|路径|方式|途径|尝试)|品牌|典型经验/,
  proposals: /(?:人大|代表)[^。；]{0,12}建议|政协[^。；]{0,12}提案|提案[^。；]{0,12}(?:办理|办复|承办)|建议提案/,
};
const NOTHING =
  /^[（(]?[一1]?[)）、.]?(?:本年度|本单位|\d{4}年度?|我[局镇委办]|暂)*(?:无|没有)(?:其他)?(?:需要?|应当?)?(?:报告|说明)?的?(?:其他)?(?:事项|情况|内容)?[。.]?$/;
/** A sign-off may stand under the part's one word. */
const FIRST_LINE = /^[^\n]*/;

/** Sentences that belong to the report rather than to the part: whom to ask, who signs. */
const AROUND =
  /(?:无|没有)(?:其[他它])?(?:需要?)?(?:报告|说明|公开)的|联系|电话|@|地址|邮编|邮箱|^[^，,。]{0,34}(?:局|镇|乡|街道|办事处|办公室|委员会|政府|中心|队|院)$|^[^，,。]{0,34}(?:\d{4}|[〇○零OＯ一二三四五六七八九]{4})年[^，,]{1,4}月[^，,]{1,4}日$/;
const A_MATTER = 18;

/** What the text of part six tells. `more`: it tells of matters in words that are none of the known ones. */
export function readPartSix(text: string): {
  readonly present: readonly OtherItem[];
  readonly nothing: boolean;
  readonly more: boolean;
} {
  const flat = squeeze(text);
  const present = (Object.keys(OTHER_ITEMS) as OtherItem[]).filter((item) => PATTERNS[item].test(flat));
  const first = squeeze(FIRST_LINE.exec(text.trim())?.[0] ?? '');
  const more = matters(text).some((one) => one.length >= A_MATTER && !isKnown(one) && !AROUND.test(one));
  return { present, nothing: present.length === 0 && NOTHING.test(first), more };
}

const isKnown = (words: string): boolean => Object.values(PATTERNS).some((pattern) => pattern.test(words));
const NUMBERED = /^(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[、.．]|[一二三四五]是)/;

/** The text by its numbered items, each with the lines and sentences that belong to it; by lines where none has a number. */
function matters(text: string): readonly string[] {
  const lines = text.split('\n').map(squeeze);
  if (!lines.some((line) => NUMBERED.test(line))) return lines;
  const items: string[] = [];
  for (const line of lines) {
    if (items.length === 0 || NUMBERED.test(line) || AROUND.test(line)) items.push(line);
    else items.push(`${items.pop()}${line}`);
  }
  return items;
}
