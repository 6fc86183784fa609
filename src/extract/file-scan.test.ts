import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanForFiles } from './file-scan.ts';
import { CHANNEL, captureOf, html, ORIGIN, site } from './fixtures.ts';
import { readArticlePage } from './read.ts';

const article = (content: string) =>
  html(`<h1>关于印发工作方案的通知</h1><p>时间：2023-05-06</p><div>${content}</div>`);
const bytes = (text: string) => Buffer.from(text).toString('latin1');
const scan = (content: string) => scanForFiles(bytes(article(content)), `${CHANNEL}doc_1.html`);

describe('a scan for files', () => {
  it.each([
    ['a link', '<a href="a.docx">方案</a>', 'a.docx'],
    ['entities in the address', '<a href="/download.jsp?id=1&amp;file=a.xls">表</a>', '/download.jsp?id=1&file=a.xls'],
    ['a type that only the text tells', '<a href="/file/12">附件<b>1.xls</b></a>', '/file/12'],
    ['a type that only the title tells', '<a title="附件.pdf" href="/file/13">下载</a>', '/file/13'],
    ['a download without any type', '<a href="/system/_content/download.jsp?wbfileid=1">名单</a>', null],
    ['a script in the address', `<a href="javascript:open('b.pdf')">看</a>`, 'b.pdf'],
    ['a script at a click', `<a href="#" onclick="window.open('/f/c.zip')">看</a>`, '/f/c.zip'],
    ['a viewer in a frame', '<iframe src="/viewer/web.html?file=/f/d.pdf"></iframe>', '/f/d.pdf'],
    ['an embedded file', '<embed src="e.pdf" type="application/pdf">', 'e.pdf'],
    ['an object', '<object data="f.pdf"></object>', 'f.pdf'],
    ['unquoted attributes', '<a href=g.csv>数据</a>', 'g.csv'],
    ['a `>` in an attribute', '<a title="a > b" href="h.xlsx">数据</a>', 'h.xlsx'],
  ])('finds %s', (_, content, file) => {
    const expected = file === null ? '/system/_content/download.jsp?wbfileid=1' : file;
    expect(scan(content)).toContain(new URL(expected, `${CHANNEL}doc_1.html`).href);
  });

  it('takes no pages and no pictures for files', () => {
    expect(scan('<a href="doc_2.html">另一篇</a><a href="p.jpg"><img src="p.jpg"></a><img src="q.png">')).toEqual([]);
  });

  it('leaves to the reading what it cannot tell', () => {
    expect(scan('<a href="x.docx title="方案">方案</a>')).toBeNull();
    expect(scan('<a href="附件一.docx">方案</a>')).toBeNull();
    expect(scan('<p>附件：<a href="/f/12345">名单</a></p>')).toBeNull();
    expect(scanForFiles('<script>var _CONFIG = {}</script>', ORIGIN)).toBeNull();
  });

  it('finds at least what the reading of the article finds', () => {
    const name = fc.stringMatching(/^[a-z0-9]{1,8}\.(pdf|docx?|xlsx?|zip|wps|ofd|txt)$/);
    const text = fc.constantFrom('方案', '附件1：名单.xls', '<span>表</span>二', '', '下载 <img src="x.gif">');
    const quote = fc.constantFrom('"', "'");
    const link = fc
      .record({ name, text, quote })
      .chain(({ name: file, text: shown, quote: q }) =>
        fc.constantFrom(
          `<a class=${q}f${q} href=${q}${file}${q}>${shown}</a>`,
          `<a href=${q}/download.jsp?a=1&amp;f=${file}${q} target=_blank>${shown}</a>`,
          `<iframe width=100 src=${q}/v.html?file=${file}${q}></iframe>`,
          `<p>见<a href=${q}${file}${q}${q === '"' ? " title='a>b'" : ' title="a>b"'}>${shown}</a>。</p>`,
        ),
      );
    fc.assert(
      fc.property(fc.array(link, { maxLength: 5 }), (links) => {
        const page = article(`<p>${'工作方案的正文。'.repeat(12)}</p>${links.join('\n')}`);
        const url = `${CHANNEL}doc_1.html`;
        const read = readArticlePage(captureOf(page, url), site());
        const scanned = scanForFiles(bytes(page), url);
        const files = 'unparsed' in read ? [] : read.attachments.map((file) => file.url);
        expect(scanned).toEqual(expect.arrayContaining(files));
      }),
    );
  });
});
