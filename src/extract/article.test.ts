import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { captureOf, docUrl, html, site } from './fixtures.ts';
import type { Article } from './page.ts';
import { readArticlePage } from './read.ts';

const TITLE = '青石区水务局2023年度抽查工作计划';
const DOC = docUrl(1);

function read(content: string, head = ''): Article {
  const article = readArticlePage(captureOf(html(content, head), DOC), site());
  if ('unparsed' in article) throw new Error(article.unparsed);
  return article;
}
const values = (article: Article) =>
  Object.fromEntries(Object.entries(article.metadata).map(([field, { value }]) => [field, value]));
const textOf = (article: Article) => (article.body.ok ? article.body.value.text : null);

const PAIRS = [
  ['标题', TITLE],
  ['索引号', '11370305MB0000001Y/2023-None'],
  ['文号', ''],
  ['发文日期', '2023-02-17 09:13:17'],
  ['发布机构', '青石区水务局'],
] as const;
const TOP = `<div class="top"><a href="/">首页</a></div><div class="crumb">当前位置：首页 > 水务局 > ${TITLE}</div>`;
const TAIL = `<h1>${TITLE}</h1><div class="info">发布日期:2023-02-17 字号：[<a>大</a> <a>中</a> <a>小</a>] <a>打印</a></div>`;
const BODY = '<p>第一段<span>文</span><b>字</b>。</p><p>第二段。</p>';
const FOOT = '<div><p>主办单位：青石区人民政府</p><p>网站标识码：3703000000</p></div>';

const LAYOUTS: Record<string, string> = {
  'table rows': `<table>${PAIRS.map(([k, v]) => `<tr><td>${k}</td><td>${v}</td></tr>`).join('')}</table>`,
  'table cells in one row': `<table><tr>${PAIRS.map(([k, v]) => `<th><p>${k}</p></th><td>${v}</td>`).join('')}</tr></table>`,
  'definition list': `<dl>${PAIRS.map(([k, v]) => `<dt>${k}：</dt><dd>${v}</dd>`).join('')}</dl>`,
  'list of label and span': `<ul>${PAIRS.map(([k, v]) => `<li><label>${k}：</label><span>${v}</span></li>`).join('')}</ul>`,
  'label and span without colon': `<ul>${PAIRS.map(([k, v]) => `<li><b>${k}</b><span>${v}</span></li>`).join('')}</ul>`,
  'label and value blocks': `<div>${PAIRS.map(([k, v]) => `<div class="item"><div>${k}</div><div>${v}</div></div>`).join('')}</div>`,
  'lines with colon': `<div>${PAIRS.map(([k, v]) => `${k}：${v}`).join('<br>')}</div>`,
  'spaced labels in one line': `<p>${PAIRS.map(([k, v]) => `${k.split('').join(' ')}：${v}`).join('　')}</p>`,
};

describe.each(Object.keys(LAYOUTS))('metadata as %s', (name) => {
  it.each(['', '<div id="zoom">'])('is read with the body apart from it (container %j)', (open) => {
    const article = read(`${TOP}${LAYOUTS[name]}${TAIL}${open}${BODY}${open ? '</div>' : ''}${FOOT}`);
    expect(values(article)).toEqual({
      title: TITLE,
      index: '11370305MB0000001Y/2023-None',
      number: '',
      publishedOn: '2023-02-17 09:13:17',
      issuer: '青石区水务局',
    });
    expect(article.title).toBe(TITLE);
    expect(textOf(article)).toBe('第一段文字。\n第二段。');
    expect(article.dates).toEqual([{ date: '2023-02-17', place: 'claimed', text: '2023-02-17', sure: true }]);
  });
});

describe('an article', () => {
  it('keeps the date of writing apart from that of publishing, by all their names', () => {
    const article = read(
      `<table><tr><td>发文机关</td><td>青石区人民政府</td><td>成文时间</td><td>2021年03月10日</td></tr><tr><td>公开日期</td><td>2021/3/26</td><td>效力状态</td><td></td></tr><tr><td>发文字号</td><td>青政发〔2021〕5号</td><td>主 题 分 类</td><td>综合政务</td></tr></table>${TAIL}${BODY}`,
    );
    expect(values(article)).toMatchObject({ validity: '', theme: '综合政务', number: '青政发〔2021〕5号' });
    expect(article.dates.map(({ date, place }) => `${place} ${date}`)).toEqual([
      'claimed 2021-03-26',
      'claimed 2023-02-17',
      'written 2021-03-10',
    ]);
  });
  it('reads values that stand in sequence without labels', () => {
    const article = read(
      `<h2>${TITLE}</h2><ul><li>123701044930907524/2025-5320341</li><li>区水务局</li><li>2025-04-14</li></ul><p>字号 打印整页 打印内容 分享</p>${BODY}`,
    );
    expect(values(article)).toEqual({
      index: '123701044930907524/2025-5320341',
      issuer: '区水务局',
      publishedOn: '2025-04-14',
    });
    expect(textOf(article)).toBe('第一段文字。\n第二段。');
  });
  it('takes the date of <meta> where the page shows none', () => {
    const head = `<meta name="ArticleTitle" content="${TITLE}"><meta name="PubDate" content="2023-03-01 13:31:56">`;
    expect(read(`<div>${TITLE}</div><div>字号 大 中 小</div>${BODY}`, head).dates).toEqual([
      { date: '2023-03-01', place: 'claimed', text: '2023-03-01', sure: true },
    ]);
  });
  it("leaves the body's own repeated title in the body, and a strip of media links out of it", () => {
    const article = read(
      `${LAYOUTS['table rows']}${TAIL}<div>电子书 Ι H5 Ι 图文解读   Ι   语音播报</div><div id="zoom"><p>${TITLE}</p><p>正文。</p></div>`,
    );
    expect(textOf(article)).toBe(`${TITLE}\n正文。`);
  });
  it('joins a title that is broken over lines', () => {
    expect(read(`<h1>青石区水务局<br>2023年度抽查　工作计划</h1><div>发布日期：2023-02-17</div>${BODY}`).title).toBe(
      '青石区水务局2023年度抽查 工作计划',
    );
  });
  it('ends before neighbours and related pages', () => {
    const article = read(`${TAIL}${BODY}<p>上一篇：<a href="x.html">别的</a></p><p>别的文字</p>`);
    expect(textOf(article)).toBe('第一段文字。\n第二段。');
  });
  it('is opaque where its body is a picture, and says which', () => {
    expect(read(`${TAIL}<div id="zoom"><p><img src="a.png" alt="报告"></p></div>`).body).toMatchObject({
      ok: true,
      value: { text: '', opaque: true, images: [{ url: DOC.replace(/doc_.*/, 'a.png'), alt: '报告' }] },
    });
  });
  it.each([
    ['<iframe src="/viewer/web.html?file=/files/plan.pdf"></iframe>', '/files/plan.pdf'],
    ['<embed src="/files/plan.pdf">', '/files/plan.pdf'],
    ['<object data="/files/plan.pdf"></object>', '/files/plan.pdf'],
    [`<a href="javascript:;" onclick="window.open('/files/plan.pdf')">查看</a>`, '/files/plan.pdf'],
  ])('has the file of a viewer as its attachment: %s', (content, path) => {
    const article = read(`${TAIL}<div id="zoom">${content}</div>`);
    expect(article.attachments).toMatchObject([{ url: `http://www.example.gov.cn${path}`, type: 'pdf' }]);
    expect(article.body).toMatchObject({ ok: true, value: { opaque: true } });
  });
  it.each([
    ['doc_67a5b11e0c81719cbf7171e4_c40bf8efdc4f89fdb726fece655ac213.PDF', '报告', 'pdf'],
    ['/module/download/downfile.jsp?classid=0&amp;filename=1a2b.doc', '申请表', 'doc'],
    ['/system/_content/download.jsp?urltype=news.DownloadAttachUrl&amp;wbfileid=7', '名单.xls', 'xls'],
    ['/system/_content/download.jsp?wbfileid=8', '名单', 'other'],
  ])('has attachments by address or by name: %s', (href, name, type) => {
    const article = read(`${TAIL}<div id="zoom">${BODY}<p>附件【<a href="${href}">${name}</a>】已下载 3 次</p></div>`);
    expect(article.attachments).toMatchObject([{ name, type }]);
  });
  it('has no body, rather than an empty one, where the template is not filled', () => {
    expect(read(`${TAIL}<div id="zoom"></div>${FOOT}`).body).toMatchObject({ ok: false, why: 'unparsed' });
    expect(read(`${TAIL}${FOOT}`).body).toMatchObject({ ok: false, why: 'unparsed' });
  });
  it('is none where nothing tells a title', () => {
    expect(readArticlePage(captureOf(html('<p>您好</p>'), DOC), site())).toEqual({ unparsed: expect.any(String) });
  });
  it('does not show what is hidden', () => {
    expect(
      textOf(
        read(
          `${TAIL}<div id="zoom">${BODY}<p style="display: none">暗字</p><script>var a</script><p hidden>暗字</p></div>`,
        ),
      ),
    ).not.toContain('暗字');
  });
  it('is read in GB18030', () => {
    const body = iconv.encode(html(`${TAIL}${BODY}`).replace('utf-8', 'gb2312'), 'gb18030');
    expect(readArticlePage(captureOf(body, DOC, { contentType: 'text/html' }), site())).toMatchObject({ title: TITLE });
  });
});
