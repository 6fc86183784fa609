import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { HOST, listPage, planFor, QUICKLY } from '../../src/crawl/site.fixture.ts';
import type { Plan } from '../../src/model/plan.ts';
import { hostileServer, late, raw, say } from './hostile-server.ts';
import { ARTICLE, DOCUMENT, doc, docs, gaps, JITTER, perHost, shopForEach, siteOf } from './hostile-site.ts';

const { shop, resultOf } = shopForEach();

describe('the log of the server shows', () => {
  it('no more requests at once than allowed, and as many', async () => {
    const server = await siteOf(12);
    server.answer(DOCUMENT, late(60, say(200, ARTICLE)));
    await shop().run(planFor(server.port, { perHost: perHost(3, 0) }));
    expect(Math.max(...server.log.map(({ open }) => open))).toBe(3);
  });

  it('the delay from start to start over all slots, however long answers take', async () => {
    const server = await siteOf(12);
    server.answer(DOCUMENT, late(70, say(200, ARTICLE)));
    await shop().run(planFor(server.port, { perHost: perHost(4, 50) }));
    expect(server.log.length).toBeGreaterThan(13);
    for (const gap of gaps(server)) expect(gap).toBeGreaterThan(50 - JITTER);
  });

  it('that Retry-After is waited for', async () => {
    const server = await siteOf(6);
    server.answer(doc(0), say(503, '', 'Retry-After: 1'));
    await shop().run(planFor(server.port, { perHost: perHost(1, 0, 50) }));
    const asked = server.log.findIndex(({ path }) => path === doc(0));
    expect((server.log[asked + 1]?.at ?? 0) - (server.log[asked]?.at ?? 0)).toBeGreaterThan(1000 - JITTER);
    expect(server.times(doc(0))).toBe(3);
  });

  it('looks at what is gone some time apart, and other work in between', async () => {
    const server = await siteOf(8);
    server.answer(doc(0), say(404, '<h1>404</h1>'));
    const waits = { ...QUICKLY.lookWaits, gone: [300, 400] } as NonNullable<typeof QUICKLY.lookWaits>;
    await shop().run(planFor(server.port, { perHost: perHost(1, 20) }), { lookWaits: waits });
    const looks = server.log.filter(({ path }) => path === doc(0));
    expect(looks).toHaveLength(3);
    expect((looks[1]?.at ?? 0) - (looks[0]?.at ?? 0)).toBeGreaterThan(300 - JITTER);
    expect((looks[2]?.at ?? 0) - (looks[1]?.at ?? 0)).toBeGreaterThan(400 - JITTER);
    const between = server.log.filter(({ at: seen }) => seen > (looks[0]?.at ?? 0) && seen < (looks[1]?.at ?? 0));
    expect(between.length).toBeGreaterThan(4);
  });

  it('that a body without end is not listened to', async () => {
    const server = await siteOf(1);
    let written = 0;
    server.answer(doc(0), (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n');
      const more = (): void => {
        while (!socket.destroyed && socket.write('x'.repeat(65_536))) written += 65_536;
      };
      socket.on('drain', more);
      more();
    });
    await shop().run(planFor(server.port, {}));
    expect(await resultOf(doc(0))).toEqual({ tag: 'no-response', code: 'too-large', phase: 'body' });
    expect(server.times(doc(0))).toBe(1);
    expect(written).toBeLessThan(20_000_000);
  });

  it('that a bomb is not unpacked', async () => {
    const server = await siteOf(1);
    server.answer(doc(0), say(200, gzipSync(gzipSync(Buffer.alloc(300_000_000))), 'Content-Encoding: gzip, gzip'));
    const before = process.memoryUsage().rss;
    await shop().run(planFor(server.port, {}));
    expect(await resultOf(doc(0))).toEqual({ tag: 'no-response', code: 'too-large', phase: 'body' });
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });
});

describe('a host that dies', () => {
  it('is left alone after some signs of life that do not come, and the other is read', async () => {
    const [good, bad] = [await siteOf(10), await hostileServer()];
    let alive = true;
    bad.answer(/./, (socket, { path }) => {
      if (!alive) socket.resetAndDestroy();
      else if (path === '/robots.txt') say(404, '')(socket, {} as never);
      else {
        alive = false;
        say(200, listPage(docs(40)))(socket, {} as never);
      }
    });
    const column = planFor(0, {}).units[0]?.columns[0];
    const plan = planFor(good.port, {
      resolve: { [HOST]: `127.0.0.1:${good.port}`, 'b.example': `127.0.0.1:${bad.port}` },
    });
    const [unit] = plan.units;
    if (!unit || !column) throw new Error('the plan has a unit with a column');
    const both: Plan = {
      ...plan,
      site: { ...plan.site, hosts: [HOST, 'b.example'] },
      units: [{ ...unit, columns: [...unit.columns, { ...column, url: 'http://b.example/list/' }] }],
    };
    await shop().run(both);
    expect(good.times(DOCUMENT)).toBe(10);
    // Two that were answered, six failures, and the signs of life.
    expect(bad.log.length).toBeLessThan(2 + 6 + 4 + 3);
    expect(bad.log.slice(-4).map(({ path }) => path)).toEqual(Array.from({ length: 4 }, () => '/robots.txt'));
    const [unasked] = await shop().captures('http://b.example/gongkai/list/doc_39.html');
    expect(unasked?.result).toEqual({ tag: 'not-attempted', why: 'host-cooldown' });
    expect((await shop().open(unasked)).type).toBe('metadata');
  });

  it('only in part is read where it answers', async () => {
    const server = await siteOf(40);
    server.answer(/doc_[0-3]?[0-8]\.html$/, (socket) => void socket.resetAndDestroy());
    await shop().run(planFor(server.port, {}));
    for (const i of [9, 19, 29, 39]) expect(await resultOf(doc(i))).toMatchObject({ judgement: 'ok' });
    expect(await resultOf(doc(38))).toMatchObject({ tag: 'no-response', code: 'reset' });
  });
});

it('a request that cannot be answered in order is no danger to the next', async () => {
  // The answer is longer than it says: what is too much must not be taken for the answer to the next request.
  const server = await siteOf(3);
  const smuggled = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nwrong`;
  server.answer(doc(0), raw(`HTTP/1.1 404 Gone\r\nContent-Length: 0\r\n\r\n${smuggled}`, 'open'));
  await shop().run(planFor(server.port, { perHost: perHost(1, 0) }));
  for (const i of [1, 2]) {
    const [capture] = await shop().captures(doc(i));
    expect(capture?.result).toMatchObject({ judgement: 'ok' });
    expect(Buffer.from((await shop().open(capture)).body).toString()).toBe(ARTICLE);
  }
});
