import { describe, expect, it } from 'vitest';
import type { Judgement } from '../model/capture.ts';
import { type Answer, classify, pageText } from './classify.ts';

const page = (body: string, head = '') =>
  Buffer.from(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
const answer = (body: Uint8Array | null, rest: Partial<Omit<Answer, 'page'>> = {}): Answer => {
  const given = { ...BLANK, body, ...rest };
  return { ...given, page: pageText(given.contentType, body) };
};
const BLANK: Omit<Answer, 'page'> = {
  url: 'http://a.example/gongkai/channel_1/',
  finalUrl: 'http://a.example/gongkai/channel_1/',
  status: 200,
  contentType: 'text/html; charset=utf-8',
  body: null,
  home: 'http://a.example/gongkai/',
  mayRender: false,
};
const paragraph = '本单位认真落实政务公开各项要求，及时发布重点领域信息。'.repeat(20);

describe('classify', () => {
  it.each<[number, Judgement]>([
    [404, 'not-found'],
    [410, 'not-found'],
    [401, 'login'],
    [403, 'blocked'],
    [412, 'blocked'],
    [418, 'blocked'],
    [429, 'blocked'],
    [521, 'blocked'],
    [503, 'maintenance'],
    [500, 'server-error'],
    [502, 'server-error'],
    [304, 'server-error'],
  ])('status %i is %s', (status, judgement) => {
    expect(classify(answer(page('<p>x</p>'), { status }))).toBe(judgement);
  });

  it.each<[string, string, Judgement]>([
    ['challenge', '<div>正在进行安全验证，请完成验证后继续访问</div>', 'blocked'],
    ['firewall', '<h1>您的请求存在威胁，已被拦截</h1><p>事件编号 8812</p>', 'blocked'],
    [
      'script challenge',
      '<script>document.cookie="k=1";setTimeout(function(){location.reload()},1)</script>',
      'blocked',
    ],
    ['login form', '<form>账号<input name=u>密码<input type="password" name=p></form>', 'login'],
    ['login notice', '<p>登录超时，请重新登录</p>', 'login'],
    ['maintenance', '<h2>网站正在升级维护，请稍后访问</h2>', 'maintenance'],
    ['soft 404', '<p>您访问的页面不存在或已被删除</p><a href="/">返回首页</a>', 'soft-404'],
    ['soft 404 by number', '<h1>404</h1><a href="/">返回首页</a>', 'soft-404'],
    ['server error', '<p>服务器内部错误</p>', 'server-error'],
    ['nothing', '', 'unrendered'],
    ['only comments', '<!-- 正文 --><style>p{}</style>', 'unrendered'],
    ['script shell', '<div id="app"></div><script src="/app.js"></script>', 'unrendered'],
  ])('%s', (_name, body, judgement) => {
    expect(classify(answer(page(body)))).toBe(judgement);
  });

  it.each([
    ['an article on a system upgrade', `<h1>关于网站系统升级维护的公告</h1><p>${paragraph}</p>`],
    [
      'a short dated notice on maintenance',
      '<h1>办事大厅系统维护通知</h1><p>发布日期：2023-05-06</p><p>周六维护，暂停服务。</p>',
    ],
    ['an article that quotes an error', `<p>页面不存在的问题已整改，访问被拒绝的链接已更换。</p><p>${paragraph}</p>`],
    ['a list with a log-in box', `<ul>${'<li><a href="/doc">公告</a></li>'.repeat(15)}</ul><input type="password">`],
    ['an empty list', '<ul></ul><p>暂无信息</p>'],
    ['a list without search results', '<p>共0条</p><p>没有找到相关内容</p>'],
    ['a page that is one picture', '<img src="/scan.jpg">'],
    ['a page that is one frame', '<iframe src="/a.pdf"></iframe>'],
    ['a one-line article', '<p>2023年第二季度无此类事项。</p>'],
  ])('%s is ok', (_name, body) => {
    expect(classify(answer(page(body)))).toBe('ok');
  });

  it('leaves a script shell of a column to the browser', () => {
    const shell = page('<div id="app"></div><script src="/app.js"></script>');
    expect(classify(answer(shell, { mayRender: true }))).toBe('ok');
    expect(classify(answer(page(''), { mayRender: true }))).toBe('unrendered');
  });

  it('tells half an answer, whatever the status of a success', () => {
    expect(classify(answer(null))).toBe('truncated');
    expect(classify(answer(null, { status: 404 }))).toBe('not-found');
  });

  it('takes a redirect of a deep page to the home page for a page that is gone', () => {
    const full = page(`<p>${paragraph}</p>`);
    for (const finalUrl of ['http://a.example/', 'http://a.example/gongkai/', 'http://a.example/gongkai/index.html'])
      expect(classify(answer(full, { finalUrl }))).toBe('soft-404');
    expect(classify(answer(full, { finalUrl: 'https://a.example/gongkai/channel_1/' }))).toBe('ok');
    expect(classify(answer(full, { finalUrl: 'http://a.example/gongkai/channel_2/' }))).toBe('ok');
  });

  it('judges files by nothing but their status', () => {
    expect(classify(answer(new Uint8Array(), { contentType: 'application/pdf' }))).toBe('ok');
    expect(classify(answer(Buffer.from('%PDF-1.4'), { contentType: 'application/octet-stream' }))).toBe('ok');
    expect(classify(answer(page('页面不存在'), { contentType: '' }))).toBe('soft-404');
  });

  it('reads GBK', () => {
    // 页面不存在
    const gbk = Buffer.from([0xd2, 0xb3, 0xc3, 0xe6, 0xb2, 0xbb, 0xb4, 0xe6, 0xd4, 0xda]);
    const body = Buffer.concat([Buffer.from('<html><body>'), gbk, Buffer.from('</body></html>')]);
    expect(classify(answer(body, { contentType: 'text/html; charset=gbk' }))).toBe('soft-404');
  });

  it.each<[string, string, Judgement]>([
    ['stops inside its list', '<html><body><div><ul><li><a href="/1.html">一则通报的全文</a></li>', 'truncated'],
    ['leaves out its last tags only', '<html><body><div><ul><li>一则通报的全文</li></ul></div>', 'ok'],
  ])('a page that %s', (_name, html, judgement) => {
    expect(classify(answer(Buffer.from(html)))).toBe(judgement);
  });
});
