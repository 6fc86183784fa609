import { type FindingFilter, isStanding } from '../../../app/console/find-findings.ts';
import { FINDING_STATES, type FindingState } from '../../../model/finding.ts';
import { TOPICS, type Topic } from '../../../model/topic.ts';
import { inQuarter, type View } from '../../view.ts';

/** What a list of findings is filtered by, as it stands in addresses; the quarter is told apart. */
export type ListQuery = Omit<FindingFilter, 'period' | 'keep'>;

export const WEIGHTS = { charged: '减分', advisory: '提醒', alert: '须当日告知' } as const;
type Weight = keyof typeof WEIGHTS;

/** Reads a filter from an address or form; what makes no sense does not matter. */
export function readQuery(params: URLSearchParams): ListQuery {
  const text = (name: string): string | undefined => params.get(name)?.trim().slice(0, LONGEST) || undefined;
  const oneOf = <T extends string>(name: string, known: object): T | undefined => {
    const value = text(name);
    return value !== undefined && Object.hasOwn(known, value) ? (value as T) : undefined;
  };
  const standing = text('standing');
  return {
    ...{ unit: text('unit'), group: text('group'), message: text('message'), text: text('text') },
    state: oneOf<FindingState>('state', FINDING_STATES),
    standing: standing !== undefined && isStanding(standing) ? standing : undefined,
    topic: oneOf<Topic>('topic', TOPICS),
    weight: oneOf<Weight>('weight', WEIGHTS),
    objected: params.get('objected') === '1' ? true : undefined,
    order: params.get('order') === 'newest' ? 'newest' : undefined,
  };
}

const LONGEST = 200;

/** Page of a list in an address, from 1. */
export function readPage(params: URLSearchParams): number {
  const page = Number(params.get('page'));
  return Number.isInteger(page) && page > 0 ? page : 1;
}

/** A filter as it stands in an address, without the question mark; '' for none. */
function queryText(query: ListQuery, more: Readonly<Record<string, string | number>> = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) params.set(name, value === true ? '1' : String(value));
  for (const [name, value] of Object.entries(more)) params.set(name, String(value));
  return params.toString();
}

/** Address of the list. */
export function listAddress(view: View, query: ListQuery, page = 1): string {
  const text = queryText(query, page > 1 ? { page } : {});
  return inQuarter(view, text === '' ? '/findings' : `/findings?${text}`);
}

/** Address of one finding within a list. */
export function findingAddress(
  view: View,
  number: string,
  query: ListQuery,
  more: Readonly<Record<string, string | number>> = {},
): string {
  const text = queryText(query, more);
  return inQuarter(view, `/findings/${number}${text === '' ? '' : `?${text}`}`);
}

/** A page of findings that a form came from: one of them, or a list. */
export interface FormPlace {
  /** Null for a list. */
  readonly number: string | null;
  readonly params: URLSearchParams;
  /** Where to go when the form was taken. */
  readonly address: string;
}

/** Reads what a form says of the page that it stands on. Nothing else than a page of findings is ever gone to. */
export function readPlace(back: string): FormPlace {
  const [, number, query] = /^\/findings(?:\/([0-9A-Fa-f]{8}))?(?:\?([\x21-\x7e]*))?$/.exec(back) ?? [];
  const params = new URLSearchParams(query ?? '');
  const path = number === undefined ? '/findings' : `/findings/${number}`;
  return { number: number ?? null, params, address: query ? `${path}?${query}` : path };
}
