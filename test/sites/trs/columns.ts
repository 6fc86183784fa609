import { type Answer, dayBefore, type Planted, page, pagesOf, type TrueDocument } from '../site-kit.ts';
import { article, paragraphs, rows, scriptPager, shell } from './templates.ts';

const MATTERS = ['预算公开', '安全生产检查', '政务服务事项调整', '年度工作要点', '专项资金使用', '抽查结果通报'];
const SIZE = 10;

export interface ColumnDraft {
  readonly unit: string;
  readonly name: string;
  /** `/zwgk/bmxxgk/czj/tzgg/`. */
  readonly path: string;
  readonly documents: readonly TrueDocument[];
  /** The file of list page n, from 2: `index_1.html` on most sites. */
  readonly fileOf: (n: number) => string;
  /** What stands below the rows of page n of so many. */
  readonly pagerOf: (n: number, pages: number) => string;
  /** What stands beside the list on each page. */
  readonly beside?: string;
  readonly metaOf: (document: TrueDocument) => string;
}

/** Documents of a column filed by month and day: `<column>/202307/t20230704_<id>.html`. */
export function filed(path: string, unit: string, count: number, newest: string, firstId: number): TrueDocument[] {
  return Array.from({ length: count }, (_, i) => {
    const date = dayBefore(newest, i * 9);
    const day = date.replaceAll('-', '');
    return {
      path: `${path}${day.slice(0, 6)}/t${day}_${firstId + count - i}.html`,
      title: `${unit}关于${MATTERS[i % MATTERS.length]}的通知（第${count - i}号）`,
      date,
    };
  });
}

/** All list pages and articles of a column that turns its pages by files. */
export function plant({ unit, name, path, documents, fileOf, pagerOf, beside = '', metaOf }: ColumnDraft): Planted {
  const lists = pagesOf(documents, SIZE);
  const pages: Record<string, Answer> = {};
  lists.forEach((part, i) => {
    const list = `<div class="main">${rows(part, path)}${pagerOf(i + 1, lists.length)}</div>`;
    const file = i === 0 ? '' : fileOf(i + 1);
    pages[path + file] = page(shell(`${name}-${unit}`, `${list}${beside}`));
  });
  for (const document of documents)
    pages[document.path] = page(article(document.title, metaOf(document), paragraphs(document.title)));
  return { unit, name, path, documents, pages };
}

/** `createPageHTML` with the current page counted from 0. */
export const fromZero = (n: number, pages: number): string =>
  scriptPager(`createPageHTML(${pages}, ${n - 1}, "index", "html");`);

export const dotted = (date: string): string => {
  const [year, month, day] = date.split('-');
  return `${year}年${month}月${day}日`;
};
