import { type Answer, dayBefore, type Planted, page, pagesOf, type TrueDocument } from '../site-kit.ts';
import { article, metaTable, pager, paragraphs, rows, shell } from './templates.ts';

const MATTERS = ['河道清理整治', '供水安全保障', '执法检查', '水土保持', '防汛物资储备', '节水宣传'];
const SIZE = 10;

export interface ColumnDraft {
  readonly unit: string;
  readonly name: string;
  /** `/xxgk/tzgg.htm`. */
  readonly path: string;
  readonly documents: readonly TrueDocument[];
  /** The number in the name of list page n of so many, n from 2. Counting down is the system's habit. */
  readonly fileNumber?: (n: number, pages: number) => number;
  readonly slashes?: boolean;
  readonly beside?: string;
  readonly metaOf: (document: TrueDocument) => string;
  /** What the pager counts; the truth unless told. */
  readonly counted?: number;
}

/** Documents in a column's folder, ids running through the whole site: `/info/1021/3407.htm`. */
export function filed(column: number, unit: string, count: number, newest: string, firstId: number): TrueDocument[] {
  return Array.from({ length: count }, (_, i) => ({
    path: `/info/${column}/${firstId + (count - i) * 7}.htm`,
    title: `${unit}关于${MATTERS[i % MATTERS.length]}工作的通报（第${count - i}期）`,
    date: dayBefore(newest, i * 6),
  }));
}

/** `xxx.htm` is the first page, `xxx/5.htm` the second of six, `xxx/1.htm` the last. */
export const countingDown = (n: number, pages: number): number => pages - n + 1;

export function plant(draft: ColumnDraft): Planted {
  const { unit, name, path, documents, fileNumber = countingDown, slashes = false, beside = '', metaOf } = draft;
  const lists = pagesOf(documents, SIZE);
  const stem = path.replace(/\.htm$/, '');
  const folder = stem.slice(stem.lastIndexOf('/') + 1);
  const fileAt = (n: number): string => (n === 1 ? path : `${stem}/${fileNumber(n, lists.length)}.htm`);
  const pages: Record<string, Answer> = {};
  lists.forEach((part, i) => {
    const [up, seen] = i === 0 ? ['../', `${folder}/`] : ['../../', ''];
    const address = (n: number): string => (n === 1 ? `../${folder}.htm` : `${seen}${fileNumber(n, lists.length)}.htm`);
    const list = `${rows(part, 'u8', up, slashes)}${pager(draft.counted ?? documents.length, i + 1, lists.length, address)}`;
    pages[fileAt(i + 1)] = page(shell(`${name}-${unit}`, `<div class="ny_right">${list}</div>${beside}`));
  });
  for (const document of documents)
    pages[document.path] = page(article(document.title, metaOf(document), paragraphs(document.title)));
  return { unit, name, path, documents, pages };
}

/** The block of 临沂: 索引号, 公开目录, 发布机构, 公开日期, 文号, 信息名称. */
export const catalogueMeta =
  (unit: string) =>
  (document: TrueDocument): string =>
    metaTable([
      ['索 引 号', `hwsl/${document.date.slice(0, 4)}-0000050`],
      ['公开目录', '通知公告'],
      ['发布机构', unit],
      ['公开日期', document.date.replaceAll('-', '/')],
      ['公开方式', '主动公开'],
      ['文&nbsp;&nbsp;号', ''],
      ['信息名称', document.title],
      ['成文日期', document.date],
    ]);

export const catalogueTruth = (unit: string, documents: readonly TrueDocument[]): TrueDocument[] =>
  documents.map((document) => ({
    ...document,
    metadata: {
      index: `hwsl/${document.date.slice(0, 4)}-0000050`,
      issuer: unit,
      publishedOn: document.date.replaceAll('-', '/'),
      number: '',
      writtenOn: document.date,
    },
  }));
