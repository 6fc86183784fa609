import { describe, expect, it } from 'vitest';
import { parseHtml } from '../extract/html.ts';
import { readNavigation } from './nav-links.ts';

const BASE = 'http://www.example.gov.cn/zwgk/';
const read = (body: string) => readNavigation(parseHtml(`<html><body>${body}</body></html>`), BASE);
/** `above/…/name`, outermost first, for each link. */
const paths = (body: string): string[] =>
  read(body).links.map(({ text, above }) => [...above.map((label) => label.text).reverse(), text].join('/'));

describe('what stands above a link', () => {
  it('the parent items of nested lists, with and without links of their own', () => {
    const tree = `<ul><li><a href="a/">财政信息</a><ul><li><a href="a/1/">部门预算</a></li><li><a href="a/2/">部门决算</a></li></ul></li>
      <li><span>行政权力</span><ul><li><a href="b/1/">权责清单</a><ul><li><a href="b/1/x/">区本级</a></li></ul></li></ul></li><li><a href="c/">通知公告</a></li></ul>`;
    expect(paths(tree)).toEqual([
      '财政信息',
      '财政信息/部门预算',
      '财政信息/部门决算',
      '行政权力/权责清单',
      '行政权力/权责清单/区本级',
      '通知公告',
    ]);
    expect(read(tree).links[1]?.above[0]?.url).toBe(`${BASE}a/`);
  });

  it('headings, by their level', () => {
    expect(
      paths(
        '<h2>区政府部门</h2><h3>综合</h3><p><a href="x/">区发改局</a></p><h3>民生</h3><p><a href="y/">区民政局</a></p><h2>镇</h2><ul><li><a href="z/">甲镇</a></li></ul>',
      ),
    ).toEqual(['区政府部门/综合/区发改局', '区政府部门/民生/区民政局', '镇/甲镇']);
  });

  it('terms of definition lists and boxes with a title bar', () => {
    expect(
      paths(
        '<dl><dt>基本信息</dt><dd><a href="1/">机构职能</a></dd><dd><a href="2/">领导分工</a></dd><dt><a href="3/">财政</a></dt><dd><a href="4/">预算</a></dd></dl>',
      ),
    ).toEqual(['基本信息/机构职能', '基本信息/领导分工', '财政', '财政/预算']);
    expect(
      paths(
        '<div class="box"><div class="hd">街道</div><div class="bd"><a href="1/">甲街道</a><a href="2/">乙街道</a></div></div>',
      ),
    ).toEqual(['街道/甲街道', '街道/乙街道']);
  });

  it('the first cell of a row', () => {
    expect(
      paths(
        '<table><tr><td>财政信息</td><td><a href="1/">预算</a> <a href="2/">决算</a></td></tr><tr><th>人事</th><td><a href="3/">任免</a></td></tr></table>',
      ),
    ).toEqual(['财政信息/预算', '财政信息/决算', '人事/任免']);
  });

  it('nothing where items only stand side by side', () => {
    expect(
      paths('<ul><li><a href="1/">甲</a></li><li><a href="2/">乙</a></li></ul><a href="3/">丙</a><a href="4/">丁</a>'),
    ).toEqual(['甲', '乙', '丙', '丁']);
  });
});

describe('links', () => {
  it('are found in drop-down lists, in scripts of a click and in data attributes', () => {
    const { links } = read(
      '<select><option>--各部门--</option><option value="/bm/czj/">区财政局</option></select><li onclick="window.open(\'/bm/sfj/\')">区司法局</li><span data-url="/bm/sjj/">区审计局</span>',
    );
    expect(links.map(({ url, text }) => [text, new URL(url).pathname])).toEqual([
      ['区财政局', '/bm/czj/'],
      ['区司法局', '/bm/sfj/'],
      ['区审计局', '/bm/sjj/'],
    ]);
    expect(links[0]?.above[0]?.text).toBe('各部门');
  });

  it('of menus that open only under the pointer count, those of the footer do not', () => {
    expect(
      paths(
        '<ul style="display:none"><li><a href="1/">政策解读</a></li></ul><footer><a href="2/">网站声明</a></footer>',
      ),
    ).toEqual(['政策解读']);
  });

  it('with a date beside them are rows of documents', () => {
    const { links } = read(
      '<ul><li><a href="d">某通知</a><span>2023-05-06</span></li><li><a href="1/">年报</a></li></ul>',
    );
    expect(links.map(({ dated }) => dated)).toEqual([true, false]);
  });

  it('have the whole name where the text is cut', () => {
    expect(paths('<a href="1/" title="行政事业性收费目录清单">行政事业性收费…</a>')).toEqual([
      '行政事业性收费目录清单',
    ]);
  });
});

it('reads the breadcrumb apart from the menu, and names frames', () => {
  const page = read(
    '<div class="wz">当前位置：<a href="/">首页</a> &gt; <a href="/bm/">部门</a> &gt; 部门预算</div><iframe src="tree.html"></iframe><a href="1/">年报</a>',
  );
  expect(page.crumbs.map(({ text }) => text)).toEqual(['首页', '部门', '部门预算']);
  expect(page.links.map(({ text }) => text)).toEqual(['年报']);
  expect(page.frames).toEqual([`${BASE}tree.html`]);
});
