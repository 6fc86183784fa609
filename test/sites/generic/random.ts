import type { Answer, TrueDocument } from '../site-kit.ts';
import { dayBefore, pagesOf } from '../site-kit.ts';

/** How list pages are numbered: the habits of TRS (two), of 博达 (two), of static pages and of queries. */
export const NUMBERINGS = ['trs', 'trs-from-one', 'down', 'up', 'static', 'query'] as const;
/** What comes instead of a list page. */
export const FAULTS = ['missing', 'error', 'cut', 'first', 'news', 'empty', 'shell'] as const;
/** What lies behind the next page that the last one links; null: it links none. */
export const BEYOND = ['missing', 'news', 'first', 'empty'] as const;

export interface RandomList {
  readonly numbering: (typeof NUMBERINGS)[number];
  readonly count: number;
  readonly size: number;
  /** Rows that each page repeats of the one before. */
  readonly overlap: number;
  /** What the page says of its rows, as a difference to the truth; null: nothing. */
  readonly countedRows: number | null;
  readonly countedPages: number | null;
  readonly beyond: (typeof BEYOND)[number] | null;
  readonly box: boolean;
  /** By list page, from 1. */
  readonly faults: ReadonlyMap<number, (typeof FAULTS)[number]>;
}

const HOME = 'http://www.random.example';
const FOLDER = '/zwgk/tzgg/';

export interface BuiltList {
  readonly url: string;
  readonly documents: readonly TrueDocument[];
  /** Answers by path and query. */
  readonly answers: ReadonlyMap<string, Answer>;
}

/** A column of one list as these quirks make it, with the truth that it hides. */
export function buildList(list: RandomList): BuiltList {
  const path = list.numbering === 'down' || list.numbering === 'up' ? '/zwgk/tzgg.htm' : FOLDER;
  const documents = Array.from({ length: list.count }, (_, i) => ({
    path: list.numbering.startsWith('trs') ? `${FOLDER}202307/t20230701_${500 + i}.html` : `/info/1021/${500 + i}.htm`,
    title: `东岭区第${list.count - i}号工作通报全文`,
    date: dayBefore('2023-07-30', i),
  }));
  const cuts = overlapping(documents, list);
  const addressOf = (n: number): string => (n === 1 ? path : fileOf(list, n, cuts.length));
  const answers = new Map<string, Answer>();
  const pageOf = (part: readonly TrueDocument[], n: number): string =>
    html(part.length === 0 ? '<p>暂无信息</p>' : rows(part), list, n, cuts.length, addressOf);
  cuts.forEach((part, i) => {
    const body = instead(list.faults.get(i + 1), pageOf(part, i + 1), pageOf(cuts[0] ?? [], 1), list, i + 1, addressOf);
    if (body) answers.set(addressOf(i + 1), body);
  });
  // A site that counts up by files of its own first page has a numbered copy of it, or none.
  if (list.beyond) {
    const n = cuts.length + 1;
    const body = instead(list.beyond, '', pageOf(cuts[0] ?? [], 1), list, n, addressOf);
    if (body && !answers.has(addressOf(n))) answers.set(addressOf(n), body);
  }
  for (const { path: own, title, date } of documents)
    answers.set(own, {
      body: `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>发布日期：${date}</p><div id="zoom"><p>有关情况通报如下，请遵照执行。</p></div></body></html>`,
    });
  return { url: HOME + path, documents, answers };
}

function overlapping(documents: readonly TrueDocument[], { size, overlap }: RandomList): (readonly TrueDocument[])[] {
  return pagesOf(documents, size).map((_, i) => documents.slice(Math.max(0, i * size - overlap), (i + 1) * size));
}

function fileOf({ numbering }: RandomList, n: number, pages: number): string {
  switch (numbering) {
    case 'trs':
      return `${FOLDER}index_${n - 1}.html`;
    case 'trs-from-one':
      return `${FOLDER}index_${n}.html`;
    case 'down':
      return `/zwgk/tzgg/${pages - n + 1}.htm`;
    case 'up':
      return `/zwgk/tzgg/${n}.htm`;
    case 'static':
      return `${FOLDER}list_${n}.html`;
    case 'query':
      return `${FOLDER}?page=${n}`;
  }
}

const rows = (documents: readonly TrueDocument[], component = 'u8'): string =>
  `<ul>${documents.map(({ path, title, date }, i) => `<li id="line_${component}_${i}"><a href="${path}">${title}</a><span>${date}</span></li>`).join('')}</ul>`;

const NEWS = Array.from({ length: 12 }, (_, i) => ({
  path: `/info/2009/${7000 + i}.htm`,
  title: `本区第${i + 1}条要闻的标题文字`,
  date: '2023-07-30',
}));

function html(content: string, list: RandomList, at: number, pages: number, addressOf: (n: number) => string): string {
  const box = list.box ? `<div class="side_r"><h3>热点推荐</h3>${rows(NEWS, 'u11')}</div>` : '';
  return `<html><head><title>通知公告</title></head><body><div class="main">${content}${pager(list, at, pages, addressOf)}</div>${box}</body></html>`;
}

function pager(list: RandomList, at: number, pages: number, addressOf: (n: number) => string): string {
  const counted = list.countedRows === null ? '' : `共${Math.max(1, list.count + list.countedRows)}条 `;
  if (list.numbering.startsWith('trs'))
    return `<div class="page">${counted}<script>createPageHTML(${pages}, ${at - 1}, "index", "html");</script></div>`;
  const total = list.countedPages === null ? '' : `第${at}页/共${Math.max(1, pages + list.countedPages)}页 `;
  const end = list.beyond ? pages + 1 : pages;
  const numbers = Array.from({ length: pages }, (_, i) =>
    i + 1 === at ? `<span class="current">${i + 1}</span>` : `<a href="${addressOf(i + 1)}">${i + 1}</a>`,
  );
  // Few systems link all numbers: those next to the present one.
  const near = numbers.filter((_, i) => Math.abs(i + 1 - at) <= 1);
  const next = at < end ? `<a href="${addressOf(at + 1)}">下一页</a>` : '<span>下一页</span>';
  return `<div class="page">${counted}${total}${near.join(' ')} ${next}</div>`;
}

function instead(
  fault: (typeof FAULTS)[number] | undefined,
  own: string,
  first: string,
  list: RandomList,
  at: number,
  addressOf: (n: number) => string,
): Answer | null {
  switch (fault) {
    case undefined:
      return { body: own };
    case 'missing':
      return null;
    case 'error':
      return { status: 500, body: '<h1>500</h1>' };
    case 'cut':
      return { status: 503, body: '' };
    case 'first':
      return { body: first };
    case 'news':
      return { body: html(rows(NEWS), list, at, at, addressOf) };
    case 'empty':
      return { body: html('<p>暂无信息</p>', list, at, at, addressOf) };
    case 'shell':
      return { body: '<html><body><div id="app"></div><script src="/app.js"></script></body></html>' };
  }
}
