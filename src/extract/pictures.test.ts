import { describe, expect, it } from 'vitest';
import type { CaptureResult, OpenedCapture } from '../model/capture.ts';
import type { BodyImage } from '../model/document.ts';
import type { Topic } from '../model/topic.ts';
import { CHANNEL, captureOf, column, docUrl, html, ORIGIN, site } from './fixtures.ts';
import { walkColumn } from './walk.ts';

const GIF = Buffer.from('R0lGODlhAgADAIAAAAAAAP///yH5BAAAAAAALAAAAAACAAMAAAIDhF8FADs=', 'base64');
const PICTURE = `${ORIGIN}/images/a.png`;
const page = (image: string): string =>
  html(`<h1>青石区水务局2022年政府信息公开工作年度报告</h1><div>发布日期：2023-01-05</div>
<div id="zoom"><p>本报告按照要求编制，数据截至2022年12月31日。</p><p>${image}</p></div>`);

/** The pictures of a report on its own page, as its column is walked. */
async function picturesOf(image: string, answer?: Partial<OpenedCapture>, topic: Topic = 'annual-report') {
  const list = html(
    `<ul><li><a href="${docUrl(1)}">青石区水务局2022年政府信息公开工作年度报告</a><span>2023-01-05</span></li></ul>`,
  );
  const stored = new Map([
    [CHANNEL, captureOf(list)],
    [docUrl(1), captureOf(page(image), docUrl(1))],
    ...(answer ? [[PICTURE, captureOf('', PICTURE, { contentType: 'image/png', ...answer })] as const] : []),
  ]);
  const facts = await walkColumn({ ...column, topic }, site(), async (url) => {
    const found = stored.get(url);
    return found ? [found] : [];
  });
  const body = facts.documents[0]?.body;
  return body?.ok ? body.value.images : [];
}

const readingOf = async (answer: Partial<OpenedCapture>): Promise<BodyImage['reading']> =>
  (await picturesOf('<img src="/images/a.png">', answer))[0]?.reading;
const responded = (status: number, judgement: 'ok' | 'not-found' | 'blocked' | 'truncated'): CaptureResult => ({
  tag: 'responded',
  status,
  judgement,
});

describe('the pictures of an annual report', () => {
  it('are measured, and name the capture they were read from', async () => {
    expect(await readingOf({ body: GIF, record: 'evidence/a.warc.gz#7' })).toMatchObject({
      ok: true,
      value: { width: 2, height: 3 },
      ref: { url: PICTURE, record: 'evidence/a.warc.gz#7' },
    });
  });

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"></svg>', 40],
    ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"></svg>', 80],
    // A browser gives a drawing without any size of its own this one.
    ['<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', 300],
  ])('may be drawings: %s', async (body, width) => {
    expect(await readingOf({ body: Buffer.from(body), contentType: 'image/svg+xml' })).toMatchObject({
      ok: true,
      value: { width },
    });
  });

  it.each<readonly [string, Partial<OpenedCapture>, string]>([
    ['a 404', { result: responded(404, 'not-found') }, '404'],
    ['no bytes', {}, '为空'],
    ['a page', { body: Buffer.from(html(`<p>${'您访问的图片已经搬迁或者删除，请返回首页。'}</p>`)) }, '网页'],
    ['bytes of nothing', { body: Buffer.from([0, 1, 2, 3, 250, 251, 7, 0, 9, 8]) }, '损坏'],
    ['a file cut off within its head', { body: GIF.subarray(0, 6) }, '损坏'],
  ])('certainly show nothing: %s', async (_name, answer, fault) => {
    expect(await readingOf(answer)).toMatchObject({
      ok: true,
      value: { width: 0, height: 0, fault: expect.stringContaining(fault) },
    });
  });

  it.each<readonly [string, Partial<OpenedCapture>, string]>([
    ['a refusal', { result: responded(403, 'blocked') }, 'blocked'],
    ['no answer', { result: { tag: 'no-response', code: 'timeout', phase: 'body' } }, 'not-fetched'],
    ['half an answer', { result: responded(200, 'truncated') }, 'truncated'],
    ['a blank page', { body: Buffer.from(html('')) }, 'unparsed'],
    ['a line of text', { body: Buffer.from('too many requests') }, 'unparsed'],
  ])('are not known: %s', async (_name, answer, why) => {
    expect(await readingOf(answer)).toMatchObject({ ok: false, why });
  });

  it('are not known where they were never asked for, or lie outside the site', async () => {
    expect((await picturesOf('<img src="/images/a.png">'))[0]?.reading).toMatchObject({ why: 'not-fetched' });
    expect((await picturesOf('<img src="http://elsewhere.example/a.png">'))[0]?.reading).toMatchObject({
      why: 'out-of-scope',
    });
  });

  it.each([
    ['<img src="/images/loading.gif" data-src="/images/a.png">'],
    ['<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-original="/images/a.png">'],
    ['<img class="lazyload" src="/images/b.png" data-src="/images/a.png">'],
    ['<img data-lazy-src="/images/a.png">'],
    // Left over from where the text was copied: the page shows `src`.
    ['<img src="/images/a.png" data-src="http://mm.example/640?wx_fmt=png">'],
  ])('are looked for where a script will put them: %s', async (image) => {
    expect((await picturesOf(image))[0]?.url).toBe(PICTURE);
  });

  it('are read in place, without keeping their bytes', async () => {
    const [image] = await picturesOf(`<img src="data:image/gif;base64,${GIF.toString('base64')}" alt="图">`);
    expect(image).toEqual({ url: 'data:image/gif', alt: '图', reading: { ok: true, value: { width: 2, height: 3 } } });
    const svg = encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="7" height="9"></svg>');
    expect((await picturesOf(`<img src="data:image/svg+xml,${svg}">`))[0]?.reading).toMatchObject({
      value: { width: 7, height: 9 },
    });
  });

  it('show nothing to others when they lie on an editor’s machine', async () => {
    const [image] = await picturesOf(
      '<img src="file:///C:/Users/lenovo/AppData/Temp/msohtmlclip1/01/clip_image002.png">',
    );
    expect(image?.reading).toMatchObject({ ok: true, value: { width: 0, fault: expect.stringContaining('本机') } });
  });
});

it('leaves the pictures of other topics alone', async () => {
  const [image] = await picturesOf('<img src="/images/a.png">', { body: GIF }, 'guide');
  expect(image).toEqual({ url: PICTURE, alt: '' });
});
