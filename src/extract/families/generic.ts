import { readArticle } from '../article.ts';
import { readColumn } from './column.ts';
import type { Family } from './family.ts';
import { entriesIn } from './generic-entries.ts';
import { frameShell } from './generic-frame.ts';

/** Any site: the biggest group of links alike in structure that look like entries, or the page that a frame shows. */
export const generic: Family = {
  recognises: () => true,
  readColumnPage: (page) => {
    const read = readColumn(page, entriesIn(page));
    return read.kind === 'unfilled' ? (frameShell(page) ?? read) : read;
  },
  readArticlePage: readArticle,
};
