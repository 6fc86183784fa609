import { describe, expect, it } from 'vitest';
import { captureOf, html, ORIGIN, site } from './fixtures.ts';
import type { ColumnPage } from './page.ts';
import { readColumnPage } from './read.ts';

const COLUMN = `${ORIGIN}/html/tzgg/`;
const read = (body: string, view: 'http' | 'rendered' = 'http'): ColumnPage =>
  readColumnPage(captureOf(html(body, '<title>通知公告-青石区人民政府</title>'), COLUMN, { view }), site('generic'));
const urls = (page: ColumnPage): string[] =>
  page.kind === 'list' ? page.entries.map(({ url }) => url.replace(ORIGIN, '')) : [];
const article = (n: number): string => `/html/2023/0506/${n}.html`;
const row = (n: number, href = article(n), title = `关于第${n}号水库除险加固的通知`, more = ''): string =>
  `<li><a href="${href}">${title}</a><span>2023-05-0${n}</span>${more}</li>`;

describe('rows of a list that look unlike the others', () => {
  it.each([
    ['lead to another site', row(3, 'https://mp.weixin.example.com/s/AbCd'), 'https://mp.weixin.example.com/s/AbCd'],
    ['lead to a file of another site', row(3, 'http://files.example.org/a.pdf'), 'http://files.example.org/a.pdf'],
    ['lead to a folder', row(3, '/zfgb/202303/'), '/zfgb/202303/'],
    ['have a very short title', row(3, article(3), '公示'), article(3)],
    [
      'have a summary',
      row(3, article(3), '任免通知', '<p>各镇政府、各街道办事处：现将有关事项通知如下，请认真执行。</p>'),
      article(3),
    ],
  ])('are entries where they %s', (_, other, url) => {
    expect(urls(read(`<ul>${row(1)}${row(2)}${other}</ul>`))).toEqual([article(1), article(2), url]);
  });
  it.each([
    ['a script opens', row(3, "javascript:openDoc('22')")],
    ['nothing opens', '<li>关于第三号水库除险加固的通知<span>2023-05-03</span></li>'],
  ])('make the list partial where %s them', (_, other) => {
    const page = read(`<ul>${row(1)}${row(2)}${other}</ul>`);
    expect(urls(page)).toHaveLength(2);
    expect(page).toMatchObject({ partial: expect.stringContaining('1条') });
  });
  it('make the list partial where a tab hides them', () => {
    const page = read(`<div><ul>${row(1)}${row(2)}</ul></div><div style="display:none"><ul>${row(3)}</ul></div>`);
    expect(page).toMatchObject({ partial: expect.stringContaining('选项卡') });
  });
  it('make no list partial that a hidden menu stands above', () => {
    const page = read(
      `<div style="display:none"><ul><li><a href="/a/">政务公开</a></li></ul></div><div><ul>${row(1)}</ul></div>`,
    );
    expect(page.kind === 'list' && page.partial).toBeUndefined();
  });
  it('are read from tables of many columns', () => {
    const line = (n: number, title: string): string =>
      `<tr><td>113703050042191/2023-55${n}</td><td><a href="${article(n)}">${title}</a></td><td>青政办发〔2023〕${n}号</td><td>青石区人民政府办公室综合文电科</td><td>2023-05-0${n}</td></tr>`;
    const head = '<tr><th>索引号</th><th>信息名称</th><th>文号</th><th>发布机构</th><th>发布日期</th></tr>';
    expect(urls(read(`<table>${head}${line(1, '领导分工')}${line(2, '关于水库除险加固的通知')}</table>`))).toEqual([
      article(1),
      article(2),
    ]);
  });
  it('come with the one that is set in larger type before them', () => {
    const first = `<div class="first"><h3><a href="${article(1)}">关于第1号水库除险加固的通知</a></h3><p>摘要</p><span>2023-05-01</span></div>`;
    expect(urls(read(`${first}<ul>${row(2)}${row(3)}</ul>`))).toEqual([article(1), article(2), article(3)]);
  });
});

describe('which list is the column’s', () => {
  const box = `<div class="r"><h3>政务动态</h3><ul>${[4, 5, 6, 7].map((n) => row(n)).join('')}</ul></div>`;
  it('is told by the heading that the page’s title names', () => {
    expect(
      urls(read(`<div class="l"><h3>通知公告</h3><ul>${row(1)}${row(2)}${row(3)}${row(8)}${row(9)}</ul></div>${box}`)),
    ).toHaveLength(5);
  });
  it('is told so also where another is longer', () => {
    expect(urls(read(`<div class="l"><h3>通知公告</h3><ul>${row(1)}</ul></div>${box}`))).toEqual([article(1)]);
  });
  it('is not told where no heading is the page’s', () => {
    expect(read(`<div class="l"><h3>列表</h3><ul>${row(1)}</ul></div>${box}`).kind).toBe('unfilled');
  });
  it('is not told where the page says that something is empty', () => {
    expect(read(`<h3>通知公告</h3><p>暂无信息</p>${box}`).kind).toBe('unfilled');
  });
  it.each([1, 2])('is what stands under a line of when it was renewed: %i rows', (count) => {
    const rows = [1, 2].slice(0, count);
    const page = read(`<h3>通知公告栏目</h3><p>更新时间：2024-01-20</p><ul>${rows.map((n) => row(n)).join('')}</ul>`);
    expect(urls(page)).toEqual(rows.map(article));
  });
});

describe('a column that says it is empty', () => {
  it('is believed', () => {
    expect(read('<h3>通知公告</h3><p>暂无信息</p>')).toMatchObject({ kind: 'list', entries: [] });
  });
  it.each([
    ['a section', '<a href="/zwgk/">公开</a>'],
    ['a page of its own that it turns to', `<a href="${article(1)}">首页</a>`],
    ['another site', '<a href="http://www.example.org/html/2023/0506/1.html">省网</a>'],
  ])('is believed beside a short link to %s', (_, link) => {
    expect(read(`<h3>通知公告</h3>${link}<p>暂无信息</p>`)).toMatchObject({ kind: 'list', entries: [] });
  });
  it.each([
    ['rows that nothing opens', '<div>关于水库除险加固的通知<em>2023-05-06</em></div><p>暂无数据</p>'],
    [
      'rows that a script opens',
      '<ul><li><a href="javascript:;">关于水库除险加固的通知</a><em>2023-05-06</em></li></ul><p>暂无数据</p>',
    ],
    ['a document whose title is too short to tell', '<a href="/art/2023/5/6/art_7_1.html">章程</a><p>暂无信息</p>'],
    ['a dated row with such a title', `<ul>${row(1, article(1), '章程')}</ul><p>暂无信息</p>`],
    ['a file with such a title', '<a href="/files/a.pdf">章程</a><p>暂无信息</p>'],
    ['a count of comments', '<div>关于水库除险加固的通知<em>2023-05-06</em></div><p>共0条评论</p>'],
  ])('is not believed beside %s', (_, body) => {
    expect(read(body, 'rendered').kind).toBe('unfilled');
  });
});
