import { randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { refused } from '../refusals.ts';

/** Cost of a hash: 34 MB of memory and about a tenth of a second (OWASP's least for scrypt). */
const COST = { N: 2 ** 15, r: 8, p: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const SHORTEST = 10;
const LONGEST = 200;
/** Without signs that look like others, since it is read off a screen or a sheet of paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** `scrypt$N$r$p$salt$hash`: what it costs to check is kept with it, so that it can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Takes as long whether or not it is right. */
export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = kept.split('$');
  const expected = Buffer.from(hash, 'base64url');
  const found = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return expected.length === found.length && timingSafeEqual(expected, found);
}

/** A hash that no password has: checked for logins that do not exist, so that they take as long as others. */
export const NO_PASSWORD = `scrypt$${COST.N}$${COST.r}$${COST.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** A password that is told once, for whoever gets an account or lost its password: sixteen letters in four groups. */
export function oneTimePassword(): string {
  const letters = Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)] ?? '');
  return [0, 4, 8, 12].map((at) => letters.slice(at, at + 4).join('')).join('-');
}

/** Throws UserError where a password is too short, too long, or says the login again (NIST SP 800-63B, section 5.1.1.2). */
export function requireStrong(password: string, login: string): void {
  const length = [...password].length;
  if (length < SHORTEST) throw refused('密码过短', `请使用至少${SHORTEST}个字符的密码`);
  if (length > LONGEST) throw refused('密码过长', `请使用不超过${LONGEST}个字符的密码`);
  if (password.toLowerCase().includes(login.toLowerCase())) throw refused('密码中不能包含登录名', '请另设密码');
  if (new Set(password).size < 5) throw refused('密码过于简单', '请使用更多不同的字符');
}

const derive = (password: string, salt: Buffer, cost: Pick<ScryptOptions, 'N' | 'r' | 'p'>): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, { ...cost, maxmem: 128 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
