import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Account } from '../../../model/account.ts';
import type { Console } from '../console.ts';
import { logEntry, NOBODY } from '../log.ts';
import { refused } from '../refusals.ts';
import { isPassword, NO_PASSWORD } from './password.ts';
import { beginSession } from './sessions.ts';

const QUARTER_OF_AN_HOUR = 15 * 60;

/**
 * How often a password may be tried: for one login, and from one address; and a wrong token from one address. Counted in
 * memory, per quarter of an hour.
 */
export class LoginLimits {
  readonly #byLogin = new RateLimiterMemory({ points: 8, duration: QUARTER_OF_AN_HOUR });
  readonly #byAddress = new RateLimiterMemory({ points: 40, duration: QUARTER_OF_AN_HOUR });
  readonly #tokens = new RateLimiterMemory({ points: 40, duration: QUARTER_OF_AN_HOUR });

  /** Throws UserError where there were too many failures; else counts this try as one until `succeeded`. */
  async tried(login: string, address: string): Promise<void> {
    try {
      await this.#byAddress.consume(address);
      await this.#byLogin.consume(login);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const minutes = Math.max(1, Math.ceil(error.msBeforeNext / 60_000));
      throw refused('登录失败次数过多', `请在${minutes}分钟后再试；忘记密码的，请与管理员联系`);
    }
  }

  async succeeded(login: string, address: string): Promise<void> {
    await this.#byLogin.delete(login);
    await this.#byAddress.reward(address, 1);
  }

  /** Counts a wrong token; gives the seconds to wait where there were too many, else null. */
  async tokenFailed(address: string): Promise<number | null> {
    try {
      await this.#tokens.consume(address);
      return null;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    }
  }
}

/** How a log-in ended: `wrong` says nothing of which of the two was wrong. */
export type LogIn = { readonly ok: true; readonly secret: string; readonly account: Account } | { readonly ok: false };

/**
 * Logs somebody in and gives the session's secret for the cookie. Throws UserError where there were too many failures.
 * @param address of the client, for the limit
 */
export async function logIn(
  { store, inspection, clock, limits }: Console,
  { login, password, address }: { readonly login: string; readonly password: string; readonly address: string },
): Promise<LogIn> {
  const name = login.trim().toLowerCase();
  await limits.tried(name, address);
  const found = await store.accounts.byLogin(name);
  const isRight = await isPassword(password, found?.password ?? NO_PASSWORD);
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
