import { Hono } from 'hono';
import { changeOwnPassword } from '../../app/console/accounts/accounts.ts';
import { makeToken, ownTokens, revokeToken } from '../../app/console/accounts/tokens.ts';
import { UserError } from '../../model/user-error.ts';
import { localTime } from '../../report/words.ts';
import { actorOf, type Env, type WebContext } from '../env.ts';
import { tell } from '../flash.ts';
import { forgetSession } from '../login-guard.ts';
import { Document } from '../parts/document.tsx';
import { Field, Post } from '../parts/form.tsx';
import { Layout } from '../parts/layout.tsx';
import { viewOf } from '../view.ts';

/** What everybody does with his own account: password, tokens for the API, logging out. */
export const ownAccountRoutes = new Hono<Env>()
  .get('/password', async (c) => c.html(await accountPage(c)))
  .post('/password', async (c) => {
    const { old, fresh, again } = await c.req.parseBody();
    if (fresh !== again) return c.html(await accountPage(c, '两次输入的新密码不一致'), 400);
    try {
      const change = { old: String(old ?? ''), fresh: String(fresh ?? ''), session: c.get('loggedIn').session };
      await changeOwnPassword(c.get('console'), actorOf(c), change);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return c.html(await accountPage(c, error.message), 400);
    }
    tell(c, 'done', '密码已修改，其他地方的登录已退出，接口令牌已吊销。');
    return c.redirect('/', 303);
  })
  .post('/tokens', async (c) => {
    const { label, days } = await c.req.parseBody();
    const form = { label: String(label ?? ''), days: Number(days) };
    const { secret } = await makeToken(c.get('console'), actorOf(c), form);
    tell(c, 'done', `令牌已生成，只显示这一次，请妥善保存：\n${secret}`);
    return c.redirect('/password', 303);
  })
  .post('/tokens/:id/revoke', async (c) => {
    await revokeToken(c.get('console'), actorOf(c), c.req.param('id'));
    tell(c, 'done', '令牌已吊销。');
    return c.redirect('/password', 303);
  })
  .post('/logout', async (c) => {
    await c.get('console').store.sessions.end(c.get('loggedIn').session);
    forgetSession(c);
    return c.redirect('/login', 303);
  });

async function accountPage(c: WebContext, error?: string) {
  const { mustChangePassword } = c.get('loggedIn').account;
  if (mustChangePassword)
    return (
      <Document title="设置新密码">
        <main id="main" class="alone">
          <h1>设置新密码</h1>
          <p class="soft">当前密码由他人设置，请先改为自己的密码。</p>
          <PasswordForm csrf={c.get('loggedIn').csrf} error={error} />
        </main>
      </Document>
    );
  const view = viewOf(c);
  const tokens = await ownTokens(c.get('console'), view.actor);
  return (
    <Layout view={view} title="我的账号">
      <div class="columns">
        <section class="card" aria-labelledby="password">
          <h2 id="password">修改密码</h2>
          <PasswordForm csrf={view.csrf} error={error} />
        </section>
        <section class="card" aria-labelledby="tokens">
          <h2 id="tokens">接口令牌</h2>
          <p class="soft small">
            供其他程序以本账号的权限使用接口，见 <a href="/api/v1/docs">接口说明</a>。
          </p>
          {tokens.length > 0 && (
            <table>
              <thead>
                <tr>
                  <th>用途</th>
                  <th>有效期至</th>
                  <th>最近使用</th>
                  <th>操作</th>
                </tr>
              </thead>
              <tbody>
                {tokens.map(({ id, label, expiresAt, usedAt }) => (
                  <tr>
                    <td>{label}</td>
                    <td>{timeText(expiresAt, view.timeZone)}</td>
                    <td>{usedAt === null ? '未使用' : timeText(usedAt, view.timeZone)}</td>
                    <td>
                      <Post action={`/tokens/${id}/revoke`} csrf={view.csrf}>
                        <button type="submit" class="danger" data-confirm={`确定吊销令牌“${label}”吗？`}>
                          吊销
                        </button>
                      </Post>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <h3>生成令牌</h3>
          <Post action="/tokens" csrf={view.csrf}>
            <Field label="用途">
              <input name="label" required maxlength={60} />
            </Field>
            <Field label="有效天数">
              <input name="days" type="number" min={1} max={366} value="90" required />
            </Field>
            <button type="submit">生成</button>
          </Post>
        </section>
      </div>
    </Layout>
  );
}

const timeText = (ms: number, timeZone: string): string => localTime(new Date(ms).toISOString(), timeZone);

function PasswordForm({ csrf, error }: { readonly csrf: string; readonly error: string | undefined }) {
  return (
    <Post action="/password" csrf={csrf}>
      {error !== undefined && (
        <p class="notice error" role="alert">
          {error}
        </p>
      )}
      <Field label="原密码">
        <input name="old" type="password" autocomplete="current-password" required />
      </Field>
      <Field label="新密码" hint="至少10个字符，不含登录名">
        <input name="fresh" type="password" autocomplete="new-password" required minlength={10} />
      </Field>
      <Field label="再次输入新密码">
        <input name="again" type="password" autocomplete="new-password" required minlength={10} />
      </Field>
      <button type="submit">保存</button>
    </Post>
  );
}
