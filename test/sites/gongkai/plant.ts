import type { Answer } from '../site-kit.ts';
import { listPage, type Row } from './shell.ts';
import type { Planted, TrueDocument } from './types.ts';

export interface Leaf {
  /** File name within the channel, or a whole path or address. */
  readonly file: string;
  readonly listDate: string;
  /** As the list calls it; the title without it. */
  readonly listTitle?: string;
  /** null where the site does not have it. */
  readonly answer: Answer | null;
  readonly truth: TrueDocument;
  /** Files beside the page. */
  readonly files?: Readonly<Record<string, Answer>>;
}

const within = (path: string, file: string): string => (/^(?:\/|https?:)/.test(file) ? file : path + file);

/** A column with a server-made list of these documents. */
export function listed(
  name: string,
  path: string,
  leaves: readonly Leaf[],
  style: 'li' | 'tr' | 'div' = 'li',
): Planted {
  const rows: Row[] = leaves.map(({ file, listDate, listTitle, truth }) => ({
    href: within(path, file),
    title: listTitle ?? truth.title,
    date: listDate,
  }));
  return {
    name,
    path,
    documents: leaves.map(trueDocument),
    pages: { [path]: listPage(name, rows, style), ...pagesOf(path, leaves) },
  };
}

export function pagesOf(path: string, leaves: readonly Leaf[]): Record<string, Answer> {
  const pages: Record<string, Answer> = {};
  for (const { file, answer, files = {} } of leaves) {
    if (answer) pages[within(path, file)] = answer;
    for (const [other, content] of Object.entries(files)) pages[within(path, other)] = content;
  }
  return pages;
}

/** The list's date is one of the document's facts as well. */
export const trueDocument = ({ truth, listDate }: Leaf): TrueDocument => ({
  ...truth,
  dates: { ...truth.dates, ...(listDate ? { list: [listDate.slice(0, 10)] } : {}) },
});
