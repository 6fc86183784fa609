import { type Answer, type Planted, pagesOf, type TrueDocument } from '../site-kit.ts';
import { article, type Charset, encoded, filed, listItem, numberPager, type Row, shell } from './templates.ts';

const SIZE = 8;

interface Draft {
  readonly unit: string;
  readonly name: string;
  readonly path: string;
  readonly count: number;
  readonly firstId: number;
  readonly folder?: string;
  readonly row?: Row;
  readonly wrap?: (rows: string) => string;
  readonly charset?: Charset;
  /** Address of list page n, from 2. */
  readonly fileOf?: (n: number) => string;
  readonly words?: (count: number, pages: number) => string;
  readonly beside?: string;
}

const inList = (rows: string): string => `<ul class="infolist">${rows}</ul>`;

/** The documents, list pages and articles of a column with a pager of numbers. */
export function plant(draft: Draft): Planted & { readonly documents: readonly TrueDocument[] } {
  const { unit, name, path, count, firstId, row = listItem, wrap = inList, charset = 'utf-8', beside = '' } = draft;
  const folder = draft.folder ?? `${path}detail/`;
  const fileOf = draft.fileOf ?? ((n) => `${path}list_${n}.html`);
  const documents = filed(folder, unit, count, '2023-08-05', firstId);
  const lists = pagesOf(documents, SIZE);
  const pages: Record<string, Answer> = {};
  const address = (n: number): string => (n === 1 ? path : fileOf(n));
  lists.forEach((part, i) => {
    const words = draft.words?.(count, lists.length) ?? '';
    const pager = lists.length > 1 || words ? numberPager(i + 1, lists.length, address, words) : '';
    const list = `<div class="content">${wrap(part.map(row).join('\n'))}${pager}</div>`;
    pages[address(i + 1)] = encoded(shell(`${name}_${unit}`, `${beside}${list}`), charset);
  });
  for (const document of documents) pages[document.path] = encoded(article(document), charset);
  return { unit, name, path, documents, pages };
}

/** A list page of its own making, for the oddities. */
export const listOf = (name: string, documents: readonly TrueDocument[], pager: string): Answer =>
  encoded(shell(name, `<div class="content">${inList(documents.map(listItem).join('\n'))}${pager}</div>`), 'utf-8');
