import type { Actor } from '../../model/account.ts';
import { may } from '../../model/account.ts';
import type { Action, LogEntry, LogEntryDraft } from '../../model/log-entry.ts';
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

/** The newest entries of the log that fit. Throws NotAllowed. */
export async function readLog({ inspection }: Console, actor: Actor, filter: LogFilter): Promise<readonly LogEntry[]> {
  if (!may(actor, 'read-log')) throw new NotAllowed();
  return inspection.log.entries(filter);
}
