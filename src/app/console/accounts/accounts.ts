import { randomUUID } from 'node:crypto';
import { type Account, type Actor, may, type Role } from '../../../model/account.ts';
import type { AccountChange } from '../../compose.ts';
import type { Console } from '../console.ts';
import { logEntry, NOBODY } from '../log.ts';
import { Conflict, NotAllowed, NotThere, refused } from '../refusals.ts';
import { hashPassword, isPassword, oneTimePassword, requireStrong } from './password.ts';

/** The login of the first administrator. */
const FIRST_LOGIN = 'admin';
const LOGIN = /^[a-z0-9][a-z0-9._-]{1,39}$/;

/** An account as an administrator describes it. */
export interface AccountForm {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly email: string | null;
}

/** A new account or password: the password is told this once. */
export interface Issued {
  readonly account: Account;
  readonly password: string;
}

/** Makes the first administrator where nobody has an account yet; null where somebody has. */
export async function firstAdministrator(console: Console): Promise<Issued | null> {
  if ((await console.store.accounts.count()) > 0) return null;
  const form = { login: FIRST_LOGIN, name: '管理员', role: 'administrator', unit: null, email: null } as const;
  return issue(console, NOBODY, form);
}

/** Throws NotAllowed; UserError where the login is taken or the unit does not exist. */
export async function createAccount(console: Console, actor: Actor, form: AccountForm): Promise<Issued> {
  if (!may(actor, 'manage-accounts')) throw new NotAllowed();
  return issue(console, actor, form);
}

async function issue(
  console: Console,
  actor: Actor | typeof NOBODY,
  { login: typed, name: called, role, unit, email }: AccountForm,
): Promise<Issued> {
  const { store, inspection, clock } = console;
  const [login, name] = [typed.trim().toLowerCase(), called.trim()];
  if (!LOGIN.test(login)) throw refused('登录名不正确', '请使用2至40个小写字母、数字、点、下划线或连字符');
  if (name === '' || name.length > 60) throw refused('姓名或名称不正确', '请填写60字以内的姓名或名称');
  requireUnit(console, role, unit);
  requireEmail(email);
  const [password, at] = [oneTimePassword(), clock()];
  const account: Account = {
    ...{ id: randomUUID(), login, name, role, unit: role === 'unit' ? unit : null, email },
    ...{ mustChangePassword: true, disabled: false, createdAt: at.getTime(), lastLoginAt: null },
  };
  if (!(await store.accounts.add({ ...account, password: await hashPassword(password) })))
    throw new Conflict(`登录名 ${login} 已被使用`, '请换一个登录名');
  const after = { login, name, role, unit: account.unit, email };
  await inspection.log.add([
    logEntry(actor, at, 'create-account', { subject: account.id, unit: account.unit ?? '', after }),
  ]);
  return { account, password };
}

/** All accounts. Throws NotAllowed. */
export async function listAccounts({ store }: Console, actor: Actor): Promise<readonly Account[]> {
  if (!may(actor, 'manage-accounts')) throw new NotAllowed();
  return store.accounts.all();
}

/**
 * Changes an account. Its sessions and tokens end where it is disabled or its rights change. Throws NotAllowed, NotThere;
 * UserError where the last administrator would be lost.
 */
export async function changeAccount(
  console: Console,
  actor: Actor,
  id: string,
  change: Pick<AccountChange, 'name' | 'role' | 'unit' | 'email' | 'disabled'>,
): Promise<void> {
  if (!may(actor, 'manage-accounts')) throw new NotAllowed();
  const { store, inspection, clock } = console;
  const before = (await store.accounts.all()).find((one) => one.id === id);
  if (!before) throw new NotThere();
  const role = change.role ?? before.role;
  const unit = role === 'unit' ? (change.unit === undefined ? before.unit : change.unit) : null;
  requireUnit(console, role, unit);
  if (change.email !== undefined) requireEmail(change.email);
  const keeps = role === 'administrator' && !(change.disabled ?? before.disabled);
  if (!keeps && before.role === 'administrator') await requireAnotherAdministrator(console, id);
  const after = { ...change, role, unit };
  await store.accounts.change(id, after);
  if (role !== before.role || unit !== before.unit || change.disabled === true) await endAccess(console, id);
  await inspection.log.add([
    logEntry(actor, clock(), 'change-account', { subject: id, unit: unit ?? '', before: changeable(before), after }),
  ]);
}

/** Sets a new one-time password and ends all sessions and tokens of the account. Throws NotAllowed, NotThere. */
export async function resetPassword(console: Console, actor: Actor, id: string): Promise<Issued> {
  if (!may(actor, 'manage-accounts')) throw new NotAllowed();
  const { store, inspection, clock } = console;
  const account = (await store.accounts.all()).find((one) => one.id === id);
  if (!account) throw new NotThere();
  const password = oneTimePassword();
  await store.accounts.change(id, { password: await hashPassword(password), mustChangePassword: true });
  await endAccess(console, id);
  await inspection.log.add([logEntry(actor, clock(), 'change-password', { subject: id, after: { reset: true } })]);
  return { account: { ...account, mustChangePassword: true }, password };
}

/** Somebody's own new password; all other sessions and all tokens of theirs end. Throws UserError where the old one is wrong, was wrong too often, or the new one is weak. */
export async function changeOwnPassword(
  { store, inspection, clock, limits }: Console,
  actor: Actor,
  { old, fresh, session }: { readonly old: string; readonly fresh: string; readonly session: string },
): Promise<void> {
  const account = await store.accounts.get(actor.id);
  if (!account) throw new NotThere();
  await limits.triedOwn(account.id);
  if (!(await isPassword(old, account.password))) throw refused('原密码不正确', '请重新输入');
  requireStrong(fresh, account.login);
  if (await isPassword(fresh, account.password)) throw refused('新密码与原密码相同', '请另设密码');
  await store.accounts.change(account.id, { password: await hashPassword(fresh), mustChangePassword: false });
  await store.sessions.endAll(account.id, session);
  await store.tokens.revokeAll(account.id);
  await inspection.log.add([logEntry(actor, clock(), 'change-password', { subject: account.id })]);
}

async function endAccess({ store }: Console, id: string): Promise<void> {
  await store.sessions.endAll(id);
  await store.tokens.revokeAll(id);
}

async function requireAnotherAdministrator({ store }: Console, id: string): Promise<void> {
  const others = (await store.accounts.all()).filter(
    (one) => one.id !== id && one.role === 'administrator' && !one.disabled,
  );
  if (others.length === 0) throw refused('这是唯一的管理员账号', '请先建立另一个管理员账号');
}

function requireUnit({ plan }: Console, role: Role, unit: string | null): void {
  if (role !== 'unit') return;
  if (!plan().units.some(({ id }) => id === unit)) throw refused('单位账号须选定所属单位', '请从单位名单中选择');
}

function requireEmail(email: string | null): void {
  if (email !== null && (!/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(email) || email.length > 200))
    throw refused('电子邮箱不正确', '请核对邮箱地址，或留空');
}

const changeable = ({ name, role, unit, email, disabled }: Account) => ({ name, role, unit, email, disabled });
