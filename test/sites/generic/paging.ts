import { type Answer, type Planted, pagesOf } from '../site-kit.ts';
import { listOf, plant } from './columns.ts';
import { news } from './makes.ts';
import { encoded, numberPager, shell } from './templates.ts';

const UNIT = '东岭区商务局';
const SIZE = 8;

/** `?page=0` and `?page=1` are both the first page. */
const twoFirsts: Planted = (() => {
  const path = '/swj/tzgg/';
  const planted = plant({
    unit: UNIT,
    name: '通知公告',
    path,
    count: 19,
    firstId: 3000,
    fileOf: (n) => `${path}?page=${n}`,
  });
  const first = planted.pages[path] as Answer;
  return { ...planted, pages: { ...planted.pages, [`${path}?page=0`]: first, [`${path}?page=1`]: first } };
})();

/** Whatever page is asked for, the first one comes. */
const ignored: Planted = (() => {
  const path = '/swj/zcwj/';
  const planted = plant({
    unit: UNIT,
    name: '政策文件',
    path,
    count: 20,
    firstId: 3100,
    fileOf: (n) => `${path}?p=${n}`,
  });
  const first = planted.pages[path] as Answer;
  const pages = { ...planted.pages, [`${path}?p=2`]: first, [`${path}?p=3`]: first };
  const unseen = planted.documents.slice(SIZE).map((document) => document.path);
  return { ...planted, pages, unseen, gaps: ['unreadable-list', 'unreadable-list'] };
})();

/** A list that grew while it was turned over: each page repeats the last row of the one before. */
const repeated: Planted = (() => {
  const path = '/swj/xzxk/';
  const planted = plant({ unit: UNIT, name: '行政许可', path, count: 22, firstId: 3200 });
  const { documents } = planted;
  const cuts = [documents.slice(0, 8), documents.slice(7, 15), documents.slice(14, 22)];
  const address = (n: number): string => (n === 1 ? path : `${path}list_${n}.html`);
  const pages = Object.fromEntries(
    cuts.map((part, i) => [address(i + 1), listOf('行政许可', part, numberPager(i + 1, 3, address))]),
  );
  return { ...planted, pages: { ...planted.pages, ...pages } };
})();

/** The last page that is linked has no rows and says so; the count of rows agrees with the others. */
const emptyLast: Planted = (() => {
  const path = '/swj/gsgg/';
  const planted = plant({ unit: UNIT, name: '公示公告', path, count: 16, firstId: 3300 });
  const address = (n: number): string => (n === 1 ? path : `${path}list_${n}.html`);
  const pager = (n: number): string => numberPager(n, 3, address, '共16条');
  const pages: Record<string, Answer> = {};
  pagesOf(planted.documents, SIZE).forEach((part, i) => {
    pages[address(i + 1)] = listOf('公示公告', part, pager(i + 1));
  });
  pages[address(3)] = encoded(shell('公示公告', `<div class="content"><p>暂无信息</p>${pager(3)}</div>`), 'utf-8');
  return { ...planted, pages: { ...planted.pages, ...pages } };
})();

/** The second page is answered with news of the home page. */
const filled: Planted = (() => {
  const path = '/swj/xzcf/';
  const planted = plant({ unit: UNIT, name: '行政处罚', path, count: 14, firstId: 3400 });
  const filler = listOf(
    '行政处罚',
    news,
    numberPager(2, 2, (n) => (n === 1 ? path : `${path}list_${n}.html`)),
  );
  const unseen = planted.documents.slice(SIZE).map((document) => document.path);
  return { ...planted, pages: { ...planted.pages, [`${path}list_2.html`]: filler }, unseen, gaps: ['unreadable-list'] };
})();

/** The count of pages is too low, but the last page that it counts links one more. */
const undercounted: Planted = (() => {
  const path = '/swj/zcjd/';
  const planted = plant({ unit: UNIT, name: '政策解读', path, count: 21, firstId: 3500 });
  const address = (n: number): string => (n === 1 ? path : `${path}list_${n}.html`);
  const pages: Record<string, Answer> = {};
  pagesOf(planted.documents, SIZE).forEach((part, i) => {
    const next = i < 2 ? `<a href="${address(i + 2)}">下一页</a>` : '<span>下一页</span>';
    pages[address(i + 1)] = listOf('政策解读', part, `<div class="pages">第${i + 1}页/共2页 ${next}</div>`);
  });
  return { ...planted, pages: { ...planted.pages, ...pages } };
})();

/** The last page links one beyond it, which the site fills with other news. */
const beyond: Planted = (() => {
  const path = '/swj/czyjs/';
  const planted = plant({ unit: UNIT, name: '财政预决算', path, count: 13, firstId: 3600 });
  const address = (n: number): string => (n === 1 ? path : `${path}list_${n}.html`);
  const pager = (n: number): string => `<div class="pages">第${n}页/共2页 <a href="${address(n + 1)}">下一页</a></div>`;
  const pages: Record<string, Answer> = { [address(3)]: listOf('财政预决算', news, pager(3)) };
  pagesOf(planted.documents, SIZE).forEach((part, i) => {
    pages[address(i + 1)] = listOf('财政预决算', part, pager(i + 1));
  });
  return { ...planted, pages: { ...planted.pages, ...pages } };
})();

/** Rows that come by a button, or as one scrolls: nobody turns these pages without a browser. */
const unturned = (name: string, path: string, firstId: number, below: string): Planted => {
  const planted = plant({ unit: '东岭区医保局', name, path, count: 18, firstId });
  const { documents } = planted;
  const unseen = documents.slice(SIZE).map((document) => document.path);
  const pages = { ...planted.pages, [path]: listOf(name, documents.slice(0, SIZE), below) };
  return { ...planted, pages, unseen, gaps: ['no-browser'] };
};

export const paging: readonly Planted[] = [
  twoFirsts,
  ignored,
  repeated,
  emptyLast,
  filled,
  undercounted,
  beyond,
  unturned('医保公告', '/ybj/ybgg/', 4000, '<a class="loadmore" href="javascript:more()">加载更多</a>'),
  unturned(
    '医保政策',
    '/ybj/ybzc/',
    4100,
    '<script>window.onscroll = function () { fetch("/more").then((r) => r.text()).then((t) => list.insertAdjacentHTML("beforeend", t)); }</script>',
  ),
];
