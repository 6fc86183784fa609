import { describe, expect, it } from 'vitest';
import { captureOf, html, ORIGIN, site } from './fixtures.ts';
import type { Article } from './page.ts';
import { readArticlePage } from './read.ts';

const PAGE = `${ORIGIN}/html/2023/0506/1.html`;
const TITLE = '关于印发水库除险加固办法的通知';
const HEAD = `<h1>${TITLE}</h1><p>发布时间：2023-05-06</p>`;
const TEXT = Array.from(
  { length: 6 },
  (_, i) => `<p>第${i + 1}段：各镇政府、各街道办事处要按照职责分工抓好落实，确保取得实效。</p>`,
).join('');
const FOOT = '<div class="foot"><p>主办：青石区人民政府办公室</p><p>鲁ICP备05000000号</p></div>';
const read = (body: string): Article => {
  const article = readArticlePage(captureOf(html(body + FOOT), PAGE), site('generic'));
  if ('unparsed' in article) throw new Error(article.unparsed);
  return article;
};
const textOf = ({ body }: Article): string => (body.ok ? body.value.text : body.detail);
const claimed = ({ dates }: Article): string[] =>
  dates.filter(({ place }) => place === 'claimed').map(({ date }) => date);
const files = ({ attachments }: Article): string[] => attachments.map(({ url }) => url.replace(ORIGIN, ''));

describe('what stands beside an article', () => {
  it.each([
    [
      'a list with times before it',
      '<div class="l"><h3>最新公开</h3><ul><li><a href="/1.html">关于调整公交线路的公告</a><p>发布时间：2021-01-02</p></li></ul></div>',
    ],
    [
      'labels of a side box',
      '<div class="l"><p>单位名称：区民政局</p><p>发布机构：青石区人民政府</p><p>更新时间：2020-03-03</p></div>',
    ],
    ['the day’s date', '<div>今天是：2026年11月22日 星期日</div><div>更新时间：2026-11-21</div>'],
  ])('is not taken for it: %s', (_, beside) => {
    const article = read(
      `${beside}<div class="r"><h1>${TITLE}</h1><p>发布时间：2023-05-06 发布机构：区水务局</p><div class="nr">${TEXT}</div></div>`,
    );
    expect(article.title).toBe(TITLE);
    expect(claimed(article)).toEqual(['2023-05-06']);
    expect(article.metadata.issuer?.value).toBe('区水务局');
    expect(textOf(article)).not.toMatch(/202[01]|公交|2026/);
  });
  it('is not its text, nor are its files', () => {
    const box =
      '<div class="r"><h3>办事信息</h3><ul><li><a href="/1.html">关于调整公交线路的公告</a> 2019-01-02</li><li><a href="/up/x.pdf">办事指南.pdf</a></li></ul></div>';
    const article = read(`<div class="m">${HEAD}<div class="nr">${TEXT}</div></div>${box}`);
    expect(textOf(article)).not.toContain('公交');
    expect(files(article)).toEqual([]);
  });
  it('is not its text where nothing holds title and text together', () => {
    const rows = [1, 2, 3]
      .map((n) => `<li><a href="/x/${n}.html">区里召开第${n}次工作会议</a> 2019-01-0${n}</li>`)
      .join('');
    const article = read(`${HEAD}<div class="nr">${TEXT}</div><div class="r"><h3>政务动态</h3><ul>${rows}</ul></div>`);
    expect(textOf(article)).not.toMatch(/动态|2019/);
  });
  it('is no reason to cut its text at words of a footer, or at 相关文件', () => {
    for (const words of ['公开网站：青石区人民政府网（网站标识码：3703050001）', '相关文件：'])
      expect(
        textOf(read(`${HEAD}<div class="nr"><p>一、概述</p><p>${words}</p>${TEXT}<p>监督电话：0533-7654321</p></div>`)),
      ).toContain('0533-7654321');
  });
});

describe('attachments', () => {
  it.each([
    [
      'below the editor’s name',
      `${HEAD}<div class="nr">${TEXT}</div><p>责任编辑：水务局</p><div>附件：<ul><li><a href="/up/a.pdf">标准</a></li></ul></div>`,
    ],
    [
      'below the neighbours',
      `${HEAD}<div class="nr">${TEXT}</div><p>上一篇：无</p><div><h3>附件下载</h3><ul><li><a href="/up/a.pdf">标准</a></li></ul></div>`,
    ],
    [
      'above the title',
      `<table><tr><td>附件：</td><td><a href="/up/a.pdf">标准</a></td></tr></table>${HEAD}<div class="nr">${TEXT}</div>`,
    ],
  ])('are found %s', (_, body) => {
    expect(files(read(body))).toEqual(['/up/a.pdf']);
  });
  it('are there, though nothing can be fetched, where a script alone opens them', () => {
    const article = read(`${HEAD}<p><a href="javascript:void(0)" onclick="down('8a8b')">除险加固办法.pdf</a></p>`);
    expect(article.attachments).toMatchObject([
      { name: '除险加固办法.pdf', type: 'pdf', url: expect.stringContaining(`${PAGE}#`) },
    ]);
  });
});

describe('a body that is not all there', () => {
  it.each([
    [
      'by the links of a pager',
      `<div class="nr">${TEXT}</div><ul><li>1</li><li><a href="1_2.html">2</a></li><li><a href="1_2.html">下一页</a></li></ul>`,
      '多页',
    ],
    [
      'by a call',
      `<div class="TRS_Editor">${TEXT}</div><script>createPageHTML(3, 0, "t20230506_1", "html");</script>`,
      '多页',
    ],
    ['where a script fills it', '<div class="nr" id="content"></div><p>本页内容仅供参考</p>', '脚本'],
    [
      'where it is but links',
      `<ul>${[1, 2, 3].map((n) => `<li><a href="/x/${n}.html">关于第${n}条公交线路的公告</a></li>`).join('')}</ul>`,
      '链接',
    ],
  ])('is not read: %s', (_, body, why) => {
    const article = read(`${HEAD}${body}`);
    expect(article.body.ok).toBe(false);
    expect(textOf(article)).toContain(why);
  });
  it('is whole where links lead to the neighbours of an article', () => {
    expect(read(`${HEAD}<div class="nr">${TEXT}</div><a href="2.html">下一页</a>`).body.ok).toBe(true);
  });
});

describe('metadata', () => {
  it('may stand under the body', () => {
    const { metadata } = read(
      `<h1>${TITLE}</h1><p>2023-05-06</p><div class="TRS_Editor">${TEXT}</div><table><tr><td>索引号</td><td>113/2023-3</td><td>文号</td><td>青水发〔2023〕3号</td></tr></table>`,
    );
    expect(metadata).toMatchObject({ index: { value: '113/2023-3' }, number: { value: '青水发〔2023〕3号' } });
  });
});
