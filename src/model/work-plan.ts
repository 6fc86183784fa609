import type { CivilDate } from './civil-date.ts';
import type { Cadence } from './period.ts';
import type { Due, UnitKind } from './plan.ts';
import type { Topic } from './topic.ts';

/** What a time limit in working days is counted from. */
export const LIMIT_STARTS = {
  change: '信息形成或变更',
  penalty: '处罚结果作出',
  plan: '方案、计划确定',
  completion: '项目竣工',
  allocation: '分配结果确定',
  publication: '文件公开',
} as const;

/** When a task must be done, as the plan puts it. */
export type TaskLimit =
  | { readonly workdays: number; readonly after: keyof typeof LIMIT_STARTS }
  /** Within so many working days after each period; `stated` where the plan names no period itself. */
  | { readonly every: Cadence; readonly workdays?: number; readonly stated?: string }
  | { readonly by: CivilDate }
  /** Something that must stay open for so many calendar days. */
  | { readonly atLeastDays: number; readonly of: string }
  | { readonly during: string }
  | { readonly standing: true };

/** What of a task a page or a register can show: which check asks for it, in columns of which topic. */
export interface TaskObligation {
  readonly check: string;
  readonly topic: Topic;
  readonly every: Cadence | null;
  readonly due: Due | null;
}

export interface WorkTask {
  readonly no: number;
  readonly area: string;
  readonly requirement: string;
  /** Names of units, or of groups. */
  readonly units: readonly string[];
  /** One of `units`. */
  readonly lead: string | null;
  /** Empty where the plan names none. */
  readonly limits: readonly TaskLimit[];
  readonly topics: readonly Topic[];
  readonly obligations: readonly TaskObligation[];
}

/** Units that a plan names together; without kinds, those that it does not name one by one or that are not assessed. */
export interface TaskGroup {
  readonly name: string;
  readonly kinds: readonly UnitKind[];
}

/** A year's plan of openness work as data. */
export interface WorkPlan {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly source: { readonly document: string; readonly issued: CivilDate };
  readonly groups: readonly TaskGroup[];
  readonly tasks: readonly WorkTask[];
}
