import { brief } from './brief.ts';
import { groupBy } from './group-by.ts';
import type { Charge, Finding, UnitReport } from './report-model.ts';

/**
 * A unit's quarter in one paragraph, as the bulletin's fourth annex has it: the points for key columns, each deduction
 * with its ground, then what is only pointed out.
 */
export function deductionText({ score, charges, advisories, inspected }: UnitReport): string {
  if (!inspected) return '栏目网址待确认，本季度未巡检。';
  const parts = [
    `重点栏目保障得分${score.coverage}分`,
    ...charges.map((charge) => `${groundOf(charge)}，减${charge.points}分`),
    ...reminders(advisories),
  ];
  return `${parts.join('；')}。`;
}

const groundOf = ({ title, findings }: Charge): string => groundsOf(findings).join('，') || title;

/** What is only pointed out, alerts aside: those are told to the unit alone. */
const reminders = (advisories: readonly Finding[]): string[] => {
  const grounds = groundsOf(advisories.filter(({ alert }) => !alert));
  return grounds.length > 0 ? [`请核对并完善：${grounds.join('；')}`] : [];
};

/** Findings alike but for their subject (months of one column, pages of one kind) are told once, with their number. */
function groundsOf(findings: readonly Finding[]): string[] {
  const alike = groupBy(findings, ({ check, message, column }) => [check, message, column?.url ?? ''].join('\n'));
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    return [same.length === 1 ? brief(first.text) : `${brief(first.text)}等${same.length}处`];
  });
}
