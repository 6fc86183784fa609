import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeAccount, resetPassword } from '../../app/console/accounts/accounts.ts';
import { revokeToken } from '../../app/console/accounts/tokens.ts';
import { apiDistrict } from './api-client.fixture.ts';

const LONG = 60_000;
const bearer = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } });

describe('a token', { timeout: LONG }, () => {
  it('lets its owner in, by the header and by nothing else', async () => {
    const { send, secretOf } = await apiDistrict();
    const secret = await secretOf('jia');
    const me = await send('/me', bearer(secret));
    expect(me).toMatchObject({ status: 200, json: { login: 'jia', role: 'unit', unit: 'jia' } });
    expect(me.headers.get('cache-control')).toBe('no-store');
    for (const query of [`token=${secret}`, `access_token=${secret}`, `authorization=Bearer%20${secret}`])
      expect((await send(`/me?${query}`, {})).status).toBe(401);
    expect((await send('/me', { headers: { cookie: `xunjian=${secret}` } })).status).toBe(401);
    expect((await send('/me', { headers: { 'x-api-key': secret } })).status).toBe(401);
    expect((await send('/me', { headers: { authorization: secret } })).status).toBe(401);
    expect((await send('/me', { headers: { authorization: `Basic ${btoa(`jia:${secret}`)}` } })).status).toBe(401);
  });

  it('that is forged, cut short or of another form lets nobody in, and says what to do', async () => {
    const { send, secretOf } = await apiDistrict();
    const secret = await secretOf('administrator');
    const last = secret.endsWith('A') ? 'B' : 'A';
    const forged = [
      ...[secret.slice(0, -1), secret.slice(0, -1) + last, `${secret}A`, secret.slice('xunjian_'.length)],
      ...[secret.replace('xunjian_', 'Xunjian_'), `xunjian_${'A'.repeat(43)}`, 'xunjian_', "xunjian_' OR '1'='1"],
      ...[`xunjian_${'x'.repeat(10_240)}`, 'xunjian_%00', `${secret},${secret}`, `${secret} ${secret}`, 'null'],
    ];
    for (const [at, one] of forged.entries()) {
      const answer = await send('/me', bearer(one), `10.0.0.${at}`);
      expect(answer.status, one.slice(0, 80)).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(answer.json).toEqual({ error: { status: 401, what: expect.any(String), remedy: expect.any(String) } });
      expect(answer.text).not.toContain(one.slice(0, 40));
    }
    expect((await send('/me', bearer(secret))).status).toBe(200);
  });

  it('is not found by chance', async () => {
    const { send } = await apiDistrict();
    let count = 0;
    const sign = fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code));
    const text = fc.array(sign, { maxLength: 300 }).map((signs) => signs.join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (made, hasPrefix) => {
        count += 1;
        const authorization = `Bearer ${hasPrefix ? 'xunjian_' : ''}${made}`;
        // The address differs, so that the limit does not answer in place of the look-up.
        expect((await send('/me', { headers: { authorization } }, `10.1.${count >> 8}.${count & 255}`)).status).toBe(
          401,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is over when it is revoked or has expired, and when its owner is disabled or must change the password', async () => {
    const { send, secretOf, console, actor } = await apiDistrict();
    const administrator = actor('administrator');
    const [revoked, disabled, reset, running] = [
      ...[await secretOf('second'), await secretOf('reader')],
      ...[await secretOf('yi'), await secretOf('jia')],
    ];
    const [token] = await console.store.tokens.of(actor('second').id);
    await revokeToken(console, actor('second'), token?.id ?? '');
    await changeAccount(console, administrator, actor('reader').id, { disabled: true });
    await resetPassword(console, administrator, actor('yi').id);
    for (const secret of [revoked, disabled, reset]) expect((await send('/me', bearer(secret ?? ''))).status).toBe(401);
    expect((await send('/me', bearer(running ?? ''))).status).toBe(200);
    const later = new Date(console.clock().getTime() + 2 * 86_400_000);
    Object.assign(console, { clock: () => later });
    expect((await send('/me', bearer(running ?? ''))).status).toBe(401);
  });

  it('that is wrong too often has to wait, at that address alone and without holding up those that are right', async () => {
    const { send, secretOf } = await apiDistrict();
    const secret = await secretOf('jia');
    const tried = async (address: string) => send('/me', bearer('xunjian_wrong'), address);
    for (let time = 0; time < 40; time += 1) expect((await tried('10.2.0.1')).status).toBe(401);
    const refused = await tried('10.2.0.1');
    expect(refused).toMatchObject({ status: 429, json: { error: { status: 429, what: '接口令牌错误次数过多' } } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await tried('10.2.0.2')).status).toBe(401);
    expect((await send('/me', bearer(secret), '10.2.0.1')).status).toBe(200);
  });
});

describe('a browser', { timeout: LONG }, () => {
  it('that is logged in may read; to change anything it shows that it is the console’s own page', async () => {
    const { as, send } = await apiDistrict();
    const { cookie, csrf } = await as('inspector');
    const headers = { cookie, host: 'localhost', origin: 'http://localhost', 'content-type': 'application/json' };
    const body = JSON.stringify({ label: '浏览器', days: 1 });
    const make = (more: Readonly<Record<string, string>>) =>
      send('/tokens', { method: 'POST', headers: { ...headers, ...more }, body });
    expect((await send('/me', { headers })).json).toMatchObject({ login: 'inspector' });
    expect((await make({})).status).toBe(403);
    expect((await make({ 'x-csrf-token': '' })).status).toBe(403);
    expect((await make({ 'x-csrf-token': `${csrf.slice(0, -1)}!` })).status).toBe(403);
    expect((await make({ 'x-csrf-token': csrf, origin: 'http://elsewhere.example' })).status).toBe(403);
    expect((await make({ 'x-csrf-token': csrf })).status).toBe(201);
    const form = new FormData();
    form.append('_csrf', csrf);
    const inForm = { method: 'POST', headers: { cookie, host: 'localhost', origin: 'http://localhost' }, body: form };
    expect((await send('/registers/coverage/upload', inForm)).status).toBe(403);
  });

  it('with a wrong token besides is not let in by its cookie', async () => {
    const { as, send } = await apiDistrict();
    const { cookie } = await as('inspector');
    expect((await send('/me', { headers: { cookie, authorization: 'Bearer xunjian_wrong' } })).status).toBe(401);
  });

  it('whose password was set by somebody else has to change it first', async () => {
    const { as, send, console, actor } = await apiDistrict();
    const { cookie } = await as('inspector');
    await console.store.accounts.change(actor('inspector').id, { mustChangePassword: true });
    expect((await send('/quarters', { headers: { cookie } })).status).toBe(403);
    expect((await send('/me', { headers: { cookie } })).status).toBe(200);
  });
});

describe('nobody', { timeout: LONG }, () => {
  it('learns which addresses there are', async () => {
    const { send } = await apiDistrict();
    for (const path of ['/me', '/quarters/2023Q2/findings', '/openapi.json', '/docs', '/nothing', '/accounts'])
      expect(await send(path, {})).toMatchObject({ status: 401, json: { error: { status: 401 } } });
  });
});
