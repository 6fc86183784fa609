import { resolveUrl } from '../links.ts';
import type { Asking } from './jcms-paging.ts';
import { plainMembers } from './script-data.ts';

/** How a page's script asks for one list. */
export interface ListCall {
  readonly asking: Asking;
  readonly total: number | null;
  /** As written; a number, or a cipher on some sites. */
  readonly columnId: string;
  /** Position in the page's text. */
  readonly at: number;
}

const PARAMETERS = /\bvar\s+param_(\w+)\s*=\s*(\{[^{}]*\})/g;
const USUAL_PROXY = '/module/web/jpage/dataproxy.jsp';
const USUAL_ROWS = 15;

/**
 * The lists that a page's script turns over: `var param_<unit> = {col:1,…,columnid:…,unitid:'…',…}` with `totalRecord`
 * and `perPage` in the call that follows it.
 */
export function listCallsIn(text: string, base: string): ListCall[] {
  const found = [...text.matchAll(PARAMETERS)];
  return found.flatMap((match, i) => {
    const parameters = plainMembers(match[2] ?? '');
    const columnId = parameters.get('columnid');
    if (columnId === undefined) return [];
    const around = text.slice(found[i - 1]?.index ?? 0, found[i + 1]?.index ?? text.length);
    const after = text.slice(match.index, found[i + 1]?.index ?? text.length);
    const value = (name: string): string | undefined => {
      const pattern = new RegExp(`\\b${name}["']?\\s*[:=]\\s*["']?([\\w./-]+)`, 'i');
      return (pattern.exec(after) ?? (found.length === 1 ? pattern.exec(around) : null))?.[1];
    };
    const proxy = resolveUrl(/["']([^"'\s]*dataproxy\.jsp)[^"']*["']/.exec(after)?.[1] ?? USUAL_PROXY, base);
    if (proxy === null) return [];
    const url = new URL(proxy);
    for (const [name, given] of parameters) url.searchParams.set(name, given);
    const total = Number(value('totalRecord'));
    const perPage = Number(value('perPage') ?? USUAL_ROWS);
    return {
      asking: { proxy: url.href, perPage: perPage > 0 ? perPage : USUAL_ROWS },
      total: Number.isInteger(total) ? total : null,
      columnId,
      at: match.index,
    };
  });
}
