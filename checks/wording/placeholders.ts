import type { Document, Table } from '../kit.ts';
import { type Hit, isQuoted, lineAround } from './steady.ts';

/** Documents that are made to be filled in, or that say how. */
const FORM =
  /模板|范本|样本|样表|样式|示例|格式|表格|[请报记批告核查]表|承诺书|告知书|通知书|合同|协议|文书|填写|填报|填表|流程|(?:办事|服务|申报|操作|填报|招生)指南|须知|(?:填写|使用|操作)说明|教程|范文|招标|采购文件|试题/;
/** Documents in which persons and firms are lawfully made unknown. */
const CASES = /案例|处罚|判决|裁定|曝光|通报|信访|投诉|举报|答复|来信|提案|名单|询问|复议|诉讼/;
const CASE_TOPICS: ReadonlySet<string> = new Set([
  'penalties',
  'mailbox',
  'proposals',
  'elderly-allowance',
  'medical-aid',
]);
/** Annual reports' placeholders are the annual-report check's own. */
const ANNUAL_REPORT = /信息公开.{0,8}(?:年度报告|年报)/;

/** Left to be filled in whatever it stands for; forms and instructions aside. */
const PROMPTS: readonly RegExp[] = [
  /[「【［[]\s*(?:此处|在此处?|请在此处?|请)\s*(?:填写|填入|输入|插入|补充|替换)[^」】］\]\n]{0,30}[」】］\]]/g,
  /[（(〔]\s*(?:请?在此处?|此处)\s*(?:填写|填入|输入|插入|补充|替换)[^）)〕\n]{0,30}[）)〕]/g,
  /(?:单击|点击)(?:或(?:单击|点击))?此处(?:输入|添加|编辑)(?:文字|文本|标题|内容|日期)/g,
  /[［[]具体[^］\]\n]{1,8}[］\]]|[（(]具体(?:网址|地名|地址|名称|时间|日期|单位|电话|数字)[）)]/g,
  /行政机关规范全称/g,
  /[（(【［[]\s*(?:内容)?待(?:补充|完善|填写)\s*[）)】］\]]/g,
  /lorem\s+ipsum/gi,
];
/** A number that was never filled in: 临政办字〔〕号, 临政办字〔2023〕号. */
const NO_NUMBER = /(?<=[\p{Script=Han}])(?<!号)[〔［[]\s*(?:(?:19|20)\d\d)?\s*[〕］\]]\s*(?:第\s*)?号/gu;

const X = '[×ＸXｘx]';
/** Crosses for what was to be filled in: dates, numbers, contacts, organs. */
const CROSSES: readonly RegExp[] = [
  new RegExp(`(?<![A-Za-z×])(?:20)?${X}{2,4}\\s*年\\s*${X}{1,2}\\s*月(?:\\s*${X}{1,2}\\s*日)?`, 'g'),
  new RegExp(`(?<!\\d)(?:19|20)\\d\\d\\s*年\\s*${X}{1,2}\\s*月\\s*${X}{1,2}\\s*日`, 'g'),
  new RegExp(`(?<![\\d年A-Za-z×]\\s*)${X}{1,2}\\s*月\\s*${X}{1,2}\\s*日`, 'g'),
  new RegExp(`[〔［[]\\s*(?:(?:19|20)\\d\\d|(?:20)?${X}{2,4})\\s*[〕］\\]]\\s*(?:第\\s*)?${X}+\\s*号`, 'g'),
  new RegExp(
    `(?<=(?:电话|联系人|传真|邮箱|地址|网址|邮编|邮政编码)\\s*[:：]\\s*)${X}{2,}(?:[-—－]${X}{2,})?(?![\\w*])`,
    'g',
  ),
  new RegExp(`(?<![\\w×])${X}{2,4}(?=(?:省|市|县|区|镇|乡|街道|局|委员会|办公室|单位|部门|人民政府))`, 'g'),
  /(?<=[\p{Script=Han}，。、：；])[XＸ]{3,}(?=[\p{Script=Han}，。、；]|$)/gmu,
];
/** Lines in which crosses stand for a person, a measure, or are themselves what is spoken of. */
const CROSSED_LAWFULLY =
  /格式|样式|例[如：:]|为例|本人|甲方|乙方|承诺|比如|示例|举例|表示|代表|代替|统称|字样|模板|范例|某|当事人|被处罚|申请人|投诉|举报|信访|患者|公民|先生|女士|同志|村民|居民|户主|身份证|法定代表人|车牌|型号|规格|口径|尺寸|[\d）)]\s*×|×\s*\d/;
/** Where an annex begins that stands in the page itself; annexes are forms as often as not. */
const ANNEX = /^附\s*[件表录]\s*[\d一二三四五六七八九十]*\s*[:：]?$/m;

/**
 * What was left of a template in the running text of a page: not in its tables, its annexes or what it quotes, and not
 * in documents that are templates themselves. Annual reports are left to their own check.
 */
export function placeholdersIn(
  { title, column }: Document,
  text: string,
  cells: () => ReadonlySet<string>,
): readonly Hit[] {
  if (!HINT.test(text) || FORM.test(title) || column.topic === 'annual-report' || ANNUAL_REPORT.test(title)) return [];
  const end = ANNEX.exec(text)?.index ?? text.length;
  const isCase = CASES.test(title) || CASE_TOPICS.has(column.topic);
  const isLeft = (hit: Hit): boolean => !isQuoted(text, hit) && !cells().has(lineAround(text, hit));
  const prompts = hitsOf([...PROMPTS, NO_NUMBER], text, end).filter(isLeft);
  if (isCase) return prompts;
  const crosses = hitsOf(CROSSES, text, end).filter(
    (hit) => isLeft(hit) && !CROSSED_LAWFULLY.test(lineAround(text, hit)),
  );
  return [...prompts, ...crosses].filter((hit, i, all) => !all.slice(0, i).some((other) => overlap(hit, other)));
}

/** A cheap look before the thorough one. */
const HINT = /[×ＸX]|xx|此处|在此|请填|请输|具体|规范全称|待补|待完|待填|lorem|[〔［[]\s*(?:\d{4})?\s*[〕］\]]/i;

const hitsOf = (patterns: readonly RegExp[], text: string, end: number): Hit[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: all, index }) =>
      index < end ? [{ from: index, to: index + all.length }] : [],
    ),
  );

const overlap = (a: Hit, b: Hit): boolean => a.from < b.to && b.from < a.to;

/** The texts of all cells, put together when first asked for: a line that is one stands in a table. */
export function cellsOf(tables: readonly Table[]): () => ReadonlySet<string> {
  let cells: ReadonlySet<string> | undefined;
  return () => {
    cells ??= new Set(tables.flatMap(({ rows }) => rows.flat()));
    return cells;
  };
}
