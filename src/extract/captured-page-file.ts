import type { AttachmentContent, Table } from '../model/document.ts';
import type { SafePage } from './captured-page.ts';
import { safeDocument } from './captured-page-document.ts';
import { squeeze } from './html.ts';
import { holdsQuote, markQuote, type Piece } from './mark-quote.ts';

/** More lines of a text, or rows of a table, are not shown, but for those that hold the quote. */
const MOST_LINES = 2000;

/**
 * Shows what was read of a file: its tables, and its text where that says more than they do. A long one is cut, but
 * never where it is quoted.
 */
export function capturedFile(name: string, { text, tables }: AttachmentContent, quote?: string): SafePage {
  const inTables = tables.flatMap(({ caption, rows }) => [caption, ...rows.flat()]).join('');
  const isSheet = tables.length > 0 && squeeze(text).length <= squeeze(inTables).length;
  const { html, marked } = markQuote(
    [...(isSheet ? [] : textOf(text, quote)), ...tables.flatMap((table) => tableOf(table, quote))],
    quote,
  );
  return { html: safeDocument(name, '', `<div class="xunjian-file">${html}</div>`), marked };
}

function textOf(text: string, quote: string | undefined): readonly Piece[] {
  const lines = text.split('\n');
  const { shown, left } = shownOf(lines, (line) => line, quote);
  return [...shown.flatMap((line) => wrapped('p', [{ text: line }])), ...rest(left, '行')];
}

function tableOf({ caption, rows }: Table, quote: string | undefined): readonly Piece[] {
  const { shown, left } = shownOf(rows, (row) => row.join(' '), quote);
  const title = caption === '' ? [] : wrapped('caption', [{ text: caption }]);
  const lines = shown.flatMap((row) =>
    wrapped(
      'tr',
      row.flatMap((cell) => wrapped('td', [{ text: cell }])),
    ),
  );
  return [...wrapped('table', [...title, ...lines]), ...rest(left, '行')];
}

function shownOf<T>(all: readonly T[], textOf: (one: T) => string, quote: string | undefined) {
  const shown = all.filter((one, at) => at < MOST_LINES || holdsQuote(textOf(one), quote));
  return { shown, left: all.length - shown.length };
}

const wrapped = (tag: string, inside: readonly Piece[]): readonly Piece[] => [
  { markup: `<${tag}>`, breaks: true },
  ...inside,
  { markup: `</${tag}>`, breaks: true },
];

const rest = (count: number, measure: string): readonly Piece[] =>
  count === 0 ? [] : [{ markup: `<p>其余${count}${measure}未显示，请下载文件查看。</p>`, breaks: true }];
