import { describe, expect, it } from 'vitest';
import { captureOf, html, ORIGIN, site } from './fixtures.ts';
import { readColumnPage } from './read.ts';

const COLUMN = `${ORIGIN}/html/tzgg/`;
const pager = (controls: string, url = COLUMN, view: 'http' | 'rendered' = 'http') => {
  const rows = [1, 2, 3].map(
    (n) => `<li><a href="/html/2023/0506/${n}.html">关于第${n}号水库除险加固的通知</a><span>2023-05-0${n}</span></li>`,
  );
  const page = readColumnPage(
    captureOf(html(`<ul>${rows.join('')}</ul><div class="fy">${controls}</div>`), url, { view }),
    site('generic'),
  );
  if (page.kind !== 'list') throw new Error(page.kind);
  return { ...page.pager, pages: page.pager.pages.map((one) => one.replace(COLUMN, '')) };
};

describe('the next page of a list', () => {
  it.each([
    ['words with arrows', '<a href="list_2.html">下一页&gt;&gt;</a>'],
    ['words in brackets', '<a href="list_2.html">[下一页]</a>'],
    ['words with gaps', '<a href="list_2.html">下 一 页</a>'],
    ['words with a count', '<a href="list_2.html">下一页(1/2)</a>'],
    ['a picture without words', '<a href="list_2.html"><img src="/images/r.gif"></a>'],
    ['an icon', '<a href="list_2.html"><i class="icon-right"></i></a>'],
    ['a sign', '<a rel="next" href="list_2.html">&gt;</a>'],
    ['words of its own', '<a href="list_2.html">往期信息</a>'],
    ['numbers in a table', '<table><tr><td>1</td><td><a href="list_2.html">2</a></td></tr></table>'],
  ])('is known by %s', (_, controls) => {
    expect(pager(controls)).toMatchObject({ pages: ['list_2.html'], hasNext: true });
  });
  it.each([
    [
      'a grid of ASP.NET',
      `<table><tr><td><span>1</span></td><td><a href="javascript:__doPostBack('Grid','Page$2')">2</a></td></tr></table>`,
    ],
    ['a plug-in', '<div class="pg"></div><script>$(".pg").createPage({ pageCount: 2, current: 1 });</script>'],
    ['a box of a plug-in', '<div class="M-box"></div><script src="/js/p.js"></script>'],
    ['years that a script shows', '<a href="javascript:y(2022)">2022</a><a href="javascript:y(2021)">2021年</a>'],
    ['a box for the number of a page', '<span>转到第<input type="text" size="3">页</span>'],
    ['a choice of years', '<select onchange="go(this)"><option>2023年</option><option>2022年</option></select>'],
  ])('is there, though unread, with %s', (_, controls) => {
    expect(pager(controls)).toMatchObject({ pages: [], hasNext: true });
  });
  it.each(['共有信息7条', '7条记录 1/2', '总数：7', 'Total:7 Page:1/2', '显示第1到第3条记录，总共7条记录'])(
    'is missed by the count «%s»',
    (words) => {
      expect(pager(words).totalEntries).toBe(7);
    },
  );
  it('is another year of the list', () => {
    expect(pager('<a href="2022/">2022年</a><a href="2021/">2021年</a>').pages).toEqual(['2022/', '2021/']);
  });
  it.each([
    [
      'on the last page',
      '<a href="/html/tzgg/">首页</a><a href="list_1.html">上一页</a>',
      `${COLUMN}list_2.html`,
      'http',
    ],
    [
      'on a rendered last page',
      '<a href="?page=1">1</a><a href="?page=2">2</a><span class="current">3</span>',
      COLUMN,
      'rendered',
    ],
    [
      'for a plug-in that counts one page',
      '<div></div><script>$(".pg").createPage({ pageCount: 1, current: 1 });</script>',
      COLUMN,
      'http',
    ],
    ['beside a document of a bare number', '<a href="102.html">详情</a>', COLUMN, 'http'],
    [
      'where all years are shown',
      '<select onchange="go(this)"><option>全部</option><option>2023年</option><option>2022年</option></select>',
      COLUMN,
      'http',
    ],
  ] as const)('is not made up %s', (_, controls, url, view) => {
    expect(pager(controls, url, view)).toMatchObject({ pages: [], hasNext: false });
  });
});

it('is none where the pages are counted and this is the last, though there is a box for a number', () => {
  expect(pager('<span>共1页 转到第<input type="text" size="3">页</span>')).toMatchObject({ pages: [], hasNext: false });
});

it('is not what a search box asks for', () => {
  expect(pager('<form>搜索<input type="text" name="q"></form>')).toMatchObject({ pages: [], hasNext: false });
});
