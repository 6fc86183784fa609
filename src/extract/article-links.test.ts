import { describe, expect, it } from 'vitest';
import { captureOf, docUrl, html, ORIGIN, site } from './fixtures.ts';
import { readArticlePage } from './read.ts';

const TITLE = '《测试项目管理办法》政策解读';

function linksOf(body: string, after = ''): readonly string[] {
  const page = `<div class="nav"><a href="/">首页</a></div><h1>${TITLE}</h1><div class="info">发布日期：2023-05-10 <a href="javascript:print()">打印</a></div>
<div id="zoom"><p>现将有关政策解读如下，供各单位参考。</p>${body}</div>${after}<div class="footer"><a href="/help/">网站地图</a></div>`;
  const article = readArticlePage(captureOf(html(page), docUrl(1)), site());
  if ('unparsed' in article || !article.body.ok) throw new Error('not read');
  return article.body.value.links.map(({ url, text }) => `${text} ${url.replace(ORIGIN, '')}`);
}

describe('the links of an article', () => {
  it('are those in its text, each once, in order, without files, scripts and navigation', () => {
    const body = `<p>见<a href="/a/doc_1.html#top"> 原 文 </a>和<a href="/a/doc_1.html">再次</a>，
<a href="http://www.other.gov.cn/x">他站</a>，<a href="/a/one.docx">附件.docx</a>，<a href="mailto:a@b.cn">邮箱</a></p>`;
    expect(linksOf(body)).toEqual(['原 文 /a/doc_1.html', '他站 http://www.other.gov.cn/x']);
  });
  it.each([
    '<div><p>相关文件：<a href="/p/1.html">办法</a></p></div>',
    '<div><p>相关文件：</p><p><a href="/p/1.html">办法</a></p></div>',
    '<p>上一篇：<a href="/p/7.html">其他</a></p><h3>相关文件</h3><ul><li><a href="/p/1.html">办法</a></li></ul>',
    '<p>上一篇：<a href="/p/7.html">其他</a></p><p>【政策原文】<a href="/p/1.html">办法</a></p><p>其他</p><a href="/p/8.html">八</a>',
  ])('are those of a box of what belongs to it: %s', (after) => {
    expect(linksOf('', after)).toEqual(['办法 /p/1.html']);
  });
  it('are not those of its neighbours', () => {
    expect(linksOf('', '<p>上一篇：<a href="/p/7.html">其他</a></p>')).toEqual([]);
  });
});
