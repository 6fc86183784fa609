import { randomBytes, randomUUID } from 'node:crypto';
import type { Account, Actor } from '../../../model/account.ts';
import type { Token } from '../../compose.ts';
import type { Console } from '../console.ts';
import { logEntry } from '../log.ts';
import { NotThere, refused } from '../refusals.ts';
import { keyOf } from './sessions.ts';

/** What a secret begins with, so that one that leaked is recognised for what it is. */
const PREFIX = 'xunjian_';
const SECRET_BYTES = 32;
const DAY = 86_400_000;
const MOST_DAYS = 366;
const MOST_TOKENS = 20;
/** A use is written at most so often, in milliseconds. */
const NOTED_EVERY = 60_000;

/** A new token: the secret is told this once. */
export interface IssuedToken {
  readonly token: Omit<Token, 'usedAt'>;
  readonly secret: string;
}

/** Makes a token with the rights of its owner. Throws UserError. */
export async function makeToken(
  { store, inspection, clock }: Console,
  actor: Actor,
  { label, days }: { readonly label: string; readonly days: number },
): Promise<IssuedToken> {
  const called = label.trim();
  if (called === '' || called.length > 60) throw refused('令牌名称不正确', '请填写60字以内的用途说明');
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) throw refused('有效天数不正确', `请填写1至${MOST_DAYS}`);
  if ((await store.tokens.of(actor.id)).length >= MOST_TOKENS) throw refused('令牌过多', '请先吊销不用的令牌');
  const [at, secret] = [clock(), `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64url')}`];
  const times = { createdAt: at.getTime(), expiresAt: at.getTime() + days * DAY };
  const token = { id: randomUUID(), account: actor.id, label: called, ...times };
  await store.tokens.add(token, keyOf(secret));
  await inspection.log.add([logEntry(actor, at, 'make-token', { subject: token.id, after: { label: called, days } })]);
  return { token, secret };
}

/** Somebody's own tokens. */
export const ownTokens = ({ store }: Console, actor: Actor): Promise<readonly Token[]> => store.tokens.of(actor.id);

/** Throws NotThere where the token is not one's own. */
export async function revokeToken({ store, inspection, clock }: Console, actor: Actor, id: string): Promise<void> {
  if (!(await store.tokens.revoke(actor.id, id))) throw new NotThere();
  await inspection.log.add([logEntry(actor, clock(), 'revoke-token', { subject: id })]);
}

/** Whose token a secret is; null where it is unknown, expired or the account may not be used (yet or any more). */
export async function tokenOwner({ store, clock }: Console, secret: string): Promise<Account | null> {
  const token = secret.startsWith(PREFIX) ? await store.tokens.byHash(keyOf(secret)) : null;
  const now = clock().getTime();
  if (!token || token.expiresAt <= now) return null;
  const found = await store.accounts.get(token.account);
  if (!found || found.disabled || found.mustChangePassword) return null;
  if (now - (token.usedAt ?? 0) > NOTED_EVERY) await store.tokens.used(token.id, now);
  const { password: _, ...account } = found;
  return account;
}
