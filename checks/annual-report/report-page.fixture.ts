import { articlePage, paragraphs, table } from '../testing.ts';

/** A town's or bureau's report in the form of 国办公开办函〔2021〕30号, for cases. */
export interface ReportPage {
  readonly year: number;
  readonly unit?: string;
  readonly title?: string;
  /** `null`: the page prints no date. */
  readonly date?: string | null;
  /** Lines before part one, beside the contact line. */
  readonly opening?: readonly string[];
  readonly contact?: string;
  /** Text of part one, by paragraph. */
  readonly general?: readonly string[];
  readonly parts?: readonly string[];
  readonly requests?: string;
  readonly other?: readonly string[];
  readonly signature?: readonly string[];
  /** HTML after part one. */
  readonly more?: string;
}

const HEADS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
const RESULTS: readonly (readonly [string, string])[] = [
  ['（一）予以公开', ''],
  ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', ''],
  ...[
    '1.属于国家秘密',
    '2.其他法律行政法规禁止公开',
    '3.危及“三安全一稳定”',
    '4.保护第三方合法权益',
    '5.属于三类内部事务信息',
    '6.属于四类过程性信息',
    '7.属于行政执法案卷',
    '8.属于行政查询事项',
  ].map((line) => ['（三）不予公开', line] as const),
  ...['1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确'].map(
    (line) => ['（四）无法提供', line] as const,
  ),
  ...[
    '1.信访举报投诉类申请',
    '2.重复申请',
    '3.要求提供公开出版物',
    '4.无正当理由大量反复申请',
    '5.要求行政机关确认或重新出具已获取信息',
  ].map((line) => ['（五）不予处理', line] as const),
  ...[
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '3.其他',
  ].map((line) => ['（六）其他处理', line] as const),
];

const numbers = (first: number): string[] => [String(first), '0', '0', '0', '0', '0', String(first)];

/** 表三: so many new requests by persons, all granted; `carried` of them are said to be left over. */
export function requestsTable(asked: number, carried = 0): string {
  return table(
    ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '', '', ...HEADS, '总计'],
    ['一、本年新收政府信息公开申请数量', '', '', ...numbers(asked)],
    ['二、上年结转政府信息公开申请数量', '', '', ...numbers(0)],
    ...RESULTS.map(([group, line], i) => ['三、本年度办理结果', group, line, ...numbers(i === 0 ? asked : 0)]),
    ['三、本年度办理结果', '（七）总计', '', ...numbers(asked)],
    ['四、结转下年度继续办理', '', '', ...numbers(carried)],
  );
}

const BLOCKS = ['行政复议', '未经复议直接起诉', '复议后起诉'];
const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const disputes = table(
  BLOCKS.flatMap((block) => OUTCOMES.map(() => block)),
  BLOCKS.flatMap(() => OUTCOMES),
  BLOCKS.flatMap(() => OUTCOMES.map(() => '0')),
);

export const PARTS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
] as const;

export const CONTACT = (unit: string): string =>
  `如对本报告有疑问，请与${unit}办公室联系（地址：临淄区试验路1号，邮编：255400，电话：0533-7100099，邮箱：test@example.gov.cn）。`;
export const OTHER = [
  '（一）收取信息处理费情况。本年度未收取信息处理费。',
  '（二）年度政务公开工作要点落实情况。要点分解到科室，按季调度，全部按期完成。',
  '（三）政务公开工作创新情况。开办村居公开讲堂，由业务骨干轮流讲解办事流程。',
];

/** Two tellings of a year that have nothing in common. */
export const TELLINGS = [
  [
    '（一）主动公开。围绕群众最关心的补贴、低保、危房改造等事项，全年上网公开各类信息，重点把申领条件、发放名单和咨询渠道一次讲清，做到当周形成当周发布，过期内容及时清理。',
    '（二）依申请公开。安排专人每天查收信函和网上渠道，收到后先电话核实需求，再由法制人员审核答复文书，全部在期限内寄出，没有引起争议。',
    '（三）平台建设。对栏目逐级梳理，合并重复内容，在便民大厅设置查阅点，配备电脑和纸质目录；新媒体账号统一管理，停用长期不更新的账号。',
    '（四）监督保障。主要负责同志两次听取汇报，每月抽查更新情况并在内部通报，组织培训一次，社会评议总体良好，未发生责任追究情形。',
  ],
  [
    '（一）公开数量。一年来坚持以公开促规范，财政预决算、招标采购、工程进度等材料按目录逐条上传，另外制作问答和漫画，用通俗语言介绍惠企政策，点击量明显提高。',
    '（二）申请办理。申请件实行登记、会商、送达闭环管理，疑难件邀请律师参与研究，答复材料留存备查，申请人普遍表示满意。',
    '（三）阵地管理。改版后的网站导航更加简洁，长者可以使用大字版；公众号增设服务菜单，线下资料架定期补充折页和手册。',
    '（四）工作考核。把公开成效纳入科室评先，聘请人大代表担任监督员实地察看，收集意见后逐条整改销号，年底开展专题轮训。',
  ],
] as const;

export function reportPage({
  year,
  unit = '临淄区测试局',
  title = `${unit}${year}年政府信息公开工作年度报告`,
  date = `${year + 1}-01-16`,
  opening = [],
  contact = CONTACT(unit),
  general = TELLINGS[year % 2 === 0 ? 0 : 1],
  parts = PARTS,
  requests = requestsTable(3),
  other = OTHER,
  signature = [unit, `${year + 1}年1月16日`],
  more = '',
}: ReportPage): string {
  const under: Readonly<Record<string, string>> = {
    [PARTS[0]]: paragraphs(...general) + more,
    [PARTS[1]]: paragraphs('本年制发行政规范性文件0件，行政许可0件，行政处罚0件。'),
    [PARTS[2]]: requests,
    [PARTS[3]]: disputes,
    [PARTS[4]]: paragraphs('存在问题是形式较单一，下一步增加图解和问答。'),
    [PARTS[5]]: paragraphs(...other),
  };
  const body = [
    paragraphs(
      ...opening,
      `本报告由${unit}按照《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号要求编制，数据统计期限自${year}年1月1日起，至${year}年12月31日止。`,
      ...(contact === '' ? [] : [contact]),
    ),
    ...parts.map((part) => `<p><strong>${part}</strong></p>${under[part] ?? ''}`),
    paragraphs(...signature),
  ].join('\n');
  return articlePage({ title, ...(date === null ? {} : { date }), body });
}
