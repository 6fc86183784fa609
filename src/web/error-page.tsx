import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Conflict, NotAllowed, NotThere } from '../app/console/refusals.ts';
import { may } from '../model/account.ts';
import { EXIT, UserError, withoutFileValues } from '../model/user-error.ts';
import type { Env, WebContext } from './env.ts';
import { Document } from './parts/document.tsx';

/** A page that says what went wrong and what to do; JSON for the API, a bare text for parts of pages. */
export function errorPage(c: WebContext, status: ContentfulStatusCode, what: string, remedy: string) {
  if (c.req.path.startsWith('/api/')) return c.json({ error: { status, what, remedy } }, status);
  if (c.req.header('hx-request') === 'true') return c.text(`${what}。${remedy}`, status);
  return c.html(
    <Document title={what}>
      <main id="main" class="alone">
        <h1>{what}</h1>
        <p>{remedy}。</p>
        <p>
          <a class="button" href="/">
            返回首页
          </a>
        </p>
      </main>
    </Document>,
    status,
  );
}

/** Turns what a use case threw into an answer for people. Only a fault of ours is logged with its stack. */
export function onError(error: Error, c: WebContext): Response | Promise<Response> {
  if (error instanceof NotThere) return errorPage(c, 404, '没有找到', error.message);
  if (error instanceof NotAllowed) return errorPage(c, 403, '没有权限', error.message);
  if (error instanceof Conflict) return errorPage(c, 409, ...wordsOf(error));
  if (error instanceof UserError && error.exitCode === EXIT.usage) return errorPage(c, 400, ...wordsFor(c, error));
  const { log } = c.get('console');
  log.error({ request: c.get('requestId'), path: c.req.path, error: error.stack ?? error.message }, 'http.failed');
  if (error instanceof UserError) return errorPage(c, 503, ...wordsFor(c, error));
  return errorPage(
    c,
    500,
    '服务器内部错误，操作可能没有完成',
    `请稍后重试；仍不行的，请将编号 ${c.get('requestId')} 告诉管理员`,
  );
}

/** What stands in registers is told to those alone who may edit them. */
function wordsFor(c: WebContext, error: UserError): [what: string, remedy: string] {
  const loggedIn = c.get('loggedIn') as Env['Variables']['loggedIn'] | undefined;
  const isTold = loggedIn !== undefined && may(loggedIn.account, 'edit-registers');
  return wordsOf(isTold ? error : withoutFileValues(error));
}

/** All problems of an error, and the remedy of the first. */
export function wordsOf({ problems }: UserError): [what: string, remedy: string] {
  const said = problems.map(({ place, what, value }) => {
    const where = [
      place.line === undefined ? '' : `第${place.line}行`,
      place.column === undefined ? '' : `第${place.column}列`,
    ];
    return `${where.join('')}${what}${value === undefined ? '' : `：${value}`}`;
  });
  return [said.join('；'), problems[0]?.remedy ?? '请核对后重试'];
}
