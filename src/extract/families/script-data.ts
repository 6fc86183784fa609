/**
 * Values that a page's script assigns, read without running it: systems print their data into the page as JSON or as
 * object literals of plain names and values.
 */

/** The text of the object, array or string that begins at `from` (white space aside); null where it does not end. */
function literalAt(code: string, from: number): string | null {
  const start = from + (/^\s*/.exec(code.slice(from))?.[0].length ?? 0);
  const open = code[start];
  if (open === undefined || !'{["\''.includes(open)) return null;
  let depth = 0;
  let quote = '';
  for (let i = start; i < code.length; i++) {
    const char = code[i] as string;
    if (quote !== '') {
      if (char === '\\') i += 1;
      else if (char === quote) {
        quote = '';
        if (depth === 0) return code.slice(start, i + 1);
      }
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '{' || char === '[') depth += 1;
    else if ((char === '}' || char === ']') && --depth === 0) return code.slice(start, i + 1);
  }
  return null;
}

/** What `name: …`, `"name": …` or `name = …` is given, where that is JSON; undefined otherwise. */
export function jsonGiven(code: string, name: string): unknown {
  const given = new RegExp(`(?<![\\w$])["']?${name}["']?\\s*[:=]\\s*(?=[{["])`, 'g');
  for (const match of code.matchAll(given)) {
    const literal = literalAt(code, match.index + match[0].length);
    const value = literal === null ? undefined : parseJson(literal);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** JSON, or undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const PAIR = /([A-Za-z_]\w*)["']?\s*:\s*(?:'([^']*)'|"([^"]*)"|([\w./-]+))/g;

/** The plain members of an object literal such as `{col:1,webid:'12'}`, as texts. */
export function plainMembers(literal: string): Map<string, string> {
  return new Map(
    [...literal.matchAll(PAIR)].map(([, name = '', single, double, bare]) => [name, single ?? double ?? bare ?? '']),
  );
}

export type Members = Readonly<Record<string, unknown>>;

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member as text: strings and numbers; '' for all else. */
export function textIn(members: Members, name: string): string {
  const value = members[name];
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/** A member as a count; null where it is none. */
export function countIn(members: Members, name: string): number | null {
  const text = textIn(members, name);
  return /^\d{1,7}$/.test(text) ? Number(text) : null;
}

/** `%u4E2D%20` as the characters meant; other texts unchanged. */
export const unescaped = (text: string): string =>
  /%u[0-9a-f]{4}/i.test(text)
    ? text.replace(/%u([0-9a-f]{4})|%([0-9a-f]{2})/gi, (_, wide: string | undefined, narrow: string | undefined) =>
        String.fromCharCode(Number.parseInt(wide ?? narrow ?? '20', 16)),
      )
    : text;
