import { STANDINGS, type Standing } from '../../model/decision.ts';
import { FINDING_STATES, type FindingState } from '../../model/finding.ts';
import { JOB_STATES, type JobState } from '../../model/job.ts';
import type { VerdictKind } from '../../model/verdict.ts';
import { VERDICT_WORDS } from '../../report/words.ts';

/** Colour says no more than the word does. */
export const StandingTag = ({ standing }: { readonly standing: Standing }) => (
  <span class={`tag standing-${standing}`}>{STANDINGS[standing]}</span>
);

export const StateTag = ({ state }: { readonly state: FindingState }) => (
  <span class={`tag state-${state}`}>{FINDING_STATES[state]}</span>
);

export const VerdictTag = ({ verdict }: { readonly verdict: VerdictKind }) => (
  <span class={`tag verdict-${verdict}`}>{VERDICT_WORDS[verdict]}</span>
);

export const JobTag = ({ state }: { readonly state: JobState }) => (
  <span class={`tag job-${state}`}>{JOB_STATES[state]}</span>
);

/** What a finding costs. */
export function CostTag({ cost, alert }: { readonly cost: number; readonly alert: boolean }) {
  if (alert) return <span class="tag alert">须当日告知</span>;
  return cost > 0 ? <span class="tag cost">{`减${cost}分`}</span> : <span class="tag advice">提醒</span>;
}
