import type { PublishedBulletin } from '../model/bulletin.ts';
import type { WorkCalendar } from '../model/calendar.ts';
import type { CivilDate } from '../model/civil-date.ts';
import type { ColumnFacts, Document } from '../model/document.ts';
import { type Reading, type Ref, refOf } from '../model/evidence.ts';
import type { Period } from '../model/period.ts';
import type { Unit } from '../model/plan.ts';
import type { RegisterId, Registers } from '../model/register.ts';
import type { Rulebook } from '../model/rulebook.ts';
import type { Verdict } from '../model/verdict.ts';
import type { AnyCheck, CheckContext, ModelRole, UnitRegister } from './check.ts';
import { citableKeys, refKey } from './coverage.ts';
import type { PreparedCheck } from './registry.ts';
import type { Messages, Reporter } from './report.ts';
import { openReporter } from './reporter.ts';
import { topicFacts } from './topic-facts.ts';
import { unreadColumns } from './unread-columns.ts';

/** All that the evidence says about one unit. */
export interface UnitFacts {
  readonly unit: Unit;
  /** One for each of the unit's columns, in the order of targets.yaml. */
  readonly columns: readonly ColumnFacts[];
}

/** A check that broke down on a unit; its verdict there is inconclusive. */
export interface CheckFault {
  readonly check: string;
  readonly unit: string;
  readonly error: unknown;
}

export interface AuditSettings {
  readonly rulebook: Rulebook;
  readonly registers: Registers;
  readonly calendar: WorkCalendar;
  /** The day the checks believe it is. */
  readonly asOf: CivilDate;
  /** The quarter that is assessed. */
  readonly period: Period;
  /** In the order in which verdicts are given. */
  readonly checks: readonly PreparedCheck[];
  /** The model pages that targets.yaml names, by role. */
  readonly models: Readonly<Record<string, Reading<Document>>>;
  /** The file of every register that is there, as it was kept. */
  readonly registerFiles: Readonly<Partial<Record<RegisterId, Ref>>>;
  /** What the last published bulletin says, by unit. */
  readonly bulletins: ReadonlyMap<string, PublishedBulletin>;
  readonly onFault?: (fault: CheckFault) => void;
}

/** Verdicts of all checks on all units, in the order of units, then checks. Pure and synchronous. */
export function auditUnits(settings: AuditSettings, facts: Iterable<UnitFacts>): Verdict[] {
  return Array.from(facts).flatMap((unit) => auditUnit(settings, unit));
}

/** Verdicts of all checks on one unit, in the order of the checks; those that ask what others say run last. */
export function auditUnit(settings: AuditSettings, facts: UnitFacts): Verdict[] {
  const first = settings.checks.filter(({ check }) => !check.after);
  const said = new Map(first.map((prepared) => [prepared, runCheck(settings, prepared, facts, [])]));
  const verdicts = [...said.values()].flat();
  return settings.checks.flatMap((prepared) => said.get(prepared) ?? runCheck(settings, prepared, facts, verdicts));
}

function runCheck(
  settings: AuditSettings,
  { check, params }: PreparedCheck,
  { unit, columns }: UnitFacts,
  others: readonly Verdict[],
): readonly Verdict[] {
  const { judges = 'columns' } = check;
  const own = judges === 'registers' ? [] : columns.filter(({ column }) => isOwn(check, column));
  const open = () => reporterFor(settings, check, unit, own, others);
  const alone = (say: (report: Reporter<Messages>) => void): readonly Verdict[] => {
    const { report, close } = open();
    say(report);
    return close();
  };
  // A column that cannot be read is said to be so even where the question does not arise or is answered by another.
  // The check has said what it costs, so this leaves no points open.
  const withUnread = (verdicts: readonly Verdict[]): readonly Verdict[] => [
    ...verdicts,
    ...alone((report) => {
      if (judges !== 'columns') return;
      for (const { column, unknown } of unreadColumns(own, verdicts))
        report.inconclusive(unknown, { column, subject: column.url, advisory: true });
    }),
  ];

  if (check.enforcementOnly && !unit.enforcement)
    return withUnread(alone((report) => report.notApplicable('no-enforcement', unit.name)));
  if (judges !== 'registers' && unit.columns.length === 0)
    return alone((report) =>
      report.inconclusive({ why: 'no-address', detail: `${unit.name}的栏目网址待确认`, refs: [] }),
    );
  if (judges !== 'registers' && own.length === 0)
    return alone((report) => report.notApplicable('no-column', check.title));

  const { report, close } = open();
  try {
    const ended: unknown = check.run(contextFor(settings, check, params, unit, own, others, report));
    // What an asynchronous check still tries to say later must not end the program.
    if (ended instanceof Promise) ended.catch(() => {});
    if (ended !== undefined) throw new Error(`检查项 ${check.id} 的 run 必须同步执行且没有返回值`);
    return withUnread(close());
  } catch (error) {
    close();
    settings.onFault?.({ check: check.id, unit: unit.id, error });
    const detail = `${check.title}（${error instanceof Error ? error.message : String(error)}）`;
    return alone((reporter) => reporter.inconclusive({ why: 'check-failed', detail, refs: [] }));
  }
}

const isOwn = (check: AnyCheck, column: ColumnFacts['column']): boolean =>
  check.topics.includes(column.topic) && (check.columns?.(column) ?? true);

/** `others`: verdicts that the check may ask for, whose evidence it may cite as they do. */
function reporterFor(
  settings: AuditSettings,
  check: AnyCheck,
  unit: Unit,
  own: readonly ColumnFacts[],
  others: readonly Verdict[],
) {
  const cited = (isRead: boolean): readonly Ref[] =>
    others.flatMap(({ verdict, evidence }) => ((verdict === 'inconclusive') !== isRead ? evidence : []));
  const models = Object.values(settings.models).flatMap((reading) => (reading.ok ? [reading.value.ref] : []));
  const failedModels = Object.values(settings.models).flatMap((reading) =>
    !reading.ok && reading.ref ? [reading.ref] : [],
  );
  const keys = own.map(citableKeys);
  const alsoRead = new Set([...models, ...Object.values(settings.registerFiles), ...cited(true)].map(refKey));
  const alsoFailed = new Set([...failedModels, ...cited(false)].map(refKey));
  const { rulebook, asOf, period } = settings;
  return openReporter({
    check,
    unit,
    subject: check.subject({ unit, asOf, period }),
    columns: own.map(({ column }) => column),
    isRead: (key) => alsoRead.has(key) || keys.some(({ read }) => read.has(key)),
    isFailed: (key) => alsoFailed.has(key) || keys.some(({ failed }) => failed.has(key)),
    isEmpty: (column) => {
      const facts = own.find((one) => one.column === column);
      return facts !== undefined && facts.documents.length === 0 && facts.gaps.length === 0;
    },
    keepsRegisters: Object.keys(settings.registerFiles).length > 0,
    isAdvisoryGroup: (message) => rulebook.groups.some((group) => group.advisory && group.messages.includes(message)),
  });
}

type Context = CheckContext<ColumnFacts['column']['topic'], UnitRegister, ModelRole, Messages, unknown>;

function contextFor(
  settings: AuditSettings,
  check: AnyCheck,
  params: unknown,
  unit: Unit,
  own: readonly ColumnFacts[],
  others: readonly Verdict[],
  report: Reporter<Messages>,
): Context {
  const declared = (list: readonly string[] | undefined, name: string): void => {
    if (!list?.includes(name)) throw new Error(`检查项 ${check.id} 未声明便读取“${name}”`);
  };
  const { asOf, period, calendar, registers, models } = settings;
  return {
    unit,
    asOf,
    period,
    calendar,
    params,
    report,
    all: () => topicFacts(own),
    columns: () => topicFacts(own).each(),
    topic(topic) {
      declared(check.topics, topic);
      return topicFacts(own.filter(({ column }) => column.topic === topic));
    },
    register(register) {
      declared(check.registers, register);
      const rows: readonly { readonly unit: string }[] | null = registers[register];
      return (rows?.filter((row) => row.unit === unit.id) ?? null) as ReturnType<Context['register']>;
    },
    cite(register, quote) {
      declared(check.registers, register);
      const file = settings.registerFiles[register];
      if (!file) throw new Error(`检查项 ${check.id} 引用了不存在的台账“${register}”`);
      return refOf(file, quote);
    },
    verdicts() {
      if (!check.after) throw new Error(`检查项 ${check.id} 未声明 after 便查阅其他检查项的判定`);
      return others;
    },
    bulletin: () => settings.bulletins.get(unit.id) ?? null,
    model(role) {
      declared(check.models, role);
      return models[role] ?? null;
    },
  };
}
