import type { Actor } from '../../model/account.ts';
import { may } from '../../model/account.ts';
import type { Action, LogEntry, LogEntryDraft } from '../../model/log-entry.ts';
import { registerDefinitions } from '../../registers/definitions.ts';
import type { LogNames } from '../../report/log-words.ts';
import type { LogFilter } from '../compose.ts';
import type { Console } from './console.ts';
import { NotAllowed } from './refusals.ts';

/** The program itself, or somebody who is not logged in. */
export const NOBODY = { id: '', name: '', role: '' } as const;

/** An entry of the log: who did what, when, and how things were before and after. */
export const logEntry = (
  { id, name, role }: Pick<Actor, 'id' | 'name' | 'role'> | typeof NOBODY,
  at: Date,
  action: Action,
  of: Partial<Pick<LogEntryDraft, 'subject' | 'period' | 'unit' | 'before' | 'after'>>,
): LogEntryDraft => ({
  ...{ subject: '', period: '', unit: '', before: null, after: null },
  ...of,
  ...{ at: at.toISOString(), by: id, byName: name, role, action },
});

/** Entries of the log, and how what they name is called. */
export interface LogPage {
  /** The newest first. */
  readonly entries: readonly LogEntry[];
  readonly names: LogNames;
  /** What `before` of the next page is; null where nothing is left. */
  readonly next: number | null;
}

/** The newest entries of the log that fit, `limit` at most. Throws NotAllowed. */
export async function readLog(console: Console, actor: Actor, filter: LogFilter): Promise<LogPage> {
  if (!may(actor, 'read-log')) throw new NotAllowed();
  const found = await console.inspection.log.entries({ ...filter, limit: filter.limit + 1 });
  const entries = found.slice(0, filter.limit);
  const last = entries.at(-1);
  return {
    entries,
    names: await namesOf(console),
    next: found.length > filter.limit && last ? last.seq : null,
  };
}

async function namesOf({ plan, store }: Console): Promise<LogNames> {
  const registers = Object.entries(registerDefinitions(plan()));
  return {
    units: new Map(plan().units.map(({ id, name }) => [id, name])),
    registers: new Map(registers.map(([id, { title }]) => [id, title])),
    accounts: new Map((await store.accounts.all()).map((account) => [account.id, account])),
  };
}

/**
 * What entries are about, as people name it: the number of a finding of the newest quarter, the title of a register, the
 * login or name of an account. Anything else as it is.
 */
export async function subjectNamed(console: Console, text: string): Promise<string> {
  const { board } = console;
  const found = board.periods.length > 0 ? (await board.quarter()).byNumber(text) : undefined;
  if (found) return found.id;
  const { registers, accounts } = await namesOf(console);
  for (const [id, title] of registers) if (title === text || id === text) return registerSubject(id);
  for (const [id, { login, name }] of accounts) if (login === text || name === text) return id;
  return text;
}

/** What the log calls a register. */
export const registerSubject = (id: string): string => `register/${id}`;
