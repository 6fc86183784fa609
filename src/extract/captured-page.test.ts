import { type Document, type Element, isTag } from 'domhandler';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { describe, expect, it } from 'vitest';
import { refOf } from '../model/evidence.ts';
import { capturedPage, type SafePage } from './captured-page.ts';
import { HOSTILE, HOSTILE_BYTES } from './captured-page-hostile.fixture.ts';
import { elementsNamed, fold, rawText, squeeze } from './html.ts';

const URL = 'http://gk.example/gongkai/doc_1.html';
const shown = (html: string, quote?: string) => pageOf(Buffer.from(html), 'text/html; charset=utf-8', quote);

function pageOf(bytes: Uint8Array, contentType: string, quote?: string): SafePage {
  const page = capturedPage(bytes, contentType, URL, quote);
  if (!page) throw new Error('not shown');
  return page;
}

/** The tree that a browser makes of the answer, with scripts or without. */
const treeOf = (html: string, scriptingEnabled: boolean): Document =>
  parse(html, { treeAdapter: adapter, scriptingEnabled });

const bodyOf = (html: string): Element => {
  const [body] = elementsNamed(treeOf(html, false), 'body');
  if (!body) throw new Error('no body');
  return body;
};
const textOf = (html: string): string => rawText(bodyOf(html)).trim();
const named = (html: string, name: string): Element[] => elementsNamed(treeOf(html, false), name);

function everyElement(root: Document): Element[] {
  const all: Element[] = [];
  const waiting: (Document | Element)[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop())
    for (const child of node.children)
      if (isTag(child)) {
        all.push(child);
        waiting.push(child);
      }
  return all;
}

const RUNS =
  /^(?:script|iframe|frame|frameset|object|embed|applet|svg|math|link|base|template|noscript|form|input|button|select|textarea|audio|video|source|track|portal|area|map|xmp|plaintext)$/;

/** What in a document runs, asks or leads; empty for one that is harmless. */
function dangersIn(html: string): string[] {
  return [true, false].flatMap((scripting) =>
    everyElement(treeOf(html, scripting)).flatMap(({ name, attribs, namespace, children }) => {
      const found: string[] = [];
      if (RUNS.test(name) || !/xhtml$/.test(namespace ?? '')) found.push(name);
      const policy =
        attribs['http-equiv'] === 'Content-Security-Policy' && attribs.content?.startsWith("default-src 'none'");
      if (name === 'meta' && 'http-equiv' in attribs && !policy) found.push('meta');
      for (const [key, value] of Object.entries(attribs)) {
        if (
          /^on|^(?:href|xlink:href|srcdoc|srcset|action|formaction|ping|poster|background|data|manifest|is|popover|autofocus)$/i.test(
            key,
          )
        )
          found.push(`${name} ${key}`);
        if (key === 'src' && !/^data:image\/(?:png|jpe?g|gif|webp|bmp);base64,[\w+/=]+$/.test(value)) found.push(value);
        if (key === 'style' && /url|expression|behavior|binding|\\|@|</i.test(value)) found.push(value);
      }
      const sheet = name === 'style' ? children.map((child) => rawText(child)).join('') : '';
      if (/url\(|@|expression|\\|</i.test(sheet)) found.push(sheet);
      return found;
    }),
  );
}

describe('a captured page is harmless', () => {
  it.each(Object.entries(HOSTILE))('%s', (_, page) => {
    const html = page.replaceAll('RUN', 'alert(1)').replaceAll('ASK', 'http://elsewhere.example');
    expect(dangersIn(shown(html).html)).toEqual([]);
    expect(dangersIn(shown(`<!doctype html><table><tr><td>${html}</td></tr></table><p>后文`, '后文').html)).toEqual([]);
  });

  it.each(Object.entries(HOSTILE_BYTES))('%s', (_, [bytes, contentType]) => {
    expect(dangersIn(pageOf(bytes, contentType).html)).toEqual([]);
  });

  it('whatever two attacks make of each other, and whatever is quoted of them', () => {
    const attack = fc.constantFrom(...Object.values(HOSTILE));
    fc.assert(
      fc.property(attack, attack, fc.nat(200), fc.nat(60), (one, other, at, from) => {
        const page = one.slice(0, at) + other + one.slice(at);
        expect(dangersIn(shown(page, page.slice(from, from + 40)).html)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('names its encoding before anything of the page, and the policy that it is to be shown under', () => {
    const { html } = shown('<title>标题</title>');
    expect(html.indexOf('<meta charset="utf-8">')).toBeLessThan(html.indexOf('标题'));
    expect(html).toContain(
      `http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'`,
    );
  });

  it('shows a deep page, and none that is made to keep its reader busy', () => {
    expect(shown(`${'<div>'.repeat(900)}深处的话`, '深处的话').marked).toBe(true);
    const fonts = Array.from({ length: 900 }, (_, at) => `<font size=${at}>`).join('');
    for (const page of ['<div>'.repeat(200_000), `<p>${fonts}${'<p>x'.repeat(10_000)}`])
      expect(capturedPage(Buffer.from(page), 'text/html', URL) === null).toBe(true);
  });
});

describe('a captured page is shown as it was', () => {
  it('with its text, tables and letters of any encoding', () => {
    const page =
      '<meta charset=gbk><h1>公开指南</h1><table><tr><td colspan=2>甲<td>乙</table><pre>\n\n一行\n  二行</pre>';
    const { html } = pageOf(iconv.encode(page, 'gb18030'), 'text/html');
    expect(textOf(html)).toBe('公开指南甲乙\n一行\n  二行');
    expect(named(html, 'td').map(({ attribs }) => attribs.colspan)).toEqual(['2', undefined]);
    expect(named(html, 'pre').map(rawText)).toEqual(['\n一行\n  二行']);
  });

  it('with harmless styles, and without those that hide by a sheet what readers of pages read', () => {
    const { html } = shown(
      `<style>/* x */ .a , td.b > p{color:red!important;position:fixed;display:none} @media print{.a{color:blue}} .c{display:none}</style>
       <p class=a style="text-align:center; font-family:'宋体'; position:absolute; background:url(data:image/gif;base64,AAAA)">甲</p>`,
    );
    expect(html).toContain('.a , td.b > p{color:red}');
    expect(html).not.toContain('.c{');
    expect(html).not.toContain('blue');
    expect(named(html, 'p')[0]?.attribs.style).toBe(
      "text-align:center;font-family:'宋体';background:url(data:image/gif;base64,AAAA)",
    );
  });

  it('with links that say where they led and lead nowhere', () => {
    const { html } = shown(
      '<base href="/gongkai/sub/"><a href="a.html">甲</a><a href="javascript:x()" title="提示">乙</a>',
    );
    expect(named(html, 'a').map(({ attribs }) => [attribs.href, attribs.title])).toEqual([
      [undefined, '链接到 http://gk.example/gongkai/sub/a.html'],
      [undefined, '提示'],
    ]);
  });

  it('with boxes for pictures, frames and what is filled in, and with the pictures that stand in it', () => {
    const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    const { html } = shown(
      `<img src="/a.png" alt="公章"><img src="${dot}" alt=点><img src=/s.gif width=1 height=1><iframe src="/f.html"></iframe>
       <input value="检索词"><input type=hidden value=x><input type=checkbox checked><select><option>一<option selected>二</select>`,
    );
    expect(named(html, 'span').map((box) => [rawText(box), box.attribs.title])).toEqual([
      ['图片：公章', 'http://gk.example/a.png'],
      ['内嵌页面', 'http://gk.example/f.html'],
      ['检索词', undefined],
      ['二', undefined],
    ]);
    expect(named(html, 'img').map(({ attribs }) => [attribs.src, attribs.alt])).toEqual([[dot, '点']]);
    expect(textOf(html)).toContain('☑');
  });
});

describe('the quoted place', () => {
  const marksOf = (html: string): [string, string | undefined][] =>
    named(html, 'mark').map((mark) => [rawText(mark), mark.attribs.id]);

  it('is marked wherever it stands, the first by a name to jump to', () => {
    const { html, marked } = shown('<p>值守 名单</p><p>见值守\n&nbsp; 名单。</p>', '值守 名单');
    expect(marked).toBe(true);
    expect(marksOf(html)).toEqual([
      ['值守 名单', 'quote'],
      ['值守\n\u00a0 名单', undefined],
    ]);
  });

  it('runs through elements and cells, marking no white space between them', () => {
    const { html } = shown('<table>\n<tr>\n<td>收到 <b>3</b> 件</td>\n<td>办结</td>\n</tr></table>', '收到 3 件 办结');
    expect(marksOf(html)).toEqual([
      ['收到', 'quote'],
      ['3', undefined],
      ['件', undefined],
      ['办结', undefined],
    ]);
  });

  it('is found where the page stretches it, and preferred where it stands to the letter', () => {
    expect(marksOf(shown('<p>公 开 指 南</p>', '公开指南').html)).toEqual([['公 开 指 南', 'quote']]);
    expect(marksOf(shown('<p>公 开</p><p>公开</p>', '公开').html)).toEqual([['公开', 'quote']]);
  });

  it('is found by what is left of a cut one, behind the words of a check, and where numbers were hidden', () => {
    const long = '关于'.repeat(40);
    expect(shown(`<p>${long}</p>`, refOf({ url: '', capturedAt: '', sha256: '', record: '' }, long).quote).marked).toBe(
      true,
    );
    expect(marksOf(shown('<p>关于防汛的通知</p>', '缺少文号：关于防汛的通知').html)).toEqual([
      ['关于防汛的通知', 'quote'],
    ]);
    expect(marksOf(shown('<p>张三 13905330001 已领取</p>', '张三 139******01').html)).toEqual([
      ['张三 13905330001', 'quote'],
    ]);
  });

  it('is found where a check put it together', () => {
    const found = (page: string, quote: string) => marksOf(shown(page, quote).html).map(([text]) => text);
    expect(found('<p>齐都镇公开指南（2022年版）</p>', '2022-03-15 齐都镇公开指南（2022年版）')).toEqual([
      '齐都镇公开指南（2022年版）',
    ]);
    expect(found('<p>区司<p>法局<p>2023年', '区司 / 法局 / 2023年')).toEqual(['区司', '法局', '2023年']);
    expect(found('<table><tr><td>月份<td>工作内容</table>', '表头：月份、工作内容')).toEqual(['月份', '工作内容']);
    expect(found('<p>月份和工作内容</p>', '表头：月份、工作内容')).toEqual([]);
  });

  it('is not marked where it is not, nor in what no reader of pages sees', () => {
    expect(shown('<p>甲</p>', '乙').marked).toBe(false);
    expect(shown('<p>甲</p>').marked).toBe(false);
    expect(shown('<p>甲</p>', ' ').marked).toBe(false);
    expect(shown('<p style="display:none">乙</p><script>乙</script><img alt=乙 src=x>', '乙').marked).toBe(false);
  });

  it('of any text over any inline elements is found, and marking changes no text', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'公开指南&<>"\'` \n\t\u00a0\u3000\u200b…：*1𠮷a'),
      maxLength: 30,
    });
    type Part = string | readonly Part[];
    const { part } = fc.letrec<{ part: Part }>((tie) => ({
      part: fc.oneof({ depthSize: 'small', maxDepth: 5 }, letters, fc.array(tie('part'), { maxLength: 4 })),
    }));
    const markup = (one: Part, depth = 0): string =>
      typeof one === 'string'
        ? one.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
        : `<${TAGS[depth % TAGS.length]}>${one.map((inner) => markup(inner, depth + 1)).join('')}</${TAGS[depth % TAGS.length]}>`;
    const plain = (one: Part): string => (typeof one === 'string' ? one : one.map(plain).join(''));
    const capture = { url: '', capturedAt: '', sha256: '', record: '' };
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.nat(100), fc.nat(100), (parts, from, length) => {
        // A page without a Chinese character may be read in another encoding (charset.ts).
        const page = `<h1>政府信息公开工作年度报告</h1><p>${parts.map((one) => markup(one)).join('')}</p>`;
        const characters = Array.from(fold(parts.map(plain).join('')));
        const start = from % Math.max(1, characters.length);
        const { quote } = refOf(capture, characters.slice(start, start + 1 + length).join(''));
        const [before, after] = [shown(page), shown(page, quote)];
        expect(textOf(after.html)).toBe(textOf(before.html));
        if (quote === undefined) return;
        const isThere = squeeze(quote) !== '';
        expect(after.marked).toBe(isThere);
        expect(marksOf(after.html).filter(([, id]) => id === 'quote')).toHaveLength(isThere ? 1 : 0);
      }),
      { numRuns: 400 },
    );
  });
});

const TAGS = ['span', 'b', 'font', 'em', 'i', 'o:p', 'strong'] as const;
