import type { DecisionForm, DecisionOutcome } from '../../../app/console/decide-findings.ts';
import type { ListedFinding } from '../../../app/console/find-findings.ts';
import { refused } from '../../../app/console/refusals.ts';
import { DECISION_KINDS, type DecisionKind } from '../../../model/decision.ts';
import { localTime } from '../../../report/words.ts';
import { textOf, textsOf } from './form-text.ts';

/** What can be chosen in a form: a decision, or taking one back. */
export const CHOICES = { ...DECISION_KINDS, accepted: '确认', withdrawn: '撤销审核' } as const;
export type DecisionChoice = keyof typeof CHOICES;

/** A form as somebody filled it in, for showing it again. */
export interface DecisionDraft {
  readonly decision: string;
  readonly reason: string;
  readonly points: string;
  /** Findings that were chosen, `number:version`. */
  readonly chosen: ReadonlySet<string>;
}

export const NO_DRAFT: DecisionDraft = { decision: '', reason: '', points: '', chosen: new Set() };

export const readDraft = (form: Readonly<Record<string, unknown>>): DecisionDraft => ({
  decision: textOf(form.decision),
  reason: textOf(form.reason),
  points: textOf(form.points).trim(),
  chosen: new Set(textsOf(form.finding)),
});

/** A finding in a form, with the version of the decision that whoever fills it in sees, one that no longer counts too. */
export const chosenValue = ({ number, said }: Pick<ListedFinding, 'number' | 'said'>): string =>
  `${number}:${(said.decision ?? said.earlier)?.version ?? 0}`;

/** What a draft asks for. Throws UserError where it makes no sense. */
export function decisionOf(draft: DecisionDraft, period: string): DecisionForm {
  const { decision, reason, points, chosen } = draft;
  if (!isChoice(decision)) throw refused('没有选定审核意见', '请选择审核意见后再提交');
  return {
    ...{ period, reason },
    kind: decision === 'withdrawn' ? null : decision,
    points: decision === 'repriced' && points !== '' ? Number(points) : null,
    findings: [...chosen].map(findingOf),
  };
}

const isChoice = (text: string): text is DecisionChoice => Object.hasOwn(CHOICES, text);

function findingOf(value: string): DecisionForm['findings'][number] {
  const [, number = '', seen = ''] = /^([0-9A-Fa-f]{8}):(\d{1,15})$/.exec(value) ?? [];
  if (number === '') throw refused('选定的问题无法识别', '请刷新页面后重新选定');
  return { number, seen: Number(seen) };
}

const CONFLICTS_NAMED = 8;

/** What came of it, for the top of the next page. */
export function outcomeText(
  { made, conflicts, gone }: DecisionOutcome,
  kind: DecisionKind | null,
  timeZone: string,
): { readonly kind: 'done' | 'warning'; readonly text: string } {
  const done =
    kind === null ? `已撤销${made.length}个问题的审核` : `已审核${made.length}个问题（${DECISION_KINDS[kind]}）`;
  const lines = [
    ...(made.length > 0 ? [`${done}。`] : []),
    ...conflicts.slice(0, CONFLICTS_NAMED).map((conflict) => conflictText(conflict, timeZone)),
    ...(conflicts.length > CONFLICTS_NAMED ? [`另有${conflicts.length - CONFLICTS_NAMED}个问题也是如此。`] : []),
    ...(gone.length > 0 ? [`${gone.map(({ number }) => number).join('、')} 已不在本季度判定结果中，无须审核。`] : []),
  ];
  if (lines.length === 0) return { kind: 'warning', text: '所选问题尚未审核，无须撤销。' };
  return { kind: conflicts.length + gone.length > 0 ? 'warning' : 'done', text: lines.join('\n') };
}

function conflictText({ finding, decision }: DecisionOutcome['conflicts'][number], timeZone: string): string {
  const name = `${finding.number}（${finding.unitName}）`;
  const what = decision
    ? `已由${decision.byName}于 ${localTime(decision.at, timeZone)} 审核为“${DECISION_KINDS[decision.kind]}”`
    : '的审核已由他人撤销';
  return `${name}${what}，未改动，请核对后再审核。`;
}
