import { z } from '@hono/zod-openapi';
import type { Token } from '../../../app/compose.ts';
import { changeOwnPassword } from '../../../app/console/accounts/accounts.ts';
import { makeToken, ownTokens, revokeToken } from '../../../app/console/accounts/tokens.ts';
import { ROLES } from '../../../model/account.ts';
import { actorOf } from '../../env.ts';
import { apiArea } from '../area.ts';
import { keysOf } from '../keys-of.ts';
import { answer, body, DONE, operation } from '../operation.ts';
import { ID } from '../parameters.ts';

/** What everybody may ask about himself: account, password, tokens. */
export const ownArea = apiArea();

const me = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    role: z.enum(keysOf(ROLES)),
    unit: z.string().nullable().describe('所属单位；仅单位账号有'),
    district: z.string(),
    timeZone: z.string(),
    today: z.iso.date().describe('巡检口径的今天'),
  })
  .openapi('Me');

ownArea.openapi(
  operation({
    ...{ method: 'get', path: '/me', operationId: 'getMe', tag: 'own', summary: '当前账号' },
    responses: { 200: answer(me, '当前账号') },
  }),
  (c) => {
    const { plan, today } = c.get('console');
    const { id, login, name, role, unit } = c.get('loggedIn').account;
    const { district, timeZone } = plan();
    return c.json({ id, login, name, role, unit, district, timeZone, today: today() }, 200);
  },
);

ownArea.openapi(
  operation({
    ...{ method: 'post', path: '/me/password', operationId: 'changeMyPassword', tag: 'own', summary: '修改本人密码' },
    request: { body: body(z.strictObject({ old: z.string().max(200), fresh: z.string().max(200) })) },
    responses: DONE,
  }),
  async (c) => {
    const change = { ...c.req.valid('json'), session: c.get('loggedIn').session };
    await changeOwnPassword(c.get('console'), actorOf(c), change);
    return c.body(null, 204);
  },
);

const token = z
  .object({
    id: z.string(),
    label: z.string().describe('用途'),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    usedAt: z.iso.datetime().nullable().describe('最近使用'),
  })
  .openapi('Token');

const tokenShape = ({ id, label, createdAt, expiresAt, usedAt }: Token): z.infer<typeof token> => ({
  ...{ id, label, createdAt: instant(createdAt), expiresAt: instant(expiresAt) },
  usedAt: usedAt === null ? null : instant(usedAt),
});
const instant = (ms: number): string => new Date(ms).toISOString();

ownArea.openapi(
  operation({
    ...{ method: 'get', path: '/tokens', operationId: 'listTokens', tag: 'own', summary: '本人的接口令牌' },
    responses: { 200: answer(z.object({ tokens: z.array(token) }), '令牌，不含密文') },
  }),
  async (c) => c.json({ tokens: (await ownTokens(c.get('console'), actorOf(c))).map(tokenShape) }, 200),
);

ownArea.openapi(
  operation({
    ...{ method: 'post', path: '/tokens', operationId: 'makeToken', tag: 'own', summary: '生成接口令牌' },
    request: { body: body(z.strictObject({ label: z.string(), days: z.int().describe('有效天数，1至366') })) },
    responses: { 201: answer(token.extend({ secret: z.string().describe('令牌，只给出这一次') }), '新的令牌') },
  }),
  async (c) => {
    const { token, secret } = await makeToken(c.get('console'), actorOf(c), c.req.valid('json'));
    return c.json({ ...tokenShape({ ...token, usedAt: null }), secret }, 201);
  },
);

ownArea.openapi(
  operation({
    ...{ method: 'delete', path: '/tokens/{id}', operationId: 'revokeToken', tag: 'own', summary: '吊销接口令牌' },
    request: { params: ID },
    responses: DONE,
  }),
  async (c) => {
    await revokeToken(c.get('console'), actorOf(c), c.req.valid('param').id);
    return c.body(null, 204);
  },
);
