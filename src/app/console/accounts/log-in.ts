import type { Account } from '../../../model/account.ts';
import type { Console } from '../console.ts';
import { logEntry, NOBODY } from '../log.ts';
import { isPassword, NO_PASSWORD } from './password.ts';
import { beginSession } from './sessions.ts';

/** How a log-in ended: `wrong` says nothing of which of the two was wrong. */
export type LogIn = { readonly ok: true; readonly secret: string; readonly account: Account } | { readonly ok: false };

/** Nobody's login or password is so long; what is counted, hashed and told is never longer, whatever strangers send. */
const LONGEST = 500;

/**
 * Logs somebody in and gives the session's secret for the cookie. Throws UserError where there were too many failures.
 * @param address of the client, for the limit
 */
export async function logIn(
  { store, inspection, clock, limits }: Console,
  { login, password, address }: { readonly login: string; readonly password: string; readonly address: string },
): Promise<LogIn> {
  const name = login.slice(0, LONGEST).trim().toLowerCase();
  await limits.tried(name, address);
  const found = await store.accounts.byLogin(name);
  const isRight = await isPassword(password.slice(0, LONGEST), found?.password ?? NO_PASSWORD);
  const at = clock();
  if (!found || found.disabled || !isRight) {
    const subject = found?.id ?? '';
    await inspection.log.add([
      logEntry(NOBODY, at, 'log-in-failed', { subject, after: { login: name.slice(0, 80), address } }),
    ]);
    return { ok: false };
  }
  await limits.succeeded(name, address);
  const secret = await beginSession(store, found.id, at.getTime());
  await store.accounts.loggedIn(found.id, at.getTime());
  const { password: _, ...account } = found;
  await inspection.log.add([logEntry(account, at, 'log-in', { subject: account.id, after: { address } })]);
  return { ok: true, secret, account };
}
