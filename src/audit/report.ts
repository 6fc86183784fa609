import type { NonEmpty, Ref } from '../model/evidence.ts';
import type { Column } from '../model/plan.ts';
import type { Topic } from '../model/topic.ts';
import type { Basis, ColumnState } from '../model/verdict.ts';
import type { NotApplicable, Why } from '../model/why.ts';

/** What a check can find wrong: Chinese templates whose `{name}` are filled by the report. */
export interface Message {
  readonly text: string;
  /** What to do about it, and where. */
  readonly fix: string;
  /** Never costs points. */
  readonly advisory?: true;
  /** Must be told the same day and is never charged; an advisory too. */
  readonly alert?: true;
  /** Where this message rests on another clause than the check's own. */
  readonly basis?: NonEmpty<Basis>;
}
export type Messages = Readonly<Record<string, Message>>;

type VariablesOf<S extends string> = S extends `${string}{${infer V}}${infer Rest}` ? V | VariablesOf<Rest> : never;
/** The values that a message's templates ask for. */
export type MessageValues<M extends Message> = Readonly<Record<VariablesOf<M['text'] | M['fix']>, string | number>>;

/** What every verdict may say about where it belongs. */
export interface About<M extends Messages> {
  /** What the verdict is about; the check's own subject without it. */
  readonly subject?: string;
  /** The column judged; the first of the topic without it. */
  readonly column?: Column;
  readonly topic?: Topic;
  /** The message that a pass, inconclusive or not-applicable verdict answers; none where the check asks one question. */
  readonly message?: keyof M & string;
  /** Costs nothing at this time. */
  readonly advisory?: boolean;
  readonly state?: ColumnState;
  /** Keeps verdicts of one subject apart in their ids, where several columns share it. */
  readonly apart?: string;
}

/** Something not known, as facts say it or as a check found it. */
export interface NotKnown {
  readonly why: Why;
  readonly detail: string;
  readonly refs: readonly Ref[];
}

/** Takes the verdicts of one check on one unit, and refuses what has no ground. Gives nothing back, so that `return report…` ends a run. */
export interface Reporter<M extends Messages> {
  pass(text: string, evidence: readonly Ref[], about?: About<M>): undefined;
  /** Needs evidence out of the facts; fills the message's templates with the values. */
  fail<K extends keyof M & string>(
    message: K,
    values: MessageValues<M[K]>,
    evidence: NonEmpty<Ref>,
    about?: Omit<About<M>, 'message'>,
  ): undefined;
  inconclusive(unknown: NotKnown, about?: About<M>): undefined;
  notApplicable(reason: NotApplicable, text: string, about?: About<M>): undefined;
}
