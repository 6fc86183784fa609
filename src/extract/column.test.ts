import { describe, expect, it } from 'vitest';
import type { View } from '../model/capture.ts';
import type { CmsFamily } from '../model/plan.ts';
import { CHANNEL, captureOf, docUrl, html, ORIGIN, site } from './fixtures.ts';
import type { ColumnPage } from './page.ts';
import { needsBrowser, readColumnPage } from './read.ts';

function read(content: string, options: { cms?: CmsFamily; url?: string; view?: View } = {}): ColumnPage {
  const { cms = 'gongkai', url = CHANNEL, view = 'http' } = options;
  return readColumnPage(captureOf(html(content), url, { view }), site(cms));
}
const entriesOf = (page: ColumnPage) => (page.kind === 'list' ? page.entries : page.kind);
const pagerOf = (page: ColumnPage) => (page.kind === 'list' ? page.pager : null);

const row = (n: number, folder = CHANNEL): string =>
  `<li><a href="${docUrl(n, folder)}" title="青石区水务局第${n}号通报全文">青石区水务局第${n}号…</a><span>2023-05-${String(n).padStart(2, '0')}</span></li>`;
const rows = (...numbers: number[]): string => `<ul class="list">${numbers.map((n) => row(n)).join('')}</ul>`;
const MENU = `<div class="menu"><ul><li><a href="${CHANNEL}">指南</a></li><li><a href="/gongkai/site_lzqcs/channel_c1/">年报</a></li></ul></div>`;

describe('lists of the gongkai family', () => {
  it('give full titles, addresses and dates', () => {
    expect(entriesOf(read(`${MENU}${rows(1, 2)}`))).toEqual([
      { title: '青石区水务局第1号通报全文', url: docUrl(1), date: '2023-05-01' },
      { title: '青石区水务局第2号通报全文', url: docUrl(2), date: '2023-05-02' },
    ]);
  });
  it('are those of the own channel where others stand beside them', () => {
    expect(
      entriesOf(read(`${rows(3)}<ul class="hot">${row(9, `${ORIGIN}/gongkai/site_lzqcs/channel_c2/`)}</ul>`)),
    ).toMatchObject([{ url: docUrl(3) }]);
  });
  it.each([
    '<div class="row"><a href="URL">一则通报</a><em>[2023/5/1]</em></div>',
    '<table><tr><td>1</td><td><a href="URL">一则通报</a></td><td>2023年5月1日</td></tr></table>',
    '<dl><dd><a href="URL">一则通报<span>2023-05-01</span></a></dd></dl>',
    '<div><a href="URL">一则通报</a><b>01</b><i>2023-05</i></div>',
  ])('have dates in other forms: %s', (content) => {
    expect(entriesOf(read(content.replace('URL', docUrl(1))))).toMatchObject([{ date: '2023-05-01' }]);
  });
  it('have no date where none is sure', () => {
    expect(entriesOf(read(`<li><a href="${docUrl(1)}">一则通报</a><span>05-01</span></li>`))).toMatchObject([
      { date: null },
    ]);
  });
  it('win over nothing: links to documents inside an inline article are no list', () => {
    const page = read(
      `<h1>青石区水务局信息公开指南</h1><div>时间:2024-02-19</div><p>本局编制本指南，可参阅<a href="${docUrl(1)}">目录</a>，也可到本局查阅全部公开信息。</p>`,
    );
    expect(page.kind).toBe('inline');
  });
});

describe('lists of unknown sites', () => {
  const generic = { cms: 'generic', url: `${ORIGIN}/zwgk/tjsj/index.html` } as const;
  it('are the biggest group of dated rows, not the navigation', () => {
    const content = `<ul>${['首页', '概况简介', '政务公开', '办事服务'].map((text, i) => `<li><a href="/n${i}/">${text}</a></li>`).join('')}</ul>
<div class="con"><ul>${[1, 2, 3].map((n) => `<li><a href="./202305/t2023050${n}_12${n}.html">统计月报第${n}期</a><span>2023-05-0${n}</span></li>`).join('')}</ul></div>
<ul class="links"><li><a href="http://other.example.com/a1234.html">外部网站链接</a></li></ul>`;
    expect(entriesOf(read(content, generic))).toMatchObject([
      { title: '统计月报第1期', url: `${ORIGIN}/zwgk/tjsj/202305/t20230501_121.html`, date: '2023-05-01' },
      { title: '统计月报第2期' },
      { title: '统计月报第3期' },
    ]);
  });
  it('may lead to files', () => {
    expect(entriesOf(read('<ul><li><a href="a.pdf">二〇二三年报告</a> 2024-01-05</li></ul>', generic))).toMatchObject([
      { url: `${ORIGIN}/zwgk/tjsj/a.pdf` },
    ]);
  });
  it('are not made of navigation alone', () => {
    expect(
      read(
        '<ul><li><a href="/a/b.html">机构概况介绍</a></li><li><a href="/a/c.html">领导班子介绍</a></li></ul>',
        generic,
      ).kind,
    ).toBe('unfilled');
  });
  const dated = (n: number, url: string, day = `2023-08-0${n}`): string =>
    `<li class="${n % 2 ? 'bg' : 'line'}"><a href="${url}">本市第${n}号统计月报</a><span>${day}</span></li>`;
  const aside = `<div class="hot"><h4>其他信息</h4><ul>${[1, 2, 3, 4, 5].map((n) => dated(n, `/news/900${n}.html`)).join('')}</ul></div>`;
  it('are those below the own path where longer ones stand beside them', () => {
    const page = read(`<ul>${dated(1, '1001.html')}</ul>${aside}`, generic);
    expect(entriesOf(page)).toMatchObject([{ url: `${ORIGIN}/zwgk/tjsj/1001.html` }]);
  });
  it('keep rows of every class in one container', () => {
    const rows = [1, 2, 3, 4, 5].map((n) => dated(n, `/art/100${n}.html`)).join('');
    expect(entriesOf(read(`<ul>${rows}</ul>`, generic))).toHaveLength(5);
  });
  it('are not what stands beside a container that a script may fill', () => {
    expect(read(`${aside}<ul id="rows"></ul>`, generic).kind).toBe('unfilled');
  });
  it('lie in the frame that the page shows, not in what stands beside it', () => {
    const page = read(`${aside}<iframe src="/rows.html"></iframe>`, generic);
    expect(page).toMatchObject({ kind: 'list', entries: [], pager: { pages: [`${ORIGIN}/rows.html`] } });
    expect(read(`${aside}<iframe src="http://other.example.com/rows.html"></iframe>`, generic).kind).toBe('unfilled');
  });
  it('are recognised as gongkai by their addresses where the plan says auto', () => {
    expect(entriesOf(read(`${MENU}<ul>${row(1)}</ul>`, { cms: 'auto' }))).toHaveLength(1);
  });
});

describe('a list without entries', () => {
  it.each(['暂无信息', '暂无相关数据！', '该栏目暂无内容', '共 0 条'])('is empty where the page says %s', (text) => {
    expect(read(`${MENU}<div class="content"><p>${text}</p></div>`)).toMatchObject({ kind: 'list', entries: [] });
  });
  it.each([
    ['says nothing', '<ul class="list"></ul>'],
    ['is still loading', '<ul id="list"><li>正在加载…</li></ul><p>共0条</p>'],
    ['has a script that fetches rows', '<p>暂无信息</p><script>fetch("/rows.json").then(draw)</script>'],
    ['shows the sign on a condition', '<p v-if="!rows.length">暂无信息</p>'],
    [
      'has the sign beside a container that a script file may fill',
      '<ul id="list"></ul><p>暂无信息</p><script src="/list.js"></script>',
    ],
    ['counts none in a frame that a script file may fill', '<p>共0条</p><script src="/list.js"></script>'],
    ['hides the sign', '<p style="display:none">暂无信息</p>'],
    ['says so until its script file has run', '<ul id="list"><li>暂无数据</li></ul><script src="/list.js"></script>'],
    ['says so until a script of its own has run', '<div id="list">暂无数据</div><script>loadList(7)</script>'],
    ['has another page in a frame', '<p>暂无信息</p><iframe src="/list.html"></iframe>'],
    ['is a shell', '<div id="app"></div><script src="/app.js"></script>'],
    ['finds nothing, as it would say of an address it does not have', '<p>没有找到相关信息</p>'],
    ['speaks of something else', '<p>本栏目暂无法访问，请稍后再试</p>'],
  ])('is not called empty where the page %s', (_name, content) => {
    const page = read(`${MENU}${content}`);
    expect(page.kind).toBe('unfilled');
    expect(needsBrowser(page)).toBe(true);
  });
  it('is empty where a browser saw the sign', () => {
    expect(read('<p>暂无信息</p><script>fetch("/rows.json")</script>', { view: 'rendered' })).toMatchObject({
      kind: 'list',
      entries: [],
    });
  });
});

describe('pagers', () => {
  const pager = (content: string, url = CHANNEL, view: View = 'http') =>
    pagerOf(read(`${rows(1, 2)}<div class="pages">${content}</div>`, { url, view }));
  const page = (n: number): string => `${CHANNEL}index_${n}.html`;
  it.each([
    [
      'numbers and words',
      `<span class="cur">1</span><a href="index_2.html">2</a><a href="index_3.html">3</a><a href="index_2.html">下一页</a><a href="index_3.html">尾页</a> 共3页`,
      { pages: [page(2), page(3)], hasNext: true, totalPages: 3 },
    ],
    [
      'queries',
      '<b>1</b> <a href="?page=2">2</a> <a href="?page=2">&gt;</a> 共 31 条',
      { pages: [`${CHANNEL}?page=2`], hasNext: true, totalEntries: 31 },
    ],
    ['a fraction', '第1/3页 <a href="index_2.html">下页</a>', { pages: [page(2)], totalPages: 3 }],
    [
      'a script of the system',
      '<script>createPageHTML(3, 0, "index", "html")</script>',
      { pages: [page(1), page(2)], hasNext: true, totalPages: 3 },
    ],
    [
      'a control for scripts only',
      '<span class="on">1</span><a href="javascript:turn(2)">2</a><a href="javascript:turn(2)">下一页</a>',
      { pages: [], hasNext: true },
    ],
    [
      'numbers alone',
      '<b>1</b> <a href="index_2.html">2</a> <a href="index_3.html">3</a>',
      { pages: [page(2), page(3)], hasNext: true },
    ],
    ['numbers in brackets', '[1] <a href="index_2.html">[2]</a>', { pages: [page(2)], hasNext: true }],
    ['numbers for scripts', '<b>1</b><a href="javascript:go(2)">2</a>', { pages: [], hasNext: true }],
    ['the last page only', '<a href="./">首页</a> <a href="index_3.html">尾页</a>', { hasNext: true }],
    ['a picture of the word', '<a href="index_2.html"><img src="n.gif" alt="下一页"></a>', { pages: [page(2)] }],
    ['a button of a form', '<input type="button" value="下一页" onclick="turn()">', { hasNext: true }],
    ['a span that holds data', '<span>上一页</span><span data-page="2">下一页</span>', { hasNext: true }],
    [
      'a box to choose from',
      '<select><option selected>第1页</option><option>第2页</option></select>',
      { pages: [], hasNext: true },
    ],
    ['more to load', '<div>点击加载更多</div>', { pages: [], hasNext: true }],
    ['more to see', '<div class="loadmore">查看更多</div>', { pages: [], hasNext: true }],
    [
      'rows that come as one scrolls',
      '<script>window.addEventListener("scroll", () => list.insertAdjacentHTML("beforeend", next()))</script>',
      { hasNext: true },
    ],
    ['a box that a script fills', '<div class="pagination"></div><script src="/page.js"></script>', { hasNext: true }],
    ['labelled totals', '<span>总记录数：14</span> <span>总页数：3</span>', { totalEntries: 14, totalPages: 3 }],
    ['a last page that is this one', '<a href="./">首页</a> <a href="index.html">尾页</a>', { hasNext: false }],
    ['a way to other lists', '<a href="/news/">查看更多</a>', { hasNext: false }],
    ['the end', '<div class="loadmore">没有更多了</div>', { hasNext: false }],
    ['nothing', '', { pages: [], hasNext: false, totalEntries: null, totalPages: null }],
    [
      'one page',
      '<span>首页</span><span>上一页</span><span class="cur">1</span><span>下一页</span><span>尾页</span> 共2条',
      { pages: [], hasNext: false, totalEntries: 2 },
    ],
  ])('with %s', (_name, content, expected) => expect(pager(content)).toMatchObject(expected));
  it.each([
    ['plain spans', '<a href="./">1</a><span class="cur">2</span><span>下一页</span>'],
    ['a link to itself', '<a href="./">1</a><span class="cur">2</span><a href="index_2.html">下一页</a>'],
    ['a dead link', '<a href="./">1</a><span class="cur">2</span><a class="disabled" href="javascript:;">下一页</a>'],
    ['the count', '第2页/共2页 <a href="javascript:;">下一页</a>'],
  ])('end with %s', (_name, content) => expect(pager(content, page(2))).toMatchObject({ hasNext: false, pages: [] }));
  it.each([
    ['a button', '<button class="cur">1</button><button>2</button><button>下一页</button>', true],
    ['a button that is off', '<button>1</button><button class="cur">2</button><button disabled>下一页</button>', false],
    ['list items', '<ul><li class="active">1</li><li>2</li><li>下一页</li></ul>', true],
    ['list items that are off', '<ul><li>1</li><li class="active">2</li><li class="disabled">下一页</li></ul>', false],
    [
      'a mark without words',
      '<ul><li class="number active">1</li><li class="number">2</li></ul><button class="btn-next"><i></i></button>',
      true,
    ],
    [
      'a mark without words that is off',
      '<ul><li class="number">1</li><li class="number active">2</li></ul><button class="btn-next" disabled="disabled"><i></i></button>',
      false,
    ],
    [
      'a span that can be pressed',
      '<span class="cur">1</span><span>2</span><span onclick="turn(2)">下一页</span>',
      true,
    ],
  ])('of rendered pages go on by %s', (_name, content, hasNext) => {
    expect(pager(content, CHANNEL, 'rendered')).toMatchObject({ hasNext });
  });
  it.each([
    ['breadcrumbs', '<ul><li>首页</li><li>&gt;</li><li>政务公开</li></ul>'],
    ['a picture strip', '<a class="swiper-button-next" href="#"></a><a class="strip" href="javascript:;">›</a>'],
  ])('are not made of %s', (_name, content) => expect(pager(content)).toMatchObject({ hasNext: false, pages: [] }));
  it('do not count what an inline article counts', () => {
    const page = read('<h1>青石区档案馆信息公开指南</h1><p>时间:2024-02-19</p><p>共45条</p><p>第1/3页</p>');
    expect(page).toMatchObject({ kind: 'inline', pager: { totalEntries: null, totalPages: null } });
  });
  it('ask for a browser where only that can turn the page', () => {
    expect(needsBrowser(read(`${rows(1)}<div><a href="javascript:next()">下一页</a></div>`))).toBe(true);
    expect(needsBrowser(read(rows(1)))).toBe(false);
  });
});
