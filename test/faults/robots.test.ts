import { describe, expect, it } from 'vitest';
import { planFor } from '../../src/crawl/site.fixture.ts';
import { type Answer, redirect, say } from './hostile-server.ts';
import { ARTICLE, doc, gaps, JITTER, LIST, perHost, shopForEach, siteOf } from './hostile-site.ts';

const { shop, resultOf } = shopForEach();

describe('robots.txt', () => {
  const obey = async (answer: Answer | string, manners = {}) => {
    const server = await siteOf(2);
    server.answer('/robots.txt', answer);
    await shop().run(planFor(server.port, manners));
    return server;
  };
  it.each<[string, string]>([
    ['for all', `User-agent: *\nDisallow: ${doc(1)}\n`],
    ['by our name', `User-agent: *\nAllow: /\n\nUser-agent: Xunjian\nDisallow: ${doc(1)}\n`],
    ['in a group of several names', `User-agent: other\nUser-agent: xunjian\nDisallow: ${doc(1)}\n`],
    ['with a pattern', 'User-agent: *\nDisallow: /*doc_1*.html$\n'],
    ['with a byte order mark and Windows lines', `\ufeffUser-agent: *\r\nDisallow: ${doc(1)}\r\n`],
    ['at the beginning of a file without end', `User-agent: *\nDisallow: ${doc(1)}\n${'# filler\n'.repeat(70_000)}`],
  ])('forbids %s', async (_name, text) => {
    const server = await obey(say(200, text, 'Content-Type: text/plain'));
    expect(await resultOf(doc(1))).toEqual({ tag: 'not-attempted', why: 'robots' });
    expect([server.times(doc(0)), server.times(doc(1))]).toEqual([1, 0]);
  });

  it('that was moved within the site is obeyed', async () => {
    const server = await siteOf(2);
    server.answer('/robots.txt', redirect('/new/robots.txt', 301));
    server.answer('/new/robots.txt', say(200, `User-agent: *\nDisallow: ${doc(1)}\n`, 'Content-Type: text/plain'));
    await shop().run(planFor(server.port, {}));
    expect(server.times(doc(1))).toBe(0);
  });

  it.each<[string, Answer | string]>([
    ['is not there', say(404, '')],
    ['is a page', ARTICLE],
    ['is empty', say(200, '', 'Content-Type: text/plain')],
    ['allows what it forbids others', `User-agent: *\nDisallow: /\n\nUser-agent: xunjian\nDisallow:\n`],
    ['leads out of the site', redirect('http://elsewhere.example/robots.txt')],
    ['leads in a circle', redirect('/robots.txt')],
  ])('that %s lets us read', async (_name, answer) => {
    const server = await obey(answer);
    expect([server.times(doc(0)), server.times(doc(1))]).toEqual([1, 1]);
  });

  it.each<[string, Answer]>([
    ['fails', say(500, '')],
    ['is too busy', say(429, '')],
    ['breaks off', (socket) => void socket.resetAndDestroy()],
    ['never comes', () => {}],
  ])('that %s is asked for three times, and nothing else is', async (_name, answer) => {
    const server = await obey(answer);
    expect(server.log.map(({ path }) => path)).toEqual(['/robots.txt', '/robots.txt', '/robots.txt']);
    const result = await resultOf(LIST);
    expect(['not-attempted', 'no-response']).toContain(result?.tag);
  });

  it('may ask for a longer delay', async () => {
    const slow = await obey(say(200, 'User-agent: *\nCrawl-delay: 0.2\n', 'Content-Type: text/plain'), {
      perHost: perHost(2, 0),
    });
    expect(slow.times(doc(1))).toBe(1);
    for (const gap of gaps(slow).slice(1)) expect(gap).toBeGreaterThan(200 - JITTER);
  });

  it('may not ask for a delay without end', async () => {
    const capped = await obey(say(200, 'User-agent: *\nCrawl-delay: 3600\n', 'Content-Type: text/plain'), {
      perHost: perHost(2, 0, 60),
    });
    expect(capped.times(doc(1))).toBe(1);
  });
});
