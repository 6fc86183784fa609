import type { CivilDate } from '../model/civil-date.ts';
import type { Ref } from '../model/evidence.ts';
import type { TrackedFinding } from '../model/finding.ts';
import type { UnitKind } from '../model/plan.ts';
import type { Scorecard, YearCard } from '../model/score.ts';
import type { Basis, VerdictKind } from '../model/verdict.ts';
import type { RectificationItem } from './rectification.ts';
import type { SubmissionTable } from './submissions.ts';
import type { TrendPoint } from './trend.ts';
import type { AnswerSection } from './unit-answers.ts';

/** What every output is made of: bulletin, workbook, HTML and terminal show the same figures because they share this. */
export interface ReportModel {
  readonly district: string;
  /** `2023年第二季度`. */
  readonly quarter: string;
  readonly asOf: CivilDate;
  /** IANA name; every time of day is shown in it. */
  readonly timeZone: string;
  readonly rulebook: { readonly title: string; readonly base: number; readonly coverageMax: number };
  readonly run: ReportRun;
  readonly summary: ReportSummary;
  /** Departments and enterprises; towns and subdistricts. Tables without a unit are left out. */
  readonly rankings: readonly Ranking[];
  /** Every unit in the order of the rankings. */
  readonly units: readonly UnitReport[];
  /** What could not be read, by unit and reason. None of it counts against anyone. */
  readonly unread: readonly UnreadUnit[];
  /** What is to be put right, and what was since the last bulletin. */
  readonly rectification: readonly RectificationItem[];
  /** Quarters audited so far, oldest first. */
  readonly trend: readonly TrendPoint[];
  /** The year's scores so far; null where the rulebook scores quarters only, or only one quarter is known. */
  readonly year: readonly YearCard[] | null;
  /** Titles of the checks by id. */
  readonly checks: ReadonlyMap<string, string>;
  /** Null where no register of submissions is kept, or the rulebook does not count them. */
  readonly submissions: SubmissionTable | null;
  /** The days of the bulletin; null while it is a draft. */
  readonly publication: { readonly publishedOn: CivilDate; readonly rectifyBy: CivilDate } | null;
  /** Names of units without a confirmed address: nothing of theirs was looked at. */
  readonly withoutAddress: readonly string[];
}

export interface ReportRun {
  readonly id: string;
  /** ISO instant, UTC. */
  readonly startedAt: string;
  readonly captures: number;
  readonly unreadable: number;
  /** First and last instant of the evidence that verdicts cite (ISO, UTC); null where none cites any. */
  readonly capturedFrom: string | null;
  readonly capturedTo: string | null;
}

export interface ReportSummary {
  readonly units: number;
  readonly verdicts: Readonly<Record<VerdictKind, number>>;
  /** Groups that cost anyone points, dearest first. */
  readonly groups: readonly GroupSum[];
  readonly deductions: number;
  readonly points: number;
  readonly advisories: number;
  /** Findings that must be told the same day (privacy). */
  readonly alerts: number;
  readonly open: number;
}

export interface GroupSum {
  readonly title: string;
  readonly units: number;
  readonly points: number;
}

export interface Ranking {
  readonly of: 'departments' | 'towns';
  readonly title: string;
  readonly rows: readonly RankingRow[];
}

export interface RankingRow {
  /** From 1; null for a unit without a confirmed address, which is listed last. */
  readonly place: number | null;
  readonly unit: string;
  readonly name: string;
  readonly score: Scorecard;
}

export interface UnitReport {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** Its place in the district's own list of units (targets.yaml), from 0. */
  readonly order: number;
  readonly score: Scorecard;
  /** False for a unit without a confirmed address. */
  readonly inspected: boolean;
  readonly charges: readonly Charge[];
  /** Findings that cost nothing. */
  readonly advisories: readonly Finding[];
  /** How many questions could not be settled. */
  readonly unsettled: number;
  /** How many were settled, and arose at all. */
  readonly settled: number;
  /** Every question asked of the unit with its answer, as its self-check sheet shows them. */
  readonly answers: readonly AnswerSection[];
}

/** One deduction with the findings behind it; without findings where a register alone is the ground. */
export interface Charge {
  readonly title: string;
  readonly points: number;
  readonly findings: readonly Finding[];
}

export interface Finding {
  /** The verdict's id, the same every night. */
  readonly id: string;
  readonly check: string;
  readonly message: string;
  /** What the verdict is about: a year, a slot, an address … */
  readonly subject: string;
  /** Null where no history is kept. */
  readonly tracked: TrackedFinding | null;
  readonly topic: string;
  /** What is wrong. */
  readonly text: string;
  readonly fix: string | null;
  readonly basis: readonly Basis[];
  readonly alert: boolean;
  readonly column: { readonly name: string; readonly url: string } | null;
  readonly evidence: readonly Evidence[];
}

export interface Evidence extends Ref {
  /** `data:image/…` of the screenshot that belongs to the record; null where there is none. */
  readonly picture: string | null;
}

export interface UnreadUnit {
  readonly id: string;
  readonly name: string;
  readonly reasons: readonly UnreadReason[];
}

export interface UnreadReason {
  /** The reason in plain words. */
  readonly title: string;
  readonly items: readonly UnreadItem[];
}

/** One page or file that could not be read, and all that it kept from being settled. */
export interface UnreadItem {
  /** Null where no page is concerned (a register is missing, a calendar has no such year). */
  readonly url: string | null;
  readonly topics: readonly string[];
  readonly texts: readonly string[];
  /** ISO instant (UTC) of the last attempt that the evidence holds; null where there is none. */
  readonly capturedAt: string | null;
}
