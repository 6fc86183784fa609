import { describe, expect, it } from 'vitest';
import { CHANNEL, captureOf, html, site } from '../../src/extract/fixtures.ts';
import { readArticlePage, readColumnPage } from '../../src/extract/read.ts';

/** How the pages of this family are marked up is not known: what they say must be read in any mark-up. */
const UNIT = '青石区测绘服务中心';
const TITLE = '关于开展测绘质量检查的通知';
const DATE = '2023-05-18';
const INDEX = '12370399K21216551K/2023-5300001';
const NUMBER = '青测〔2023〕3号';
const ISSUER = '区测绘中心';
const CELLS = [
  ['标题', TITLE],
  ['索引号', INDEX],
  ['文号', NUMBER],
  ['发文日期', DATE],
  ['发布机构', ISSUER],
] as const;
const each = (make: (label: string, value: string) => string): string =>
  CELLS.map(([label, value]) => make(label, value)).join('');
const row = (tag: string, at: 0 | 1): string => CELLS.map((cell) => `<${tag}>${cell[at]}</${tag}>`).join('');

const BLOCKS = {
  'rows of two cells': `<table>${each((label, value) => `<tr><td>${label}</td><td>${value}</td></tr>`)}</table>`,
  'a row of labels over one of values': `<table><thead><tr>${row('th', 0)}</tr></thead><tbody><tr>${row('td', 1)}</tr></tbody></table>`,
  'lists of labels and of values': `<ul>${row('li', 0)}</ul><ul>${row('li', 1)}</ul>`,
  'values inside the label’s element': each(
    (label, value) => `<div><label>${label}</label><div><p>${value}</p></div></div>`,
  ),
  'stretched labels': `<ul>${each((label, value) => `<li><em>${Array.from(label).join('　')}：</em>${value}</li>`)}</ul>`,
  'spans that touch': `<div>${each((label, value) => `<span>${label}：${value}</span>`)}</div>`,
  'lines in one element': `<p>${CELLS.map(([label, value]) => `${label}：${value}`).join('<br>')}</p>`,
};
const TITLES = {
  heading: `<h1>${TITLE}</h1>`,
  division: `<div class="a">${TITLE}</div>`,
  cell: `<table><tr><td>${TITLE}</td></tr></table>`,
  'broken lines': `<div>${TITLE.slice(0, 6)}<br>${TITLE.slice(6)}</div>`,
};
const TIMES = {
  'one line': `<div>发布日期:${DATE} 字号：大 中 小 打印</div>`,
  'a list': `<ul><li>发布日期：${DATE}</li><li>字号：<a>大</a><a>小</a></li><li>打印</li></ul>`,
  none: '',
};
const BODY = '<div class="b"><p>各有关单位：</p><p>现将有关事项通知如下。</p><p>时间：6月1日</p></div>';
const page = (content: string): string =>
  html(`<div><a href="/">首页</a></div><div>${UNIT}</div>${content}`, `<title>${UNIT}-${TITLE}</title>`);
const cases = Object.entries(BLOCKS).flatMap(([block, metadata]) =>
  Object.entries(TITLES).flatMap(([title, heading]) =>
    Object.entries(TIMES).flatMap(([time, line]) => [
      [block, title, time, `${metadata}${heading}${line}${BODY}`],
      [block, title, `${time}, above the block`, `${heading}${line}${metadata}${BODY}`],
    ]),
  ),
);

describe('a document of the family gongkai', () => {
  it.each(cases)('is read from %s under a title as %s with a time line as %s', (_block, _title, _time, content) => {
    const article = readArticlePage(captureOf(page(content), `${CHANNEL}doc_65a5e73cc841d05656f10b18.html`), site());
    if ('unparsed' in article) throw new Error(article.unparsed);
    const { title, metadata, dates, body } = article;
    expect(title).toBe(TITLE);
    expect({ index: metadata.index?.value, number: metadata.number?.value, issuer: metadata.issuer?.value }).toEqual({
      ...{ index: INDEX, number: NUMBER, issuer: ISSUER },
    });
    expect(dates.filter(({ place }) => place === 'claimed').map(({ date }) => date)).toEqual([DATE]);
    expect(body).toMatchObject({ ok: true, value: { text: '各有关单位：\n现将有关事项通知如下。\n时间：6月1日' } });
  });
});

describe('a column of the family gongkai', () => {
  const rows = [1, 2, 3].map((n) => `<a href="doc_65a5e73cc841d05656f10b1${n}.html">第${n}号测绘事项公开情况</a>`);
  const foreign = '<a href="http://www.other.example/art/1.html">转载上级网站的一个文件</a>';
  it.each([
    ['list items', (link: string) => `<li>${link}<span>${DATE}</span></li>`, 'ul'],
    ['table rows', (link: string) => `<tr><td>1</td><td>${link}</td><td>${DATE}</td></tr>`, 'table'],
    ['divisions', (link: string) => `<div class="r"><p>${link}</p><em>${DATE}</em></div>`, 'div'],
    [
      'rows that name their kind',
      (link: string) => `<li>[<a href="../channel_c2/">通知</a>]${link}<span>${DATE}</span></li>`,
      'ul',
    ],
  ])('keeps what leads elsewhere among %s', (_name, make, holder) => {
    const list = [rows[0] ?? '', foreign, ...rows.slice(1)].map(make).join('\n');
    const column = readColumnPage(captureOf(page(`<${holder}>${list}</${holder}>`)), site());
    expect(column.kind === 'list' ? column.entries.map(({ title, date }) => [title, date]) : column).toEqual([
      ['第1号测绘事项公开情况', DATE],
      ['转载上级网站的一个文件', DATE],
      ['第2号测绘事项公开情况', DATE],
      ['第3号测绘事项公开情况', DATE],
    ]);
  });

  const hot =
    '<ul><li><a href="/gongkai/channel_c9/doc_65a5e73cc841d05656f10b99.html">别的栏目的文件名称</a><span>2023-01-01</span></li></ul>';
  it.each([
    ['an empty place for it', `<div id="rows"></div>${hot}`],
    ['an empty list', `<ul></ul>${hot}`],
    [
      'links that only a script follows',
      `<div><a href="javascript:;" data-id="7">第七号测绘事项公开情况</a></div>${hot}`,
    ],
    ['the name of a side box', `<h3>热门信息</h3>${hot}`],
  ])('is not read from what stands beside its list, where there is %s', (_name, content) => {
    expect(readColumnPage(captureOf(page(content)), site()).kind).toBe('unfilled');
  });
});
