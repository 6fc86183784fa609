import { Hono } from 'hono';
import { logIn } from '../../app/console/accounts/log-in.ts';
import { UserError } from '../../model/user-error.ts';
import type { Env, WebContext } from '../env.ts';
import { safeNext, setSession } from '../login-guard.ts';
import { Document } from '../parts/document.tsx';
import { Field, Hidden } from '../parts/form.tsx';

/** The login page: the only one that strangers see. */
export const loginRoutes = new Hono<Env>()
  .get('/login', (c) => {
    const next = safeNext(c.req.query('next'));
    if (c.get('loggedIn') !== undefined) return c.redirect(next, 303);
    return c.html(loginPage(c, { next }));
  })
  .post('/login', async (c) => {
    const form = await c.req.parseBody();
    const [login, password] = [text(form.login), text(form.password)];
    const next = safeNext(text(form.next));
    try {
      const result = await logIn(c.get('console'), { login, password, address: c.get('address') });
      if (!result.ok) return c.html(loginPage(c, { next, login, error: '登录名或密码不正确' }), 401);
      setSession(c, result.secret);
      return c.redirect(result.account.mustChangePassword ? '/password' : next, 303);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return c.html(loginPage(c, { next, login, error: error.message }), 429);
    }
  });

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function loginPage(
  c: WebContext,
  { next, login = '', error }: { readonly next: string; readonly login?: string; readonly error?: string },
) {
  c.header('Cache-Control', 'no-store');
  const { district } = c.get('console').plan();
  return (
    <Document title="登录">
      <main id="main" class="alone">
        <h1>{`${district}政务公开巡检`}</h1>
        {error !== undefined && (
          <p class="notice error" role="alert">
            {error}
          </p>
        )}
        <form method="post" action="/login">
          <Hidden name="next" value={next} />
          <Field label="登录名">
            <input name="login" value={login} autocomplete="username" required autofocus={login === ''} />
          </Field>
          <Field label="密码">
            <input name="password" type="password" autocomplete="current-password" required autofocus={login !== ''} />
          </Field>
          <button type="submit">登录</button>
        </form>
        <p class="soft small">没有账号或忘记密码的，请与本区巡检管理员联系。</p>
      </main>
    </Document>
  );
}
