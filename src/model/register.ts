import type { CivilDate } from './civil-date.ts';
import type { Period } from './period.ts';
import type { Topic } from './topic.ts';

/** Rows of the registers after checking; `unit` is always the unit's id. */
export interface SubmissionRow {
  readonly unit: string;
  readonly month: Period;
  readonly sent: number;
  readonly rejected: number;
}
export interface FeedbackRow {
  readonly unit: string;
  readonly period: Period;
  readonly due: CivilDate;
  readonly received: CivilDate | null;
}
export interface CoverageRow {
  readonly unit: string;
  readonly period: Period;
  readonly score: number;
}
export interface PersonnelRow {
  readonly unit: string;
  readonly name: string;
  readonly post: string;
  readonly duties: string;
  readonly from: CivilDate | null;
  readonly until: CivilDate | null;
}
export interface NoEventRow {
  readonly unit: string;
  readonly topic: Topic;
  readonly period: Period;
  readonly reason: string;
  readonly url: string;
}
export interface HolidayRow {
  readonly date: CivilDate;
  readonly kind: 'holiday' | 'workday';
}
export interface WaiverRow {
  readonly unit: string;
  readonly check: string;
  readonly subject: string;
  readonly until: CivilDate | null;
  readonly by: string;
  readonly reason: string;
}
export interface ApplicationRow {
  readonly unit: string;
  readonly received: CivilDate;
  readonly channel: string;
  readonly extended: CivilDate | null;
  readonly answered: CivilDate | null;
}
export interface TaskRow {
  readonly unit: string;
  readonly task: string;
  readonly due: CivilDate;
  readonly done: CivilDate | null;
  readonly points: number;
}
export interface BonusRow {
  readonly unit: string;
  readonly year: number;
  readonly item: string;
  readonly points: number;
  readonly reason: string;
}
export interface ProvincialLossRow {
  readonly unit: string;
  readonly period: Period;
  readonly reason: string;
}

/** Tables kept by people. A register whose file is not there is null: unknown, which is not the same as empty. */
export interface Registers {
  readonly submissions: readonly SubmissionRow[] | null;
  readonly feedback: readonly FeedbackRow[] | null;
  readonly coverage: readonly CoverageRow[] | null;
  readonly personnel: readonly PersonnelRow[] | null;
  readonly 'no-event': readonly NoEventRow[] | null;
  readonly holidays: readonly HolidayRow[] | null;
  readonly waivers: readonly WaiverRow[] | null;
  readonly applications: readonly ApplicationRow[] | null;
  readonly tasks: readonly TaskRow[] | null;
  readonly bonus: readonly BonusRow[] | null;
  readonly 'provincial-loss': readonly ProvincialLossRow[] | null;
}
export type RegisterId = keyof Registers;

/** Nothing kept by people is known. */
export const NO_REGISTERS: Registers = {
  submissions: null,
  feedback: null,
  coverage: null,
  personnel: null,
  'no-event': null,
  holidays: null,
  waivers: null,
  applications: null,
  tasks: null,
  bonus: null,
  'provincial-loss': null,
};
