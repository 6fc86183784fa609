import { describe, expect, it } from 'vitest';
import type { Site } from '../model/plan.ts';
import { columnLinks } from './column-links.ts';
import { passingCapture, readSitePage } from './site-page.ts';
import { unitId } from './unit-ids.ts';

const HOME = 'http://www.example.gov.cn/bm/jj/';
const site: Site = { home: 'http://www.example.gov.cn/', cms: 'auto', hosts: ['www.example.gov.cn'] };
const read = (body: string, url = HOME) =>
  readSitePage(
    passingCapture(
      url,
      url,
      'http',
      Buffer.from(`<html><head><title>区甲局</title></head><body>${body}</body></html>`),
    ),
    site,
  );
const scope = { home: HOME, hosts: site.hosts, foreign: new Set<string>() };
const paths = (body: string): string[] =>
  columnLinks(read(body), scope, new Set()).map(({ name, above }) => [...above].reverse().concat(name).join('/'));

describe('trees that pages hand to a script', () => {
  it('nested', () => {
    const tree = [
      {
        id: 1,
        name: '财政',
        children: [
          { id: 2, name: '预算', url: 'ys/' },
          { id: 3, name: '决算', url: 'js/' },
        ],
      },
    ];
    expect(paths(`<div id="t"></div><script>var treeData = ${JSON.stringify(tree)};</script>`)).toEqual([
      '财政/预算',
      '财政/决算',
    ]);
  });

  it('in one row with the numbers of their parents, even where these run in a circle', () => {
    const nodes = [
      { id: 1, pId: 9, name: '行政权力', url: '' },
      { id: 9, pId: 1, name: '全部' },
      { id: 2, pId: 1, name: '行政处罚', url: 'cf/' },
    ];
    expect(paths(`<script>var zNodes = ${JSON.stringify(nodes)};</script>`)).toEqual(['全部/行政权力/行政处罚']);
  });
});

describe("a unit's columns", () => {
  it('are the links of its own folder, without documents, files, pages of lists and the words of a frame', () => {
    const body = `<a href="/">首页</a><a href="/bm/other/">别的</a><ul><li><a href="zn/">公开指南</a></li><li><a href="nb/">公开年报</a></li>
      <li><a href="zc/">政策文件</a></li><li><a href="t20230506_123.html">关于某事的通知</a></li><li><a href="a.pdf">附件下载表</a></li>
      <li><a href="index_2.html">第二页</a></li><li><a href="tz/">更多</a></li><li><a href="http://elsewhere.example/x/">政策解读</a></li></ul>`;
    expect(paths(body)).toEqual(['公开指南', '公开年报', '政策文件']);
  });
});

it('ids come from the slug, the folder or the host, each once', () => {
  const id = (home: string | null, taken: string[] = []) => unitId(home, 'www.example.gov.cn', new Set(taken), 3);
  expect(id('http://www.example.gov.cn/gongkai/site_lzqsfj/')).toBe('lzqsfj');
  expect(id('http://www.example.gov.cn/sfj/gkmlpt/index')).toBe('sfj');
  expect(id('http://ws.example.gov.cn/gongkai/')).toBe('ws');
  expect(id('http://www.example.gov.cn/bm/sfj/', ['sfj'])).toBe('sfj-2');
  expect(id(null)).toBe('unit-3');
});
