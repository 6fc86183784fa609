import type { z } from 'zod';
import type { PublishedBulletin } from '../model/bulletin.ts';
import type { WorkCalendar } from '../model/calendar.ts';
import type { CivilDate } from '../model/civil-date.ts';
import type { Document } from '../model/document.ts';
import type { NonEmpty, Reading, Ref } from '../model/evidence.ts';
import type { Period } from '../model/period.ts';
import type { Column, Unit } from '../model/plan.ts';
import type { RegisterId, Registers } from '../model/register.ts';
import type { Topic } from '../model/topic.ts';
import type { Basis, Verdict } from '../model/verdict.ts';
import type { Messages, Reporter } from './report.ts';
import type { TopicFacts } from './topic-facts.ts';

/** Registers that hold rows of units. */
export type UnitRegister = Exclude<RegisterId, 'holidays'>;
export type RegisterRow<R extends UnitRegister> = NonNullable<Registers[R]>[number];

/** Live pages that others are compared with, by role (targets.yaml, models). */
export type ModelRole = 'enforcement-staff' | 'double-random-plan';

/** What a check is told, for one unit and one day. */
export interface CheckContext<T extends Topic, R extends UnitRegister, L extends ModelRole, M extends Messages, P> {
  readonly unit: Unit;
  /** The day the check believes it is. */
  readonly asOf: CivilDate;
  /** The quarter that is assessed. */
  readonly period: Period;
  readonly calendar: WorkCalendar;
  /** Of the rulebook, validated. */
  readonly params: P;
  /** The facts of a declared topic; throws for one that was not declared. */
  topic(topic: T): TopicFacts;
  /** All columns that the check judges, seen as one. */
  all(): TopicFacts;
  /** The same, one by one, in the order of targets.yaml. */
  columns(): readonly TopicFacts[];
  /** The unit's rows of a declared register; null where the register is not there. */
  register<K extends R>(register: K): readonly RegisterRow<K>[] | null;
  /** The file of a declared register, as it was kept, with what was read there; throws where the register is not there. */
  cite(register: R, quote?: string): Ref;
  /** A model page named in targets.yaml; null where none is named. */
  model(role: L): Reading<Document> | null;
  /** What the unit's other checks say; throws for a check that does not run `after` them. */
  verdicts(): readonly Verdict[];
  /** What the last bulletin before the assessed quarter's says of the unit; null where none is on record. */
  bulletin(): PublishedBulletin | null;
  readonly report: Reporter<M>;
}

/**
 * What a check looks at. `columns`: the columns of its topics, which are its own: one that cannot be read is said to be
 * so by this check. `documents`: single documents of many topics, whose columns other checks own. `registers`: tables
 * kept by people, so that it arises for units without any column too; its topic is 其他.
 */
export type Judges = 'columns' | 'documents' | 'registers';

/** A check is data and one pure, synchronous function. */
export interface CheckDefinition<
  T extends Topic = Topic,
  R extends UnitRegister = UnitRegister,
  L extends ModelRole = ModelRole,
  M extends Messages = Messages,
  P extends z.ZodType = z.ZodType,
> {
  /** The folder's name: lower-case words joined by hyphens. */
  readonly id: string;
  readonly title: string;
  /** Topics whose columns the check reads. The first is the one that its verdicts are about unless they say otherwise. */
  readonly topics: readonly [T, ...T[]];
  /** `columns` without it. */
  readonly judges?: Judges;
  /** Runs when all checks without it have run, and may ask what they say. */
  readonly after?: true;
  /** Which columns of its topics it reads; all without it. */
  readonly columns?: (column: Column) => boolean;
  readonly registers?: readonly R[];
  readonly models?: readonly L[];
  /** Arises only for units with administrative enforcement power. */
  readonly enforcementOnly?: true;
  readonly basis: NonEmpty<Basis>;
  readonly messages: M;
  /** Parameters that a rulebook may set. Every one needs a default. */
  readonly params: P;
  /** What a verdict is about where the report does not say (contract, section 8 «Subject of a verdict»). */
  subject(about: { readonly unit: Unit; readonly asOf: CivilDate; readonly period: Period }): string;
  /** Judges one unit by reporting verdicts. Must not return a promise: the evidence is all there. */
  run(context: CheckContext<T, R, L, M, z.output<P>>): undefined;
}

/** A check of any topics, registers, messages and parameters. */
export type AnyCheck = CheckDefinition;

/** Says what a check is; gives it back with its types. Wrong messages, topics or registers do not compile. */
export function defineCheck<
  const T extends Topic,
  const M extends Messages,
  P extends z.ZodType,
  const R extends UnitRegister = never,
  const L extends ModelRole = never,
>(definition: CheckDefinition<T, R, L, M, P>): CheckDefinition<T, R, L, M, P> {
  return definition;
}
