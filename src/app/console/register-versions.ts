import { type Actor, may } from '../../model/account.ts';
import type { LogEntryDraft } from '../../model/log-entry.ts';
import type { RegisterId } from '../../model/register.ts';
import type { RegisterChange } from '../registers/change-register.ts';
import { keptVersion } from '../registers/restore-register.ts';
import type { Console } from './console.ts';
import { logEntry, registerSubject } from './log.ts';
import { NotAllowed, NotThere } from './refusals.ts';
import type { RegisterDownload } from './register-downloads.ts';

/** The log's entry of a register's change, whichever use case made it: versions are found by these. */
export const registerEntry = (actor: Actor, at: Date, id: RegisterId, change: RegisterChange): LogEntryDraft =>
  logEntry(actor, at, 'edit-register', {
    subject: registerSubject(id),
    before: { sha256: change.before },
    after: { sha256: change.after, summary: change.summary },
  });

/** A version of a register that is kept: what a change made of it. */
export interface RegisterVersion {
  readonly sha256: string;
  /** ISO instant, UTC, and name of whoever made it; null for the one before all changes in the console. */
  readonly made: { readonly at: string; readonly byName: string; readonly summary: string } | null;
}

const VERSIONS_SHOWN = 200;

/** The kept versions of a register, the newest first; the same one once, where it was made last. Throws NotAllowed. */
export async function registerVersions(
  { inspection }: Console,
  actor: Actor,
  id: RegisterId,
): Promise<readonly RegisterVersion[]> {
  if (!may(actor, 'edit-registers')) throw new NotAllowed();
  const entries = await inspection.log.entries({ subject: registerSubject(id), limit: VERSIONS_SHOWN });
  const versions = new Map<string, RegisterVersion>();
  for (const { at, byName, before, after } of entries) {
    const { sha256, summary = '' } = after as { readonly sha256: string; readonly summary?: string };
    const earlier = (before as { readonly sha256: string } | null)?.sha256 ?? '';
    if (!versions.get(sha256)?.made) versions.set(sha256, { sha256, made: { at, byName, summary } });
    if (earlier !== '' && !versions.has(earlier)) versions.set(earlier, { sha256: earlier, made: null });
  }
  return [...versions.values()];
}

/** Throws NotThere where the log knows no such version of the register. */
export async function requireVersion({ inspection }: Console, id: RegisterId, sha256: string): Promise<void> {
  const entries = await inspection.log.entries({ subject: registerSubject(id), limit: VERSIONS_SHOWN });
  const known = entries.flatMap(({ before, after }) => [before, after] as { readonly sha256?: string }[]);
  if (!known.some((one) => one?.sha256 === sha256)) throw new NotThere();
}

/** A kept version of a register. Throws NotAllowed, NotThere where it is none of this register, UserError (4) for damage. */
export async function registerVersionDownload(
  console: Console,
  actor: Actor,
  of: { readonly id: RegisterId; readonly sha256: string },
): Promise<RegisterDownload> {
  if (!may(actor, 'edit-registers')) throw new NotAllowed();
  await requireVersion(console, of.id, of.sha256);
  const { bytes, extension } = keptVersion(console.data, of.sha256);
  return { name: `${of.id}-${of.sha256.slice(0, 8)}${extension}`, bytes };
}
