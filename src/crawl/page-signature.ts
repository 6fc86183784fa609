import { titleOf, visibleText } from './page-signs.ts';

/** What a page says and shows, without what changes from one answer to the next. */
export interface PageSignature {
  /** The address that was asked for. */
  readonly url: string;
  /** Title, text, and the sources of pictures and frames; '' where that is too little to tell pages apart by. */
  readonly text: string;
  /** Of the source, in characters. */
  readonly length: number;
}

/** Fewer letters than this are no signature. */
const SHORTEST = 6;

/**
 * The signature of a page that was given for this address. The address itself, numbers, times and identifiers go, since
 * many sites print them on every error page.
 */
export function signatureOf(html: string, url: string): PageSignature {
  const sources = [
    ...html.matchAll(/<(?:img|iframe|embed|object|video)\b[^>]*?\b(?:src|data)\s*=\s*["']?([^"'\s>]+)/gi),
  ];
  const said = `${titleOf(html)} ${visibleText(html)} ${sources.map(([, source]) => source).join(' ')}`;
  const text = withoutAddress(said, url)
    .toLowerCase()
    .replace(/[0-9a-f]{8,}|\d+/g, '')
    .replace(/[^\p{Letter}]+/gu, '');
  return { url, text: text.length < SHORTEST ? '' : text, length: html.length };
}

/** Whether two pages say the same. */
export const isLike = (one: PageSignature, other: PageSignature): boolean => one.text !== '' && one.text === other.text;

function withoutAddress(text: string, url: string): string {
  const { href, pathname, search } = new URL(url);
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  // Longest first, so that no half of one is left.
  const forms = [href, `${pathname}${search}`, search.slice(1), pathname, last].filter((form) => form.length > 3);
  return forms
    .flatMap((form) => [form, decoded(form), form.replaceAll('&', '&amp;')])
    .reduce((left, form) => left.replaceAll(form, ' '), text);
}

function decoded(form: string): string {
  try {
    return decodeURI(form);
  } catch {
    // A percent sign that stands for itself.
    return form;
  }
}
