import { Hono } from 'hono';
import {
  type AccountForm,
  changeAccount,
  createAccount,
  listAccounts,
  resetPassword,
} from '../../../app/console/accounts/accounts.ts';
import { ROLES, type Role } from '../../../model/account.ts';
import { UserError } from '../../../model/user-error.ts';
import { actorOf, type Env, type WebContext } from '../../env.ts';
import { tell } from '../../flash.ts';
import { viewOf } from '../../view.ts';
import { AccountPage, AccountsPage } from './page.tsx';

/** Accounts: who may use the console, and as what. */
export const accountRoutes = new Hono<Env>()
  .get('/accounts', async (c) => c.html(await accountsPage(c)))
  .post('/accounts', async (c) => {
    const form = await formOf(c);
    try {
      const { account, password } = await createAccount(c.get('console'), actorOf(c), form);
      tell(c, 'done', onceText(account.login, password));
      return c.redirect('/accounts', 303);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return c.html(await accountsPage(c, { form, error: error.message }), 400);
    }
  })
  .get('/accounts/:id', async (c) => {
    const accounts = await listAccounts(c.get('console'), actorOf(c));
    const account = accounts.find(({ id }) => id === c.req.param('id'));
    if (!account) return c.notFound();
    return c.html(<AccountPage view={viewOf(c)} account={account} units={c.get('console').plan().units} />);
  })
  .post('/accounts/:id', async (c) => {
    const { login: _, ...form } = await formOf(c);
    const disabled = (await c.req.parseBody()).disabled === '1';
    await changeAccount(c.get('console'), actorOf(c), c.req.param('id'), { ...form, disabled });
    tell(c, 'done', '账号已修改。');
    return c.redirect('/accounts', 303);
  })
  .post('/accounts/:id/password', async (c) => {
    const { account, password } = await resetPassword(c.get('console'), actorOf(c), c.req.param('id'));
    tell(c, 'done', onceText(account.login, password));
    return c.redirect('/accounts', 303);
  });

const onceText = (login: string, password: string): string =>
  `登录名：${login}\n一次性密码：${password}\n只显示这一次，请转告本人；首次登录时须改为自己的密码。`;

async function accountsPage(c: WebContext, tried?: { readonly form: AccountForm; readonly error: string }) {
  const accounts = await listAccounts(c.get('console'), actorOf(c));
  return <AccountsPage view={viewOf(c)} accounts={accounts} units={c.get('console').plan().units} tried={tried} />;
}

async function formOf(c: WebContext): Promise<AccountForm> {
  const form = await c.req.parseBody();
  const text = (name: string): string => (typeof form[name] === 'string' ? form[name].trim() : '');
  const role: Role = Object.hasOwn(ROLES, text('role')) ? (text('role') as Role) : 'reader';
  return { login: text('login'), name: text('name'), role, unit: text('unit') || null, email: text('email') || null };
}
