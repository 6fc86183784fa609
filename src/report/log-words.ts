import { type Account, ROLES, type Role } from '../model/account.ts';
import { DECISION_KINDS, type DecisionKind } from '../model/decision.ts';
import { ACTIONS, type Action, type LogEntry } from '../model/log-entry.ts';
import { parsePeriod } from '../model/period.ts';
import { findingNumber } from './finding-number.ts';
import { dayName, quarterName } from './words.ts';

/** How what the log names by ids is called. */
export interface LogNames {
  readonly units: ReadonlyMap<string, string>;
  /** Titles of the registers. */
  readonly registers: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, Pick<Account, 'name' | 'login'>>;
}

/** Actions whose subject is a finding. */
const OF_FINDINGS: ReadonlySet<Action> = new Set([
  ...(['decide', 'withdraw', 'object', 'answer-objection', 'feed-back', 'recheck'] as const),
]);

/** The number of the finding that an entry is about; null for all others. */
export const findingOf = ({ action, subject }: Pick<LogEntry, 'action' | 'subject'>): string | null =>
  OF_FINDINGS.has(action) && subject !== '' ? findingNumber(subject) : null;

/** What something was done to, for people; '' where the action says it all. */
export function subjectWords(entry: Pick<LogEntry, 'action' | 'subject'>, names: LogNames): string {
  const number = findingOf(entry);
  if (number !== null) return `问题${number}`;
  const [kind, id = ''] = entry.subject.split('/');
  if (kind === 'register') return names.registers.get(id) ?? id;
  if (kind === 'coverage') return names.units.get(id) ?? id;
  if (kind === 'bulletin') return `${periodWords(id)}通报`;
  const account = names.accounts.get(entry.subject);
  return account ? `${account.name}（${account.login}）` : '';
}

function periodWords(id: string): string {
  const period = parsePeriod(id);
  return period ? quarterName(period) : id;
}

/** What was done, in one line. An entry of an unknown shape is told by its action alone. */
export function changeWords({ action, before, after }: LogEntry, names: LogNames): string {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  switch (action) {
    case 'decide':
      return joined([was.kind === undefined ? '' : `原${decisionWords(was)}`, decisionWords(is)], '，改为');
    case 'withdraw':
      return joined([`撤销“${decisionWords(was)}”`, '恢复为待审核'], '，');
    case 'object':
      return joined([is.text, is.file && `附件：${is.file}`], '；');
    case 'answer-objection':
      return joined([is.upheld === 'true' ? '异议成立' : '异议不成立', is.text], '：');
    case 'feed-back':
      return joined([is.text, is.link], '；');
    case 'enter-coverage':
      return `${was.score === undefined ? '未评定' : `${was.score}分`} → ${is.score ?? ''}分`;
    case 'edit-register':
      return is.summary ?? '';
    case 'freeze':
      return `第${is.version ?? ''}版，${day(is.publishedOn)}印发，整改期限${day(is.rectifyBy)}`;
    case 'log-in-failed':
      return joined([is.login && `登录名${is.login}`, is.address && `来自${is.address}`], '，');
    case 'log-in':
      return is.address ? `来自${is.address}` : '';
    case 'change-password':
      return is.reset === 'true' ? '由管理员重设' : '本人修改';
    case 'create-account':
      return accountWords(is, names);
    case 'change-account':
      return changedWords(was, is, names);
    case 'make-token':
      return joined([is.label, is.days && `有效${is.days}天`], '，');
    case 'recheck':
      return joined([is.outcome, is.text], '：');
    default:
      return is.text ?? is.summary ?? '';
  }
}

/** The plain values of an entry's data by name; what is nested stays in the details. */
function valuesOf(data: unknown): Readonly<Record<string, string | undefined>> {
  if (data === null || typeof data !== 'object') return {};
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => {
      if (value !== null && typeof value === 'object') return [];
      return [[name, value === null ? undefined : String(value)]];
    }),
  );
}

type Values = ReturnType<typeof valuesOf>;

const joined = (parts: readonly (string | undefined)[], by: string): string => parts.filter(Boolean).join(by);

function decisionWords({ kind = '', points, reason }: Values): string {
  const words = Object.hasOwn(DECISION_KINDS, kind) ? DECISION_KINDS[kind as DecisionKind] : kind;
  const priced = points === undefined ? words : `${words}为${points}分`;
  return reason ? `${priced}（${reason}）` : priced;
}

const day = (text: string | undefined): string => (text === undefined ? '' : dayName(text));

const ACCOUNT_WORDS = { name: '名称', role: '角色', unit: '单位', email: '邮箱', disabled: '停用' } as const;

function accountValue(field: string, value: string | undefined, { units }: LogNames): string {
  if (value === undefined) return '无';
  if (field === 'role') return Object.hasOwn(ROLES, value) ? ROLES[value as Role] : value;
  if (field === 'unit') return units.get(value) ?? value;
  if (field === 'disabled') return value === 'true' ? '是' : '否';
  return value;
}

const accountWords = (values: Values, names: LogNames): string =>
  Object.entries(ACCOUNT_WORDS)
    .flatMap(([field, word]) =>
      values[field] === undefined ? [] : [`${word}：${accountValue(field, values[field], names)}`],
    )
    .join('，');

/** Only what is told of both sides can be said to have changed; a field that was left alone is not told of. */
const changedWords = (was: Values, is: Values, names: LogNames): string =>
  Object.entries(ACCOUNT_WORDS)
    .filter(([field]) => field in is && was[field] !== is[field])
    .map(
      ([field, word]) =>
        `${word}：${accountValue(field, was[field], names)} → ${accountValue(field, is[field], names)}`,
    )
    .join('；');

/** Who did it, with the role held then. */
export function whoWords({ byName, role }: Pick<LogEntry, 'byName' | 'role'>): string {
  if (byName === '') return '系统';
  return role === '' ? byName : `${byName}（${ROLES[role]}）`;
}

export const actionWords = ({ action }: Pick<LogEntry, 'action'>): string => ACTIONS[action] ?? action;
