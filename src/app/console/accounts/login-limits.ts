import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { refused } from '../refusals.ts';

const QUARTER_OF_AN_HOUR = 15 * 60;

/**
 * How often a password may be tried: for one login, and from one address; and a wrong token from one address. Counted in
 * memory, per quarter of an hour.
 */
export class LoginLimits {
  readonly #byLogin = new RateLimiterMemory({ points: 8, duration: QUARTER_OF_AN_HOUR });
  readonly #byAddress = new RateLimiterMemory({ points: 40, duration: QUARTER_OF_AN_HOUR });
  readonly #own = new RateLimiterMemory({ points: 8, duration: QUARTER_OF_AN_HOUR });
  readonly #tokens = new RateLimiterMemory({ points: 40, duration: QUARTER_OF_AN_HOUR });

  /** Throws UserError where there were too many failures; else counts this try as one until `succeeded`. */
  async tried(login: string, address: string): Promise<void> {
    await within(async () => {
      await this.#byAddress.consume(address);
      await this.#byLogin.consume(login);
    }, '登录失败次数过多');
  }

  /** The same for somebody who is logged in and names his old password: a stolen session must not try them all. */
  async triedOwn(account: string): Promise<void> {
    await within(async () => {
      await this.#own.consume(account);
    }, '原密码输入次数过多');
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

/** Throws UserError where a limit is reached. */
async function within(count: () => Promise<void>, what: string): Promise<void> {
  try {
    await count();
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const minutes = Math.max(1, Math.ceil(error.msBeforeNext / 60_000));
    throw refused(what, `请在${minutes}分钟后再试；忘记密码的，请与管理员联系`);
  }
}
