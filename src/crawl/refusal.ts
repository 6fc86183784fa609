import { decodeHtml } from '../extract/charset.ts';
import { judgeText } from './page-signs.ts';

interface Answer {
  readonly url: string;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly payload: Uint8Array;
}

const LONGEST = 65_536;
const CODES = ['code', 'status', 'errcode', 'errorCode', 'resultCode', 'ret'];

/**
 * The first answer to a page's script that is no data although its status says so: a challenge or error page where data
 * was asked for, or JSON that tells of a failure ({"code":500}, {"success":false}). null where there is none.
 */
export function refusalIn(answers: readonly Answer[]): string | null {
  const refused = answers.find((answer) => answer.status < 400 && isRefusal(answer));
  return refused ? `${refused.url} ${refused.status} without data` : null;
}

function isRefusal({ headers, payload }: Answer): boolean {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const text = decodeHtml(payload.subarray(0, LONGEST), type).trim();
  if (/^<(?:!doctype\s+html|html)/i.test(text)) return judgeText(text) !== 'ok';
  return payload.length <= LONGEST && failureTold(text) !== null;
}

/** The code of the failure that a JSON answer tells of (500 where it only says that it failed); null for every other text. */
export function failureTold(text: string): number | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Readonly<Record<string, unknown>>;
  for (const name of CODES) {
    const code = Number(fields[name] ?? 0);
    if (code >= 400 || code < 0) return code;
  }
  return fields.success === false || fields.success === 'false' ? 500 : null;
}
