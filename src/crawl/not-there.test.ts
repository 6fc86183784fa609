import { describe, expect, it } from 'vitest';
import { NotThere, nowhereLike, type Specimen } from './not-there.ts';

const HOME = 'http://gk.example/gongkai/';
const AT = `${HOME}site_a/channel_1/`;
const page = (title: string, body: string): string =>
  `<html><head><title>${title}</title></head><body>${body}</body></html>`;
const text = '各有关单位要认真抓好落实，确保取得实效。'.repeat(30);
const article = page('关于防汛的通知', `<h1>关于防汛的通知</h1><p>${text}</p>`);
const links = Array.from({ length: 20 }, (_, i) => `<a href="/d${i}">${'甲乙丙丁'[i % 4]}项目公示</a>`).join('');
const news = ['05-06', '05-05', '05-04'].map((date) => `<li>${date} 一则要闻</li>`).join('');
const front = page(
  '某区政府信息公开',
  `${links}<ol>${news}</ol><p>${text}</p><ul></ul><script src="/banner.js"></script>`,
);

/** A site that answers what cannot exist in its own way, and its real pages with themselves. */
function site(nowhere: (url: string) => Specimen | string | null, home: string | null = front) {
  const asked: string[] = [];
  const notThere = new NotThere({
    runId: 'run-1',
    home: HOME,
    ask: async (url) => {
      asked.push(url);
      const answer = url === HOME ? home : nowhere(url);
      return typeof answer === 'string' ? { finalUrl: url, html: answer } : answer;
    },
  });
  const judge = (url: string, html: string, rest: { finalUrl?: string; mayRender?: boolean } = {}) =>
    notThere.judge({ url, finalUrl: url, page: { html }, mayRender: false, ...rest });
  return { asked, judge };
}

describe('what a site says of what does not exist', () => {
  it('is asked for once a kind of address, at most twice a host', async () => {
    const { asked, judge } = site(() => null);
    for (let i = 0; i < 5; i++) expect(await judge(`${AT}doc_${i}.html`, article)).toBe('ok');
    expect(asked).toEqual([nowhereLike(`${AT}doc_9.html`, 'run-1')]);
    for (const path of ['', 'show.jsp?id=1', 'a.htm', 'b']) expect(await judge(`${AT}${path}`, article)).toBe('ok');
    expect(asked).toHaveLength(2);
  });

  it('is the same pages night after night only within a run', () => {
    expect(nowhereLike(`${AT}doc_1.html`, 'a')).toBe(nowhereLike(`${AT}doc_2.html`, 'a'));
    expect(nowhereLike(`${AT}doc_1.html`, 'a')).not.toBe(nowhereLike(`${AT}doc_1.html`, 'b'));
    expect(nowhereLike(`${AT}doc_1.html`, 'a')).toMatch(/\/channel_1\/xunjian-\w+\.html$/);
    expect(nowhereLike(AT, 'a')).toMatch(/\/site_a\/xunjian-\w+\/$/);
    expect(nowhereLike('http://gk.example/show.jsp?id=17', 'a')).toBe('http://gk.example/show.jsp?id=999999');
  });

  const nav = `<div class="nav">${links}</div>`;
  const apology = (url: string): string =>
    page(
      '提示',
      `${nav}<p>很抱歉，您要看的内容暂时无法显示：${new URL(url).pathname}（2023-05-06 12:30:0${url.length % 10}）</p>${text}`,
    );

  it('is recognised in a page full of other things, whatever address and time it prints', async () => {
    const { judge } = site(apology);
    expect(await judge(`${AT}doc_1.html`, apology(`${AT}doc_1.html`))).toBe('soft-404');
    expect(await judge(`${AT}doc_2.html`, article)).toBe('ok');
  });

  it('does not touch a real page of the same build', async () => {
    const { judge } = site(apology);
    const real = page('关于防汛的通知', `${nav}<p>兹定于五月召开防汛会议，请准时参加。</p>${text}`);
    expect(await judge(`${AT}doc_1.html`, real)).toBe('ok');
  });

  it('recognises the front page served for everything, which itself is a page', async () => {
    const { judge, asked } = site(() => front);
    expect(await judge(`${AT}doc_1.html`, front)).toBe('soft-404');
    for (const home of [HOME, `${HOME}index.html`, 'http://gk.example/']) expect(await judge(home, front)).toBe('ok');
    expect(await judge(`${AT}doc_2.html`, article)).toBe('ok');
    expect(asked).toHaveLength(2);
  });

  it('leaves the shell of a script site to the browser, and calls nothing gone for it', async () => {
    for (const shell of [
      page('政务公开', '<div id="app"></div><script src="/app.js"></script>'),
      page(
        '政务公开平台首页',
        `${nav}<ul class="list"></ul><p>版权所有：某区人民政府办公室</p><script src="/a.js"></script>`,
      ),
      page('政务公开平台首页', '<app-root></app-root><p>主办单位某区人民政府</p><script src="/a.js"></script>'),
    ]) {
      const { judge } = site(() => shell, shell);
      expect(await judge(AT, shell, { mayRender: true })).toBe('ok');
      expect(['ok', 'unrendered']).toContain(await judge(`${AT}doc_1.html`, shell));
    }
  });

  it('believes an empty column of its own name, and doubts one that looks like nothing at all', async () => {
    const empty = (name: string): string => page(`${name}-政务公开`, `<h2>${name}</h2><p>暂无信息</p><p>共0条</p>`);
    const { judge } = site(() => empty('栏目'));
    expect(await judge(AT, empty('行政处罚'))).toBe('ok');
    expect(await judge(AT, empty('栏目'))).toBe('unrendered');
  });

  it('recognises a redirect to where everything unknown leads', async () => {
    const { judge } = site(() => ({ finalUrl: 'http://gk.example/sorry.html', html: page('网页不存在', text) }));
    const finalUrl = 'http://gk.example/sorry.html?from=doc_1';
    expect(await judge(`${AT}doc_1.html`, page('别的', text), { finalUrl })).toBe('soft-404');
    expect(await judge('http://gk.example/sorry.html', article)).toBe('ok');
    expect(await judge(`${AT}doc_2.html`, article, { finalUrl: `${AT}moved.html` })).toBe('ok');
  });

  it('learns nothing from too few words, nor from a page that was not had', async () => {
    const few = page('', '<p>OK 1</p>');
    expect(await site(() => few).judge(`${AT}doc_1.html`, few)).toBe('ok');
    expect(await site(() => null).judge(`${AT}doc_1.html`, apology(AT))).toBe('ok');
  });

  it('tells pages apart by what they show where their words are the same', async () => {
    const scan = (source: string): string => page('图片公告', `<p>图片公告如下所示</p><img src="/${source}.jpg">`);
    const { judge } = site(() => scan('missing'));
    expect(await judge(`${AT}doc_1.html`, scan('notice-a'))).toBe('ok');
    expect(await judge(`${AT}doc_1.html`, scan('missing'))).toBe('soft-404');
  });
});
