import type { MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { sessionOf } from '../app/console/accounts/sessions.ts';
import type { Env, WebContext } from './env.ts';

/** A cookie that only this very host gets where the console is reached over HTTPS. */
const cookieName = (c: WebContext): string => (isHttps(c) ? '__Host-xunjian' : 'xunjian');

/** Whether users reach the console over HTTPS, which the reverse proxy ends. */
const isHttps = (c: WebContext): boolean => c.get('console').settings.publicUrl?.startsWith('https:') ?? false;

export function setSession(c: WebContext, secret: string): void {
  setCookie(c, cookieName(c), secret, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isHttps(c) });
}

export function forgetSession(c: WebContext): void {
  deleteCookie(c, cookieName(c), { path: '/', secure: isHttps(c) });
}

/** Finds out who asks; pages that need to know are behind `requireLogin`. */
export const findLogin: MiddlewareHandler<Env> = async (c, next) => {
  const secret = getCookie(c, cookieName(c));
  const { store, clock } = c.get('console');
  const loggedIn = secret ? await sessionOf(store, secret, clock().getTime()) : null;
  if (loggedIn) c.set('loggedIn', loggedIn);
  return next();
};

/** Pages that one may use with a password that is still to be changed. */
const FIRST_STEPS = new Set(['/password', '/logout']);

/** Sends whoever is not logged in to the login page and back afterwards; who must change the password does so first. */
export const requireLogin: MiddlewareHandler<Env> = async (c, next) => {
  const loggedIn = c.get('loggedIn') as Env['Variables']['loggedIn'] | undefined;
  if (!loggedIn) return toLogin(c);
  c.header('Cache-Control', 'no-store');
  if (loggedIn.account.mustChangePassword && !FIRST_STEPS.has(c.req.path)) return c.redirect('/password', 303);
  return next();
};

function toLogin(c: WebContext): Response {
  // A part of a page that asks for news is told to load the whole page, which then asks for the password.
  if (c.req.header('hx-request') === 'true') {
    c.header('HX-Refresh', 'true');
    return c.body(null, 401);
  }
  const { pathname, search } = new URL(c.req.url);
  const back = c.req.method === 'GET' && pathname !== '/' ? `?next=${encodeURIComponent(pathname + search)}` : '';
  return c.redirect(`/login${back}`, 303);
}

/** Only a path within the console: a link in a mail must not lead elsewhere after the login. */
export const safeNext = (next: string | undefined): string =>
  next !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(next) ? next : '/';
