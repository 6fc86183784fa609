import { sumPoints } from '../../model/points.ts';
import type { ReportModel } from '../report-model.ts';
import { dayName } from '../words.ts';

/** The bulletin's text: the quarter's facts, what is to be done and by when. Nothing in it is not in the report. */
export function bulletinText(report: ReportModel): string[] {
  return [opening(report), findings(report), ...rectification(report), ...unread(report), demands(report)];
}

function opening({ quarter, summary }: ReportModel): string {
  return `根据政务公开考核办法，对${quarter}各单位政务公开栏目进行了网上巡检，共检查单位${summary.units}个，现将情况通报如下。`;
}

function findings({ summary, units }: ReportModel): string {
  const whole = units.filter(({ inspected, charges }) => inspected && charges.length === 0).length;
  const groups = summary.groups.map(({ title, units }) => `${title}${units}个单位`).join('，');
  const charged =
    summary.deductions === 0
      ? '各单位均未减分'
      : `共减分${summary.deductions}项、${summary.points}分，其中${groups}；未减分单位${whole}个`;
  const reminders = summary.advisories > 0 ? `另有提醒事项${summary.advisories}处，不减分。` : '';
  return `本季度${charged}。${reminders}各单位得分见附件1、附件2，具体问题见附件4。`;
}

/** What became of the last bulletin's findings; nothing is said where none is on record. */
function rectification({ rectification, units }: ReportModel): string[] {
  const told = rectification.filter(({ rectifyBy }) => rectifyBy !== null);
  const late = units.filter(({ charges }) =>
    charges.some(({ findings }) =>
      findings.some(({ check, message }) => check === 'rectification' && message === 'feedback-late'),
    ),
  ).length;
  const fixed = told.filter(({ state }) => state === 'fixed' || state === 'lapsed').length;
  const parts = [
    ...(told.length > 0
      ? [`上次通报的${told.length}处问题中，${fixed}处已经整改，${told.length - fixed}处尚未整改或有待复查`]
      : []),
    ...(late > 0 ? [`${late}个单位未按期报送整改情况反馈`] : []),
  ];
  return parts.length > 0 ? [`${parts.join('，')}。`] : [];
}

/** Nobody is blamed for what could not be read, and the readers are told so. */
function unread({ unread, withoutAddress, summary }: ReportModel): string[] {
  const dark = unread.filter(({ reasons }) =>
    reasons.some(({ items }) => items.some(({ url }) => url !== null)),
  ).length;
  const parts = [
    ...(dark > 0 ? [`${dark}个单位的部分页面或附件巡检时未能读取，相关事项未作判定`] : []),
    ...(withoutAddress.length > 0 ? [`${withoutAddress.join('、')}的栏目网址待确认，本季度未巡检`] : []),
  ];
  if (parts.length === 0) return [];
  const open = summary.open > 0 ? `；尚有${sumPoints([summary.open])}分待定` : '';
  return [`${parts.join('；')}，均未减分${open}。`];
}

function demands({ publication }: ReportModel): string {
  const until = publication ? `于${dayName(publication.rectifyBy)}前` : '在规定期限内';
  return `请各单位对照附件4逐项核实，${until}完成整改并报送反馈；有异议的可在期限内提出，经复查确有不当的予以更正。复查仍未整改的，下一季度按考核办法减分。`;
}
