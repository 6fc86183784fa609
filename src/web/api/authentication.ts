import type { MiddlewareHandler } from 'hono';
import { tokenOwner } from '../../app/console/accounts/tokens.ts';
import type { Env, WebContext } from '../env.ts';
import { findLogin } from '../login-guard.ts';
import { requireOwnForm } from '../security.ts';
import { apiError } from './errors.ts';

/** No token is longer; the rest is not even looked at. */
const BEARER = /^Bearer +([\x21-\x7e]{1,200})$/i;
const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);
/** What one may do with a password that is still to be changed. */
const FIRST_STEPS = /\/me(?:\/password)?$/;

/**
 * Finds out who asks: the owner of the token in the header, or whoever is logged in with a browser; a change of the
 * latter must carry the token of forms in `x-csrf-token` and come from the console's own origin. A token anywhere else
 * than in the header is none.
 */
export const authenticate: MiddlewareHandler<Env> = async (c, next) => {
  c.header('Cache-Control', 'no-store');
  const authorization = c.req.header('authorization');
  if (authorization !== undefined) return withToken(c, authorization, next);
  await findLogin(c, async () => {});
  const loggedIn = c.get('loggedIn') as Env['Variables']['loggedIn'] | undefined;
  if (!loggedIn) return unknown(c, '没有提供接口令牌', '请在请求头 Authorization 中以 Bearer 方式提供接口令牌');
  if (loggedIn.account.mustChangePassword && !FIRST_STEPS.test(c.req.path))
    return apiError(c, 403, '密码由他人设置，尚未修改', '请先修改密码');
  if (READS.has(c.req.method)) return next();
  if (c.req.header('x-csrf-token') === undefined)
    return apiError(
      c,
      403,
      '请求来源不正确，操作没有执行',
      '请在请求头 x-csrf-token 中提供页面上的令牌，或改用接口令牌',
    );
  return requireOwnForm(c, next);
};

async function withToken(c: WebContext, authorization: string, next: () => Promise<void>) {
  const console = c.get('console');
  const [, secret] = BEARER.exec(authorization) ?? [];
  const account = secret === undefined ? null : await tokenOwner(console, secret);
  if (account) {
    c.set('loggedIn', { account, session: '', csrf: '' });
    return next();
  }
  // Whoever has a right token is not held up by a neighbour's wrong ones: none can be guessed.
  const seconds = await console.limits.tokenFailed(c.get('address'));
  if (seconds === null) return unknown(c, '接口令牌不正确、已过期或已吊销', '请在“我的账号”页重新生成接口令牌');
  c.header('Retry-After', String(seconds));
  return apiError(c, 429, '接口令牌错误次数过多', `请在${Math.ceil(seconds / 60)}分钟后再试`);
}

function unknown(c: WebContext, what: string, remedy: string) {
  c.header('WWW-Authenticate', 'Bearer');
  return apiError(c, 401, what, remedy);
}
