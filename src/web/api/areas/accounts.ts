import { z } from '@hono/zod-openapi';
import { changeAccount, createAccount, listAccounts, resetPassword } from '../../../app/console/accounts/accounts.ts';
import { type Account, ROLES } from '../../../model/account.ts';
import { actorOf } from '../../env.ts';
import { apiArea } from '../area.ts';
import { keysOf } from '../keys-of.ts';
import { answer, body, DONE, operation } from '../operation.ts';
import { ID } from '../parameters.ts';

/** Accounts: who may use the console, and as what. */
export const accountsArea = apiArea();

const role = z.enum(keysOf(ROLES)).describe('administrator 管理员，inspector 检查人员，unit 单位，reader 查阅人员');

const account = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    role,
    unit: z.string().nullable(),
    email: z.string().nullable(),
    mustChangePassword: z.boolean(),
    disabled: z.boolean(),
    createdAt: z.iso.datetime(),
    lastLoginAt: z.iso.datetime().nullable(),
  })
  .openapi('Account');

const accountShape = ({ createdAt, lastLoginAt, ...of }: Account): z.infer<typeof account> => {
  const { id, login, name, role, unit, email, mustChangePassword, disabled } = of;
  const last = lastLoginAt === null ? null : new Date(lastLoginAt).toISOString();
  return {
    ...{ id, login, name, role, unit, email, mustChangePassword, disabled },
    ...{ createdAt: new Date(createdAt).toISOString(), lastLoginAt: last },
  };
};

const issued = account.extend({ password: z.string().describe('一次性密码，只给出这一次') }).openapi('IssuedAccount');

accountsArea.openapi(
  operation({
    ...{ method: 'get', path: '/accounts', operationId: 'listAccounts', tag: 'accounts', summary: '全部账号' },
    responses: { 200: answer(z.object({ accounts: z.array(account) }), '账号') },
  }),
  async (c) => {
    const accounts = await listAccounts(c.get('console'), actorOf(c));
    return c.json({ accounts: accounts.map(accountShape) }, 200);
  },
);

const fresh = z
  .strictObject({
    login: z.string(),
    name: z.string(),
    role,
    unit: z.string().nullable().default(null).describe('单位账号必填'),
    email: z.string().nullable().default(null),
  })
  .openapi('NewAccount');

accountsArea.openapi(
  operation({
    ...{ method: 'post', path: '/accounts', operationId: 'createAccount', tag: 'accounts', summary: '建立账号' },
    request: { body: body(fresh) },
    responses: { 201: answer(issued, '新的账号') },
  }),
  async (c) => {
    const { account, password } = await createAccount(c.get('console'), actorOf(c), c.req.valid('json'));
    return c.json({ ...accountShape(account), password }, 201);
  },
);

const changes = z
  .strictObject({
    name: z.string(),
    role,
    unit: z.string().nullable(),
    email: z.string().nullable(),
    disabled: z.boolean().describe('停用'),
  })
  .partial()
  .openapi('AccountChanges');

accountsArea.openapi(
  operation({
    ...{ method: 'patch', path: '/accounts/{id}', operationId: 'changeAccount', tag: 'accounts', summary: '修改账号' },
    request: { params: ID, body: body(changes) },
    responses: DONE,
  }),
  async (c) => {
    const given = Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined);
    await changeAccount(c.get('console'), actorOf(c), c.req.valid('param').id, Object.fromEntries(given));
    return c.body(null, 204);
  },
);

accountsArea.openapi(
  operation({
    ...{ method: 'post', path: '/accounts/{id}/password', operationId: 'resetPassword', tag: 'accounts' },
    summary: '设置一次性密码，退出该账号的全部登录并吊销其令牌',
    request: { params: ID },
    responses: { 200: answer(issued, '账号') },
  }),
  async (c) => {
    const { account, password } = await resetPassword(c.get('console'), actorOf(c), c.req.valid('param').id);
    return c.json({ ...accountShape(account), password }, 200);
  },
);
