import { createHash, randomBytes } from 'node:crypto';
import type { Account } from '../../../model/account.ts';
import type { ConsoleStore } from '../../compose.ts';

const HOUR = 3_600_000;
/** After so long without a sign of life a session is over, in milliseconds. */
const IDLE = 8 * HOUR;
/** After so long it is over in any case. */
const LONGEST = 72 * HOUR;
/** A sign of life is written at most so often. */
const NOTED_EVERY = 60_000;
const SECRET_BYTES = 32;

/** Somebody who is logged in. */
export interface LoggedIn {
  readonly account: Account;
  /** Key of the session, not the secret in the cookie. */
  readonly session: string;
  /** What forms must carry. */
  readonly csrf: string;
}

/** Begins a session; gives the secret that the cookie carries. */
export async function beginSession({ sessions }: ConsoleStore, account: string, now: number): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const csrf = randomBytes(SECRET_BYTES).toString('base64url');
  await sessions.forget({ seenBefore: now - IDLE, begunBefore: now - LONGEST });
  await sessions.begin({ id: keyOf(secret), account, csrf, createdAt: now, seenAt: now });
  return secret;
}

/** Whose session a cookie's secret names; null where it is over, unknown or the account is not to be used any more. */
export async function sessionOf(store: ConsoleStore, secret: string, now: number): Promise<LoggedIn | null> {
  const session = await store.sessions.get(keyOf(secret));
  if (!session) return null;
  const { id, createdAt, seenAt, csrf } = session;
  if (now - seenAt > IDLE || now - createdAt > LONGEST) {
    await store.sessions.end(id);
    return null;
  }
  const found = await store.accounts.get(session.account);
  if (!found || found.disabled) return null;
  if (now - seenAt > NOTED_EVERY) await store.sessions.seen(id, now);
  const { password: _, ...account } = found;
  return { account, session: id, csrf };
}

/** Tokens and sessions are kept by their hash: whoever reads the file or a backup of it cannot use them. */
export const keyOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
