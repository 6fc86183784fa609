import { describe, expect, it } from 'vitest';
import { captureOf, ORIGIN, site } from '../fixtures.ts';
import { readColumnPage } from '../read.ts';

const COLUMN = `${ORIGIN}/col/col2201/index.html`;
const read = (body: string, url = COLUMN, contentType = 'text/html; charset=utf-8') =>
  readColumnPage(
    captureOf(`<html><head><title>栏目</title></head><body>${body}</body></html>`, url, { contentType }),
    site('auto'),
  );
const answer = (body: string, query = 'startrecord=46&endrecord=90&perpage=15&columnid=2201') =>
  readColumnPage(
    captureOf(body, `${ORIGIN}/module/web/jpage/dataproxy.jsp?${query}`, { contentType: 'text/xml' }),
    site('jcms'),
  );
const row = (n: number, column = 2201, query = ''): string =>
  `<li><a href="/art/2018/2/7/art_${column}_${n}.html${query}" title="关于第${n}号公园设施检修安排的通知">关于第${n}号公园设施…</a><span>2023-05-0${n}</span></li>`;
const store = (rows: readonly string[], more = ''): string =>
  `<datastore>${more}<recordset>${rows.map((html) => `<record><![CDATA[${html}]]></record>`).join('')}</recordset></datastore>`;
const urls = (page: ReturnType<typeof read>): string[] =>
  page.kind === 'list' ? page.entries.map(({ url }) => url.slice(ORIGIN.length)) : [];

describe('a column page of JCMS', () => {
  it('gives title attributes and list dates, whatever date the address holds', () => {
    const page = read(`<script type="text/xml">${store([row(1)], '<totalrecord>1</totalrecord>')}</script>`);
    expect(page).toMatchObject({
      entries: [{ title: '关于第1号公园设施检修安排的通知', date: '2023-05-01', owner: '2201' }],
      pager: { pages: [], hasNext: false, totalEntries: 1 },
    });
  });
  it('knows one article by several addresses', () => {
    const rows = [row(1), row(1, 2201, '?xxgkhide=1'), row(2, 2201, '?vc_xxgkarea=1137&amp;number=KL05&amp;jh=263')];
    expect(urls(read(`<script type="text/xml">${store(rows)}</script>`))).toEqual([
      '/art/2018/2/7/art_2201_1.html',
      '/art/2018/2/7/art_2201_2.html',
    ]);
  });
  it('reads a list that is printed plainly, and not the longer box beside it', () => {
    const box = `<div class="box"><ul>${[1, 2, 3, 4, 5].map((n) => row(n, 77)).join('')}</ul></div>`;
    expect(urls(read(`${box}<ul class="list">${row(6)}${row(7)}</ul>`))).toEqual([
      '/art/2018/2/7/art_2201_6.html',
      '/art/2018/2/7/art_2201_7.html',
    ]);
  });
  it.each([
    ['only a box of another column', `<ul>${[1, 2, 3].map((n) => row(n, 77)).join('')}</ul>`],
    ['only data of another column', `<script type="text/xml">${store([row(1, 77), row(2, 77)])}</script>`],
    ['data without rows and without a count', `<script type="text/xml">${store([])}</script>`],
    [
      'a script that is not understood',
      `<script>load('/module/web/jpage/dataproxy.jsp')</script><ul>${row(1, 77)}</ul>`,
    ],
    ['a search form', '<form action="/module/xxgk/search.jsp"></form><script>go()</script>'],
  ])('is unfilled with %s', (_, body) => {
    expect(read(body)).toMatchObject({ kind: 'unfilled' });
  });
  it('says where its data was cut off', () => {
    const cut = `<script type="text/xml">${store([row(1), row(2)]).slice(0, -70)}</script>`;
    expect(read(cut)).toMatchObject({ partial: expect.stringContaining('无法识别') });
  });
  it('reads data that is escaped', () => {
    const text = store([row(3)], '<totalrecord>1</totalrecord>')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;');
    expect(urls(read(`<textarea>${text}</textarea>`))).toEqual(['/art/2018/2/7/art_2201_3.html']);
  });
});

describe('an answer of the proxy', () => {
  it('is a list of XML or of rows', () => {
    expect(urls(answer(`<?xml version="1.0"?>${store([row(1)])}`))).toEqual(['/art/2018/2/7/art_2201_1.html']);
    expect(urls(answer(`<ul>${row(2)}</ul>`))).toEqual(['/art/2018/2/7/art_2201_2.html']);
  });
  it.each([
    ['a page', `<html><head><title>首页</title></head><body><ul>${row(1, 77)}</ul></body></html>`],
    ['words', '系统繁忙，请稍后再试'],
    ['an empty first group', '<datastore></datastore>', 'startrecord=1&endrecord=45&perpage=15&columnid=2201'],
  ])('is no list where it is %s', (_, body, query?: string) => {
    expect(answer(body, query)).toMatchObject({ kind: 'unfilled' });
  });
});
