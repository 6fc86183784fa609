import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Env, WebContext } from './env.ts';
import { errorPage } from './error-page.tsx';

/** What every answer has, whatever it is. */
const common = (isHttps: boolean) => ({
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  strictTransportSecurity: isHttps ? 'max-age=31536000' : false,
  permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
});

/**
 * Addresses of captured pages (pages/findings/evidence-routes) and of bulletins, which quote them, in the pages and in the
 * API, and of nothing else.
 */
const CAPTURED_PAGE =
  /^(?:\/api\/v1\/quarters\/[^/]+)?\/(?:findings\/[^/]+\/evidence\/[^/]+\/page|bulletins?(?:\/[^/]+)?\/draft\/(?:preview|report))$/;

/**
 * Everything comes from the console itself, no script or style stands in a page, and no other site may frame it.
 * A captured page is somebody else's: it has no origin, nothing in it runs or is fetched, also when it is opened alone,
 * and only the console's own pages may frame it. This goes by the address, so that no answer there is without it.
 */
export function headers(isHttps: boolean): MiddlewareHandler<Env> {
  const own = secureHeaders({
    ...common(isHttps),
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      frameSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
  });
  const captured = secureHeaders({
    ...common(isHttps),
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'unsafe-inline'"],
      imgSrc: ['data:'],
      formAction: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'self'"],
      sandbox: [],
    },
    xFrameOptions: 'SAMEORIGIN',
    referrerPolicy: 'no-referrer',
    originAgentCluster: false,
  });
  return (c, next) => (CAPTURED_PAGE.test(c.req.path) ? captured : own)(c, next);
}

const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Refuses what another site sends in a logged-in user's name: a change must come from the console's own origin and carry
 * the token that only its pages know, in the field `_csrf` or the header `x-csrf-token`.
 */
export const requireOwnForm: MiddlewareHandler<Env> = async (c, next) => {
  if (!CHANGES.has(c.req.method)) return next();
  if (!isSameOrigin(c) || !(await carriesToken(c)))
    return errorPage(c, 403, '请求来源不正确，操作没有执行', '请返回原页面刷新后重试');
  return next();
};

/** For forms of pages that nobody is logged in on: there is no token yet. */
export const requireSameOrigin: MiddlewareHandler<Env> = async (c, next) => {
  if (!CHANGES.has(c.req.method) || isSameOrigin(c)) return next();
  return errorPage(c, 403, '请求来源不正确，操作没有执行', '请返回原页面刷新后重试');
};

/** Browsers name the origin with every change (Fetch standard, section 3.2), those of 2021 too. */
function isSameOrigin(c: WebContext): boolean {
  const origin = c.req.header('origin');
  if (origin === undefined) return false;
  const { publicUrl } = c.get('console').settings;
  try {
    return (
      new URL(origin).host === c.req.header('host') || (publicUrl !== null && origin === new URL(publicUrl).origin)
    );
  } catch {
    return false;
  }
}

async function carriesToken(c: WebContext): Promise<boolean> {
  const { csrf } = c.get('loggedIn');
  const given = c.req.header('x-csrf-token') ?? (await c.req.parseBody({ all: true }))._csrf;
  if (typeof given !== 'string') return false;
  const [one, other] = [Buffer.from(given), Buffer.from(csrf)];
  return one.length === other.length && timingSafeEqual(one, other);
}
