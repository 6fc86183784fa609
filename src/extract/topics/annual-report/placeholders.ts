import type { Placeholder } from './facts.ts';

const COUNTED =
  '(?:年度?|月|日|件|条|次|项|个|份|人|名|场|篇|期|万?元|局|镇|街道|部门|办(?!法|理)|单位|区|县|市|号|路|%)';
/**
 * What a template leaves to be filled in. Not masked numbers (138****1234), masked names (王××), `×` between numbers, nor
 * 有待完善.
 */
const PATTERNS: readonly RegExp[] = [
  // Crosses where a number or a name goes: ××年, XX件, **局.
  new RegExp(`(?<![\\dA-Za-z×xX*＊○〇])(?:[×xXＸ＊*✕╳]{2,}|○{2,})(?=\\s?${COUNTED})`, 'g'),
  // Crosses alone in brackets or behind a label.
  /(?<=[:：（(]\s?)(?:[×✕╳]{2,}|[XＸ]{2,}|[*＊]{2,})(?=\s?(?:[)）；;，,。\n]|$))/g,
  /×{3,}(?![\d×])(?<!\d×*)/g,
  // A year or a day of which only a part is filled in: 20XX年, X月X日.
  /(?<!\d)20[×xXＸ*＊]{2}\s?年|(?<![\dA-Za-z×xX*＊])[×xXＸ*＊]月[×xXＸ*＊]{1,2}日/g,
  // What the model of the form has in brackets: [具体地名], （具体网址）, and its words for the author.
  /[[［【〔（(]\s*(?:请填写[^\]］】〕）)\n]{0,8}|(?:填写)?具体(?:地名|网址|地址|名称|单位|部门|日期|时间|数字|数据|电话|邮箱))\s*[\]］】〕）)]|行政机关规范全称|(?:单位|机关)(?:规范)?全称(?=根据|按照|编制|办公室)/g,
  // A label twice, the second being what was to be overwritten.
  /(地\s*址|电\s*话|邮\s*编|邮\s*箱|传\s*真)\s*[:：]\s*\1\s*[:：]/g,
  // Document numbers without a number.
  /〔\s*〕|［\s*］号|\[\s*\]号|【\s*】号/g,
  /(?<![有亟尚还仍需应等])(?<!(?:力量|人员|队伍|经费|短板|设备|资金|人手))待(?:补充|填写|填报|录入|补录|更新数据)(?![^。；\n]{0,4}(?:完善|加强))|(?:此处|这里)(?:请)?(?:填写|插入|补充|输入)|请(?:在此|于此)?(?:填写|输入)(?:单位|内容|数据|数字|日期)|某某(?=局|镇|街道|单位|部门|区|县)/g,
  // Blanks to write on.
  /(?<![\w./@:-])[_＿]{2,}(?![\w.@/-])/g,
  /(?<![\d〇○零一二三四五六七八九十])\s年\s月\s日/g,
];
const CONTEXT = 14;
/** Blanks belong to a form that a report prints where such words stand near them. */
const BLANK = /^[_＿]|年\s月/;
const FORM = /交办单|回执|登记表|申请表|告知书|审批表|[式样]样|样[式表]|编号\s*[:：]/;
const FORM_REACH = 300;

/** Places that were left to be filled in, in order, with the words around them. */
export function readPlaceholders(text: string): Placeholder[] {
  const found = PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)]);
  const places = new Set<number>();
  return found
    .sort((a, b) => a.index - b.index)
    .filter(({ index }) => !places.has(index) && places.add(index))
    .filter(({ 0: printed, index }) => !BLANK.test(printed.trim()) || !FORM.test(near(text, index)))
    .map((match) => ({ text: match[0].trim(), context: around(text, match.index, match[0].length) }));
}

const around = (text: string, at: number, length: number): string =>
  text
    .slice(Math.max(0, at - CONTEXT), at + length + CONTEXT)
    .replace(/\s+/g, ' ')
    .trim();

const near = (text: string, at: number): string => text.slice(Math.max(0, at - FORM_REACH), at + FORM_REACH);
