import { workCalendar } from '../calendar/work-calendar.ts';
import type { AgendaItem } from '../model/agenda.ts';
import type { CivilDate, MonthDay } from '../model/civil-date.ts';
import { type Period, parsePeriod } from '../model/period.ts';
import type { Column, Unit } from '../model/plan.ts';
import type { Rulebook } from '../model/rulebook.ts';
import type { Verdict } from '../model/verdict.ts';
import { agenda } from './agenda.ts';
import type { AgendaInput, AgendaTerms, Look } from './input.ts';

export const day = (text: string): CivilDate => text as CivilDate;

export function periodOf(id: string): Period {
  const found = parsePeriod(id);
  if (!found) throw new Error(`no period: ${id}`);
  return found;
}

const SITE = 'http://www.qinghe.example';

export const column = (topic: Column['topic'], more: Partial<Column> = {}): Column => ({
  topic,
  name: topic,
  url: `${SITE}/${topic}/`,
  every: null,
  due: null,
  key: false,
  advise: false,
  ...more,
});

export const unit = (columns: readonly Column[], more: Partial<Unit> = {}): Unit => ({
  id: 'water',
  name: '区水务局',
  fullName: '青河区水务局',
  aliases: [],
  kind: 'department',
  home: SITE,
  enforcement: true,
  columns,
  ...more,
});

const monthDay = (text: string): MonthDay => text as MonthDay;
const basis = (clause: string) => [{ document: '考核办法', clause }];

export const TERMS: AgendaTerms = {
  basis: {
    periodic: basis('定期公开'),
    guide: basis('指南'),
    'annual-report': basis('年报'),
    'double-random': basis('双随机'),
    tasks: basis('任务'),
    applications: basis('依申请'),
    rectification: basis('整改'),
  },
  graceWorkdays: 2,
  guideChargedFrom: monthDay('04-01'),
  reportDue: monthDay('01-31'),
  planFrom: monthDay('04-01'),
  planChargedFrom: monthDay('07-01'),
  resultsFrom: monthDay('04-01'),
  answer: { workdays: 20, extension: 20 },
};

/** Every miss costs something of its own, so that a test sees which one was meant. */
const PRICES = {
  periodic: 0.5,
  guide: 0.6,
  'annual-report': 0.7,
  'double-random': 0.8,
  tasks: 0.9,
  rectification: 1,
} as const;
const MESSAGES = {
  periodic: ['periodic/overdue', 'periodic/gap'],
  guide: ['guide/missing', 'guide/stale'],
  'annual-report': ['annual-report/missing', 'annual-report/late'],
  'double-random': ['double-random/no-plan', 'double-random/no-results'],
  tasks: ['tasks/not-done'],
  rectification: ['rectification/not-fixed', 'rectification/feedback-late'],
} as const;

export const RULEBOOK: Rulebook = {
  id: 'example',
  title: '青河区考核办法',
  base: 15,
  coverageMax: 5,
  groups: [
    ...Object.entries(MESSAGES).map(([id, messages]) => ({
      ...{ id, title: id, advisory: false, basis: [], messages: [...messages] },
      points: PRICES[id as keyof typeof PRICES],
    })),
    { id: 'applications', title: '', points: 0.5, advisory: true, basis: [], messages: ['applications/late'] },
  ],
  params: {},
};

/** A verdict on `check/message` of a column; without a message it is the check's only question. */
export function verdictOn(named: string, subject: string, more: Partial<Verdict> = {}): Verdict {
  const [check = '', message = null] = named.split('/');
  const topic = more.topic ?? 'statistics';
  return {
    id: ['water', check, message ?? '-', topic, subject].join('/'),
    ...{ unit: 'water', check, message, topic, subject },
    column: `${SITE}/${topic}/`,
    verdict: 'fail',
    advisory: false,
    state: null,
    text: '栏目读取超时',
    fix: '请补发',
    basis: [],
    reason: null,
    evidence: [],
    ...more,
  };
}

export const passOn = (check: string, subject: string, more: Partial<Verdict> = {}): Verdict =>
  verdictOn(check, subject, { verdict: 'pass', fix: null, ...more });

export const look = (asOf: string, period: string, verdicts: readonly Verdict[] = []): Look => ({
  ...{ asOf: day(asOf), period },
  verdicts: [...verdicts],
});

export const NO_REGISTERS = { tasks: null, applications: null, feedback: null, waivers: null };

/** Sixty days from `today` on for a unit with these columns; nothing was looked at. */
export const inputOn = (today: string, columns: readonly Column[], more: Partial<AgendaInput> = {}): AgendaInput => ({
  unit: unit(columns),
  registers: NO_REGISTERS,
  calendar: workCalendar([]),
  rulebook: RULEBOOK,
  terms: TERMS,
  looks: [],
  bulletin: null,
  today: day(today),
  days: 60,
  ...more,
});

export const agendaOn = (...input: Parameters<typeof inputOn>): readonly AgendaItem[] => agenda(inputOn(...input));
