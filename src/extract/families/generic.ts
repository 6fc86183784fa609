import { readArticle } from '../article.ts';
import type { ColumnPage } from '../page.ts';
import { readColumn } from './column.ts';
import type { Family } from './family.ts';
import { entriesIn, hasShortRow } from './generic-entries.ts';
import { frameShell } from './generic-frame.ts';

/** Which of several lists is the column's cannot be told: none of them is taken for it. */
export const MANY_LISTS: ColumnPage = { kind: 'unfilled', detail: '页面上有多个列表，无法确定哪个是本栏目的' };

const SHORT_ROWS: ColumnPage = { kind: 'unfilled', detail: '页面称暂无信息，但有未识别的文档链接' };

/** Any site: the biggest group of links alike in structure that look like entries, or the page that a frame shows. */
export const generic: Family = {
  recognises: () => true,
  readColumnPage: (page) => {
    const { rows, doubtful } = entriesIn(page);
    const read = readColumn(page, rows);
    if (read.kind === 'list' && doubtful) return MANY_LISTS;
    if (read.kind === 'list' && read.entries.length === 0 && hasShortRow(page)) return SHORT_ROWS;
    return read.kind === 'unfilled' ? (frameShell(page) ?? read) : read;
  },
  readArticlePage: readArticle,
};
