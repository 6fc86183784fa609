import type { CivilDate } from './civil-date.ts';
import type { Topic } from './topic.ts';
import type { Basis } from './verdict.ts';

export const AGENDA_KINDS = {
  periodic: '定期公开',
  guide: '信息公开指南',
  'annual-report': '信息公开年报',
  'double-random': '双随机、一公开',
  task: '工作任务',
  application: '依申请公开',
  rectification: '问题整改',
} as const;
export type AgendaKind = keyof typeof AGENDA_KINDS;

/**
 * `filled`: seen to be done. `open`: owed, as far as anybody knows; before the due date nobody has looked yet.
 * `unknown`: it could not be read, or nobody has looked since it fell due.
 */
export const AGENDA_STATES = { filled: '已完成', open: '待办理', unknown: '未能判定' } as const;
export type AgendaState = keyof typeof AGENDA_STATES;

/** One thing that falls due for a unit, so that it is done before it costs points. */
export interface AgendaItem {
  /** The same every day, whatever becomes of it. */
  readonly id: string;
  /** The last day; null where the working days of the year are not known, and then `note` says so. */
  readonly due: CivilDate | null;
  readonly kind: AgendaKind;
  /** What is owed, for which period, in which column. */
  readonly title: string;
  /** What else is known of it; null where there is nothing to say. */
  readonly note: string | null;
  /** URL of the column in which it belongs; null for what registers and bulletins tell. */
  readonly column: string | null;
  readonly topic: Topic;
  readonly state: AgendaState;
  /** What a miss costs by the rulebook, once per group and quarter; 0 for what is only pointed out. */
  readonly points: number;
  readonly basis: readonly Basis[];
  /** The first day on which it can be published, where its period is not over yet. */
  readonly from: CivilDate | null;
  /** Working days after today up to and including the due day; null where the calendar cannot say. */
  readonly workdaysLeft: number | null;
  /** Past due, and known not to be done. What could not be read is never overdue. */
  readonly overdue: boolean;
  /** Id of the finding that says so; null where there is none. */
  readonly finding: string | null;
}
