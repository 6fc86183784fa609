import { describe, expect, it } from 'vitest';
import { consoleDistrict } from '../../../../test/support/console.ts';
import { NotAllowed, NotThere } from '../refusals.ts';
import { changeAccount, changeOwnPassword, createAccount, resetPassword } from './accounts.ts';
import { logIn } from './log-in.ts';
import { LoginLimits } from './login-limits.ts';
import { beginSession, sessionOf } from './sessions.ts';
import { makeToken, revokeToken, tokenOwner } from './tokens.ts';

const HOUR = 3_600_000;
const form = (more: object = {}) =>
  ({ login: 'new', name: '新人', role: 'inspector', unit: null, email: null, ...more }) as const;
const from = (login: string, password: string, address = '10.0.0.1') => ({ login, password, address });

describe('accounts', () => {
  it('are made with a password that is told once and must be changed', async () => {
    const { console, actor } = await consoleDistrict();
    const { account, password } = await createAccount(console, actor('administrator'), form({ login: ' New ' }));
    expect(account).toMatchObject({ login: 'new', mustChangePassword: true });
    expect(await logIn(console, from('NEW', password))).toMatchObject({ ok: true, account: { id: account.id } });
    const kept = await console.store.accounts.get(account.id);
    expect(kept?.password).toMatch(/^scrypt\$32768\$8\$1\$/);
    expect(kept?.password).not.toContain(password);
  });

  it.each([
    ['a login that is taken', { login: 'jia' }, '已被使用'],
    ['a login with other signs', { login: "x' or 1=1" }, '登录名不正确'],
    ['no name', { name: ' ' }, '姓名或名称不正确'],
    ['a unit account without a unit', { role: 'unit' }, '所属单位'],
    ['a unit that does not exist', { role: 'unit', unit: 'nowhere' }, '所属单位'],
    ['an address that is none', { email: 'a@b, c@d' }, '电子邮箱不正确'],
  ])('are refused for %s', async (_, more, words) => {
    const { console, actor } = await consoleDistrict();
    await expect(createAccount(console, actor('administrator'), form(more))).rejects.toThrow(words);
  });

  it('are an administrator’s to manage, and nobody else’s', async () => {
    const { console, actor } = await consoleDistrict();
    for (const person of ['inspector', 'reader', 'jia'] as const) {
      await expect(createAccount(console, actor(person), form())).rejects.toThrow(NotAllowed);
      await expect(changeAccount(console, actor(person), actor('jia').id, { role: 'administrator' })).rejects.toThrow(
        NotAllowed,
      );
      await expect(resetPassword(console, actor(person), actor('administrator').id)).rejects.toThrow(NotAllowed);
    }
    await expect(changeAccount(console, actor('administrator'), 'nobody', {})).rejects.toThrow(NotThere);
  });

  it('keep one administrator', async () => {
    const { console, actor } = await consoleDistrict();
    const own = actor('administrator');
    await expect(changeAccount(console, own, own.id, { disabled: true })).rejects.toThrow('唯一的管理员');
    await expect(changeAccount(console, own, own.id, { role: 'reader' })).rejects.toThrow('唯一的管理员');
    await changeAccount(console, own, actor('inspector').id, { role: 'administrator' });
    await changeAccount(console, own, own.id, { role: 'reader' });
  });

  it('lose sessions and tokens when they are disabled or their password is reset', async () => {
    const { console, actor } = await consoleDistrict();
    const now = console.clock().getTime();
    const ways = [
      ['jia', (id: string) => changeAccount(console, actor('administrator'), id, { disabled: true })],
      ['yi', (id: string) => resetPassword(console, actor('administrator'), id)],
    ] as const;
    for (const [person, end] of ways) {
      const { id } = actor(person);
      const secret = await beginSession(console.store, id, now);
      const { secret: token } = await makeToken(console, actor(person), { label: '核对', days: 1 });
      const access = async () => [await sessionOf(console.store, secret, now), await tokenOwner(console, token)];
      expect(await access()).not.toContain(null);
      await end(id);
      expect(await access()).toEqual([null, null]);
    }
  });

  it('change their own password, and other sessions end', async () => {
    const { console, actor } = await consoleDistrict();
    const { account, password } = await createAccount(console, actor('administrator'), form());
    const now = console.clock().getTime();
    const here = await sessionOf(console.store, await beginSession(console.store, account.id, now), now);
    const elsewhere = await beginSession(console.store, account.id, now);
    const change = (old: string, fresh: string) =>
      changeOwnPassword(console, account, { old, fresh, session: here?.session ?? '' });
    await expect(change('wrong', 'a longer password')).rejects.toThrow('原密码不正确');
    await expect(change(password, 'short')).rejects.toThrow('密码过短');
    await expect(change(password, 'brand-new-login')).rejects.toThrow('不能包含登录名');
    await expect(change(password, password)).rejects.toThrow('与原密码相同');
    const { secret } = await makeToken(console, account, { label: '旧令牌', days: 1 });
    await change(password, '四季平安一二三四五六七');
    expect(await sessionOf(console.store, elsewhere, now)).toBeNull();
    expect(await tokenOwner(console, secret)).toBeNull();
    expect(await logIn(console, from('new', '四季平安一二三四五六七'))).toMatchObject({
      ok: true,
      account: { mustChangePassword: false },
    });
  });
});

describe('logging in', () => {
  it('says nothing of which was wrong, and is written into the log', async () => {
    const { console } = await consoleDistrict();
    expect(await logIn(console, from('jia', 'wrong'))).toEqual({ ok: false });
    expect(await logIn(console, from('nobody', 'wrong'))).toEqual({ ok: false });
    const entries = await console.inspection.log.entries({ action: 'log-in-failed', limit: 9 });
    expect(entries.map(({ after }) => (after as { login: string }).login)).toEqual(['nobody', 'jia']);
  });

  it('counts no more of a login than anybody could have, so that strangers cannot fill the memory', async () => {
    const { console } = await consoleDistrict();
    const long = 'x'.repeat(500);
    for (let tries = 0; tries < 8; tries += 1)
      expect(await logIn(console, from(`${long}${tries}`, 'y'.repeat(100_000)))).toEqual({ ok: false });
    await expect(logIn(console, from(`${long}another`, 'wrong', '10.0.0.2'))).rejects.toThrow('登录失败次数过多');
  });

  it('is stopped for a while after eight failures, for that login alone', async () => {
    const { console, actor } = await consoleDistrict();
    const { password } = await createAccount(console, actor('administrator'), form());
    for (let tries = 0; tries < 8; tries += 1) await logIn(console, from('jia', `wrong ${tries}`));
    await expect(logIn(console, from('jia', 'wrong', '10.0.0.2'))).rejects.toThrow('登录失败次数过多');
    expect(await logIn(console, from('new', password))).toMatchObject({ ok: true });
  });

  it('is stopped for an address that tries many logins', async () => {
    const limits = new LoginLimits();
    for (let at = 0; at < 40; at += 1) await limits.tried(`login${at}`, '10.0.0.1');
    await expect(limits.tried('another', '10.0.0.1')).rejects.toThrow('登录失败次数过多');
    await limits.tried('another', '10.0.0.2');
  });

  it('is no way around: whoever is logged in may name a wrong old password eight times', async () => {
    const { console, actor } = await consoleDistrict();
    for (let at = 0; at < 8; at += 1) await console.limits.triedOwn(actor('jia').id);
    const change = { old: 'wrong', fresh: '四季平安一二三四五六七', session: '' };
    await expect(changeOwnPassword(console, actor('jia'), change)).rejects.toThrow('原密码输入次数过多');
  });
});

describe('sessions and tokens', () => {
  it('end after eight hours without a sign of life, and after three days in any case', async () => {
    const { console, actor } = await consoleDistrict();
    const { store, clock } = console;
    const begun = clock().getTime();
    const idle = await beginSession(store, actor('jia').id, begun);
    expect(await sessionOf(store, idle, begun + 7 * HOUR)).not.toBeNull();
    expect(await sessionOf(store, idle, begun + 14 * HOUR)).not.toBeNull();
    expect(await sessionOf(store, idle, begun + 23 * HOUR)).toBeNull();
    const busy = await beginSession(store, actor('jia').id, begun);
    for (let hour = 6; hour <= 72; hour += 6) expect(await sessionOf(store, busy, begun + hour * HOUR)).not.toBeNull();
    expect(await sessionOf(store, busy, begun + 73 * HOUR)).toBeNull();
  });

  it('are kept by their hash alone', async () => {
    const { console, actor } = await consoleDistrict();
    const secret = await beginSession(console.store, actor('jia').id, 0);
    expect(await console.store.sessions.get(secret)).toBeNull();
  });

  it('of the API have the rights of their owner, expire, and are taken back by their owner alone', async () => {
    const { console, actor } = await consoleDistrict();
    const { token, secret } = await makeToken(console, actor('jia'), { label: '对账', days: 1 });
    expect(await tokenOwner(console, secret)).toMatchObject({ role: 'unit', unit: 'jia' });
    const later = { ...console, clock: () => new Date(token.expiresAt) };
    expect(await tokenOwner(later, secret)).toBeNull();
    for (const forged of ['', 'xunjian_', `${secret}x`, secret.slice(0, -1), secret.replace('xunjian_', '')])
      expect(await tokenOwner(console, forged)).toBeNull();
    await expect(revokeToken(console, actor('yi'), token.id)).rejects.toThrow(NotThere);
    await revokeToken(console, actor('jia'), token.id);
    expect(await tokenOwner(console, secret)).toBeNull();
    await expect(makeToken(console, actor('jia'), { label: '', days: 1 })).rejects.toThrow('令牌名称');
    await expect(makeToken(console, actor('jia'), { label: 'x', days: 0.5 })).rejects.toThrow('有效天数');
  });
});
