import { waivedBy } from '../audit/recheck.ts';
import type { AgendaItem, AgendaKind } from '../model/agenda.ts';
import type { CivilDate } from '../model/civil-date.ts';
import type { Column } from '../model/plan.ts';
import { groupIndex } from '../score/groups.ts';
import type { AgendaInput, AskedCheck, AskedMessage } from './input.ts';
import type { Standing } from './standing.ts';

/** A thing that is owed. */
export interface Owed {
  readonly kind: AgendaKind;
  readonly title: string;
  /** Null for what registers and bulletins tell. */
  readonly column: Column | null;
  /** What verdicts on it are about. */
  readonly subject: string;
  /** Keeps things of one kind and subject apart. */
  readonly apart?: string;
  readonly due: CivilDate | null;
  /** A day before which it does not fall due. */
  readonly earliest: CivilDate;
  readonly from?: CivilDate | null;
  /** The message of a miss. */
  readonly message: AskedMessage;
  /** What a miss costs where it is not what the group costs. */
  readonly price?: number;
  readonly notes?: readonly string[];
}

export function itemOf(owed: Owed, standing: Standing, input: AgendaInput): AgendaItem {
  const { kind, title, column, due, subject, apart, from = null } = owed;
  const { unit, calendar, today, terms } = input;
  const notes = [...(owed.notes ?? []), ...notesOn(owed, standing)];
  return {
    id: [unit.id, kind, ...(column ? [column.topic] : []), subject, ...(apart === undefined ? [] : [apart])].join('/'),
    due,
    kind,
    title,
    note: notes.length > 0 ? notes.join('；') : null,
    column: column?.url ?? null,
    topic: column?.topic ?? 'other',
    state: standing.state,
    points: pointsOf(owed, standing, input),
    basis: terms.basis[checkOf(owed)],
    from,
    workdaysLeft: due === null ? null : calendar.workdaysBetween(today, due),
    overdue: standing.overdue,
    finding: standing.answer?.verdict === 'fail' ? standing.answer.id : null,
  };
}

const checkOf = ({ message }: Pick<Owed, 'message'>): AskedCheck =>
  message.slice(0, message.indexOf('/')) as AskedCheck;

function pointsOf(owed: Owed, { overdue, answer }: Standing, { registers, rulebook, today }: AgendaInput): number {
  const { due, message, price, subject } = owed;
  const index = groupIndex(rulebook);
  const group = index.groupOf(message);
  const isWaived = waivedBy(registers.waivers ?? [], due !== null && due > today ? due : today);
  if (group === null || owed.column?.advise || isWaived({ check: checkOf(owed), subject })) return 0;
  // What an audit has pointed out after the due date without charging it costs nothing more.
  if (overdue && answer?.verdict === 'fail' && index.charged(answer).length === 0) return 0;
  return price ?? group.points;
}

function* notesOn({ due, earliest, from }: Owed, { state, overdue, answer, lookedOn }: Standing) {
  if (due === null) yield `所涉年度的工作日安排尚未公布，期限暂不能确定（不早于${earliest}）`;
  if (from) yield `自${from}起可公开`;
  if (overdue && answer?.fix) yield answer.fix;
  if (state !== 'unknown' || lookedOn === null) return;
  yield answer?.verdict === 'inconclusive'
    ? `${lookedOn}未能判定（${answer.text}），请自行核对`
    : `到期后尚未判定（最近一次为${lookedOn}），请自行核对`;
}
