import { period } from '../model/period.ts';
import type { Registers } from '../model/register.ts';
import type { Rulebook, RulebookGroup } from '../model/rulebook.ts';
import type { Verdict } from '../model/verdict.ts';
import type { ScoreInput } from './score.ts';

const group = (id: string, messages: string, more: Partial<RulebookGroup> = {}): RulebookGroup => ({
  id,
  title: id,
  points: 0.5,
  advisory: false,
  messages: messages.split(' '),
  basis: [],
  ...more,
});

/** A rulebook with the groups and prices of the contract's `linzi-2023`. */
export const RULEBOOK: Rulebook = {
  id: 'linzi-2023',
  title: '示例考核办法',
  base: 15,
  coverageMax: 5,
  groups: [
    group('submissions', 'submissions/short', { steps: [{ nothingValid: true, points: 1 }] }),
    group('policy-format', 'policy-format/unformatted'),
    group('rectification-feedback', 'rectification/feedback-late rectification/not-fixed'),
    group('guide', 'guide/missing guide/stale'),
    group('leadership', 'leadership/stale leadership/mismatch leadership/misplaced'),
    group(
      'annual-report',
      'annual-report/title-doubled annual-report/copied annual-report/no-contact annual-report/image-broken annual-report/signature annual-report/part-six',
      { steps: [{ problems: 5, points: 1 }] },
    ),
    group('enforcement-duties', 'enforcement/no-duties'),
    group('enforcement-staff-list', 'enforcement/staff-layout'),
    group('double-random', 'double-random/no-plan double-random/no-results'),
    group('overdue-topic', 'periodic/overdue periodic/gap'),
    group('tasks', 'tasks/not-done'),
    group('timeliness', 'timeliness/late', { advisory: true }),
    group('privacy', 'privacy/id-number'),
  ],
  params: {},
};

export const Q2 = period('quarter', 2023, 2);

export const NO_REGISTERS: ScoreInput['registers'] = {
  submissions: null,
  tasks: null,
  coverage: null,
  'provincial-loss': null,
};

/** A verdict on `check/message` (or on the whole check); everything that scoring does not look at is filler. */
export function verdictOn(unit: string, message: string, more: Partial<Verdict> = {}): Verdict {
  const [check = '', name] = message.split('/');
  const subject = more.subject ?? '2023';
  return {
    id: `${unit}:${message}:${subject}`,
    unit,
    check,
    topic: 'other',
    column: null,
    subject,
    verdict: 'fail',
    message: name ?? null,
    advisory: false,
    state: null,
    text: message,
    fix: null,
    basis: [],
    reason: null,
    evidence: [],
    ...more,
  };
}

export const coverageRow = (unit: string, points: number): NonNullable<Registers['coverage']>[number] => ({
  unit,
  period: Q2,
  score: points,
});
