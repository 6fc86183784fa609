import type { VerdictKind } from '../model/verdict.ts';
import type { ReportModel, UnitReport } from './report-model.ts';
import type { Answer } from './unit-answers.ts';
import { dayName } from './words.ts';

/** The columns of a unit's self-check sheet; the last three are the unit's to fill in. */
export const UNIT_SHEET_COLUMNS = [
  '序号',
  '检查项',
  '检查标准',
  '自查结果',
  '问题说明',
  '网址',
  '整改措施',
  '责任科室',
  '责任人',
  '完成时限',
] as const;

/** The answers that the form offers, and one for what nobody could read. */
export const ANSWER_WORDS: Readonly<Record<VerdictKind, string>> = {
  pass: '符合',
  fail: '不符合',
  inconclusive: '未能判定',
  'not-applicable': '不适用',
};

export const unitSheetTitle = ({ name }: UnitReport, { quarter }: ReportModel): string =>
  `${name}政务公开自查表（${quarter}）`;

/** What is said of a problem, with what it costs. */
export const remarkOf = ({ text, cost }: Answer): string =>
  cost === null ? text : `${text.replace(/。$/, '')}（${cost}）`;

/** Under the title: the day, the points and how to use the sheet. */
export function unitSheetNotes({ score, inspected, charges }: UnitReport, report: ReportModel): readonly string[] {
  const { rulebook, asOf } = report;
  const open = score.open > 0 ? `，另有${score.open}分待定` : '';
  const points = inspected
    ? `重点栏目保障得分${score.coverage}分，减${score.deducted}分，合计${score.total}分${open}。`
    : '栏目网址待确认，公开栏目本次未巡检。';
  const alone = charges.filter(({ findings }) => findings.length === 0);
  const others = alone.map(({ title, points }) => `${title}，减${points}分。`);
  return [
    `判定日期：${dayName(asOf)}　考核办法：《${rulebook.title}》　${[points, ...others].join('')}`,
    '请对“不符合”和“未能判定”的事项逐项核实，填写责任科室、责任人和完成时限；“未能判定”是指未能读取有关内容，未减分。',
  ];
}
