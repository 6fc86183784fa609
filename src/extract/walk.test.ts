import { describe, expect, it } from 'vitest';
import type { CaptureResult, OpenedCapture } from '../model/capture.ts';
import { CHANNEL, captureOf, column, docUrl, html, ORIGIN, site } from './fixtures.ts';
import { type Lookup, walkColumn } from './walk.ts';
import { walkDocument } from './walk-document.ts';

type Stored = Record<string, OpenedCapture | readonly OpenedCapture[]>;

/** Captures by `view url`, as the store would give them. */
const lookupIn =
  (stored: Stored): Lookup =>
  async (url, view) => {
    const found = stored[`${view} ${url}`];
    return found === undefined ? [] : Array.isArray(found) ? found : [found as OpenedCapture];
  };
const walk = (stored: Stored) => walkColumn(column, site(), lookupIn(stored));
const http = (url: string, content: string, over: Partial<OpenedCapture> = {}): Stored => ({
  [`http ${url}`]: captureOf(html(content), url, over),
});
const failed = (url: string, result: CaptureResult): Stored => http(url, '', { result });
const rendered = (...contents: string[]): Stored => ({
  [`rendered ${CHANNEL}`]: contents.map((content, i) =>
    captureOf(html(content), CHANNEL, { view: 'rendered', page: i + 1 }),
  ),
});

const row = (n: number): string =>
  `<li><a href="${docUrl(n)}">青石区水务局第${n}号通报</a><span>2023-05-0${n}</span></li>`;
const list = (numbers: readonly number[], pager = ''): string =>
  `<ul>${numbers.map(row).join('')}</ul><div class="pager">${pager}</div>`;
const article = (n: number, more = ''): Stored =>
  http(
    docUrl(n),
    `<h1>青石区水务局第${n}号通报</h1><div>发布日期：2023-05-0${n}</div><div id="zoom"><p>正文，2023年4月1日。</p>${more}</div>`,
  );
const shell = '<div id="app"></div><script src="/app.js"></script>';
const urls = (facts: Awaited<ReturnType<typeof walk>>) => facts.documents.map(({ url }) => url);
const whys = (facts: Awaited<ReturnType<typeof walk>>) => facts.gaps.map(({ why }) => why);

describe('walking a column', () => {
  it('reads every list page and every document once', async () => {
    const facts = await walk({
      ...http(
        CHANNEL,
        list([1, 2], '<span class="cur">1</span><a href="index_2.html">2</a><a href="index_2.html">下一页</a> 共3条'),
      ),
      ...http(
        `${CHANNEL}index_2.html`,
        list([2, 3], '<a href="./">1</a><span class="cur">2</span><span>下一页</span> 共3条'),
      ),
      ...article(1),
      ...article(2),
      ...article(3),
    });
    expect(urls(facts)).toEqual([docUrl(1), docUrl(2), docUrl(3)]);
    expect(facts.gaps).toEqual([]);
    expect(facts.refs).toHaveLength(2);
    expect(facts.documents[0]).toMatchObject({
      captured: true,
      title: '青石区水务局第1号通报',
      ref: { url: docUrl(1) },
    });
    expect(facts.documents[0]?.dates.map(({ date, place }) => `${place} ${date}`)).toEqual([
      'claimed 2023-05-01',
      'body 2023-04-01',
      'list 2023-05-01',
    ]);
  });
  it('knows an empty list from an unread one', async () => {
    expect(await walk(http(CHANNEL, '<p>暂无信息</p>'))).toMatchObject({
      documents: [],
      gaps: [],
      refs: [{ url: CHANNEL }],
    });
    expect(await walk({})).toMatchObject({ documents: [], gaps: [{ why: 'not-fetched', ref: null }], refs: [] });
  });
  it.each([
    ['not-fetched', { tag: 'no-response', code: 'timeout', phase: 'body' }],
    ['robots', { tag: 'not-attempted', why: 'robots' }],
    ['blocked', { tag: 'responded', status: 403, judgement: 'blocked' }],
    ['login', { tag: 'responded', status: 200, judgement: 'login' }],
    ['maintenance', { tag: 'responded', status: 503, judgement: 'maintenance' }],
    ['server-error', { tag: 'responded', status: 500, judgement: 'server-error' }],
    ['not-found', { tag: 'responded', status: 404, judgement: 'not-found' }],
    ['not-found', { tag: 'responded', status: 200, judgement: 'soft-404' }],
    ['truncated', { tag: 'responded', status: 200, judgement: 'truncated' }],
  ] as const)('makes a gap, never an absence, of what failed: %s', async (why, result) => {
    expect(whys(await walk(failed(CHANNEL, result)))).toEqual([why]);
    const onPage2 = await walk({
      ...http(CHANNEL, list([1], '<a href="index_2.html">下一页</a>')),
      ...article(1),
      ...failed(`${CHANNEL}index_2.html`, result),
    });
    expect(onPage2.gaps).toMatchObject([{ why, url: `${CHANNEL}index_2.html` }]);
    expect(onPage2.documents).toHaveLength(1);
    const onDocument = await walk({ ...http(CHANNEL, list([1])), ...failed(docUrl(1), result) });
    expect(onDocument.gaps).toEqual([]);
    expect(onDocument.documents).toMatchObject([
      {
        captured: false,
        title: '青石区水务局第1号通报',
        dates: [{ place: 'list' }],
        body: { ok: false, why, ref: { url: docUrl(1) } },
        ref: { url: CHANNEL },
      },
    ]);
  });
  it('reads script-made lists as a browser saw them, page by page', async () => {
    const facts = await walk({
      ...http(CHANNEL, shell),
      ...rendered(list([1], '<button>下一页</button> 共2条'), list([2], '<button disabled>下一页</button> 共2条')),
      ...article(1),
      ...article(2),
    });
    expect(urls(facts)).toEqual([docUrl(1), docUrl(2)]);
    expect(facts.gaps).toEqual([]);
  });
  it('looks at the browser’s view where the raw page was judged unrendered', async () => {
    const facts = await walk({
      ...http(CHANNEL, shell, { result: { tag: 'responded', status: 200, judgement: 'unrendered' } }),
      ...rendered(list([1])),
      ...article(1),
    });
    expect(facts.gaps).toEqual([]);
    expect(urls(facts)).toEqual([docUrl(1)]);
  });
  it.each([
    ['was never rendered', {}, ['unreadable-list']],
    [
      'was rendered on an earlier night, and not on this one',
      { [`rendered ${CHANNEL}`]: captureOf(html(list([1])), CHANNEL, { view: 'rendered', runId: 'earlier' }) },
      ['unreadable-list'],
    ],
    ['is not filled in the browser either', rendered(shell), ['unreadable-list']],
    ['could have been turned further', rendered(list([1], '<button>下一页</button>')), ['unreadable-list']],
    ['declares more than was seen', rendered(list([1], '共5条')), ['unreadable-list']],
    [
      'had no browser',
      { [`rendered ${CHANNEL}`]: captureOf('', CHANNEL, { result: { tag: 'not-attempted', why: 'no-browser' } }) },
      ['no-browser'],
    ],
  ] as [string, Stored, string[]][])('makes a gap of a script-made list that %s', async (_name, stored, expected) => {
    expect(whys(await walk({ ...http(CHANNEL, shell), ...article(1), ...stored }))).toEqual(expected);
  });
  it('knows a page number that the site ignores', async () => {
    const same = list([1, 2], '<a href="?page=2">下一页</a>');
    const stored = { ...http(CHANNEL, same), ...http(`${CHANNEL}?page=2`, same), ...article(1), ...article(2) };
    expect(whys(await walk(stored))).toEqual(['unreadable-list']);
  });
  it('takes the list’s title where only that names the period', async () => {
    const entry = `<ul><li><a href="${docUrl(1)}">2023年5月份主要指标</a><span>2023-06-12</span></li></ul>`;
    const page = http(
      docUrl(1),
      '<h1>主要指标</h1><div>发布日期：2023-06-12</div><div id="zoom"><p>增长百分之五。</p></div>',
    );
    const { documents } = await walk({ ...http(CHANNEL, entry), ...page });
    expect(documents).toMatchObject([{ title: '2023年5月份主要指标' }]);
  });
  it('counts what a list declares', async () => {
    const facts = await walk({ ...http(CHANNEL, list([1], '共4条')), ...article(1) });
    expect(facts.gaps).toMatchObject([{ why: 'unreadable-list', detail: '栏目显示共4条，实际读到1条' }]);
  });
  it('gives inline articles addresses of their own, those without a body too', async () => {
    const facts = await walk(
      http(
        CHANNEL,
        '<p>青石区档案馆2023年工作报告</p><p>时间:2024-01-16</p><p>正文。</p><p>青石区档案馆2022年工作报告</p><p>时间:2023-01-16</p>',
      ),
    );
    expect(facts.documents).toMatchObject([
      { url: `${CHANNEL}#inline-1`, inline: true, captured: true, body: { ok: true } },
      {
        url: `${CHANNEL}#inline-2`,
        inline: true,
        captured: true,
        body: { ok: false, why: 'unparsed', ref: { url: CHANNEL } },
      },
    ]);
  });
  it('believes nothing outside the named hosts', async () => {
    const away = 'http://mirror.example.com/gongkai/channel_1/doc_6666666666666666666666aa.html';
    const facts = await walk({
      ...http(CHANNEL, `<ul><li><a href="${away}">青石区水务局通报</a></li>${row(1)}</ul>`),
      ...http(docUrl(1), '<h1>x</h1>', { finalUrl: away }),
    });
    expect(facts.documents.every(({ body }) => !body.ok && body.why === 'out-of-scope')).toBe(true);
    expect(whys(await walk(http(CHANNEL, list([1]), { finalUrl: away })))).toEqual(['out-of-scope']);
  });
  it('keeps a document whose page cannot be understood as unparsed', async () => {
    const facts = await walk({ ...http(CHANNEL, list([1])), ...http(docUrl(1), '<p>您好</p>') });
    expect(facts.documents).toMatchObject([
      { captured: false, body: { ok: false, why: 'unparsed', ref: { url: docUrl(1) } } },
    ]);
  });
  it('reads attachments, and says of each why it could not', async () => {
    const file = `${ORIGIN}/files/a.txt`;
    const names = ['a.txt', 'b.txt', 'c.txt', 'd.docx'];
    const links = names.map((name) => `<a href="/files/${name}">附件</a>`).join('');
    const facts = await walk({
      ...http(CHANNEL, list([1])),
      ...article(1, `<p>${links}<a href="http://mirror.example.com/e.pdf">附件</a></p>`),
      [`http ${file}`]: captureOf('于2023年6月1日印发', file, { contentType: 'text/plain' }),
      ...failed(`${ORIGIN}/files/b.txt`, { tag: 'responded', status: 404, judgement: 'not-found' }),
      [`http ${ORIGIN}/files/d.docx`]: captureOf('<html>404</html>', `${ORIGIN}/files/d.docx`),
    });
    const [document] = facts.documents;
    expect(document?.attachments.map(({ reading }) => (reading.ok ? reading.value.text : reading.why))).toEqual([
      '于2023年6月1日印发',
      'not-found',
      'not-fetched',
      'unreadable-attachment',
      'out-of-scope',
    ]);
    expect(document?.dates.at(-2)).toEqual({
      date: '2023-06-01',
      place: 'attachment',
      text: '2023年6月1日',
      sure: true,
    });
  });
  it('makes a document of a file that a list leads to', async () => {
    const facts = await walk({
      ...http(CHANNEL, list([1])),
      [`http ${docUrl(1)}`]: captureOf(Buffer.from('%PDF-1.4 broken'), docUrl(1), { contentType: 'application/pdf' }),
    });
    expect(facts.documents).toMatchObject([
      {
        captured: true,
        title: '青石区水务局第1号通报',
        body: { ok: true, value: { opaque: true } },
        attachments: [{ type: 'pdf', reading: { ok: false } }],
      },
    ]);
  });
});

describe('walking to one document', () => {
  it('reads a page by its address', async () => {
    expect(await walkDocument(docUrl(1), site(), lookupIn(article(1)))).toMatchObject({
      ok: true,
      value: { title: '青石区水务局第1号通报', url: docUrl(1) },
    });
  });
  it.each([
    ['not-fetched', {}],
    ['unparsed', http(docUrl(1), '<p>您好</p>')],
    ['blocked', failed(docUrl(1), { tag: 'responded', status: 403, judgement: 'blocked' })],
  ] as [string, Stored][])('says why it cannot: %s', async (why, stored) => {
    expect(await walkDocument(docUrl(1), site(), lookupIn(stored))).toMatchObject({ ok: false, why });
  });
});
