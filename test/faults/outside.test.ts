import dns from 'node:dns';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { HttpClient, TIME_OUTS } from '../../src/crawl/http.ts';
import { realTime } from '../../src/crawl/real-time.ts';
import { articlePage, at, listPage, planFor } from '../../src/crawl/site.fixture.ts';
import { hostileServer, redirect } from './hostile-server.ts';
import { doc, docs, LIST, shopForEach, siteOf } from './hostile-site.ts';

const { shop, resultOf } = shopForEach();

describe('outside', () => {
  it('the hours of the plan nothing is asked for', async () => {
    const server = await siteOf(1);
    // Noon in Shanghai; long waits pass at once.
    const noon = Date.parse('2023-08-08T04:00:00Z');
    let skipped = 0;
    const time: typeof realTime = {
      now: () => performance.now() + skipped,
      until: async (instant, signal) => {
        const left = instant - time.now();
        if (left > 60_000) skipped += left;
        else await realTime.until(instant - skipped, signal);
      },
    };
    const begun = performance.now();
    const waits: [until: string, asked: number][] = [];
    await shop().run(planFor(server.port, { hours: { from: '20:00', to: '07:00' } }), {
      time,
      now: () => new Date(noon + time.now() - begun),
      onWait: (until) => waits.push([until.toISOString(), server.log.length]),
    });
    expect(waits[0]?.[0].slice(0, 16)).toBe('2023-08-08T12:00');
    expect(waits[0]?.[1]).toBe(0);
    expect(server.times(doc(0))).toBe(1);
  });

  it('the hosts of the site nobody is asked for, nor asked after', async () => {
    const [server, other] = [await siteOf(4), await hostileServer()];
    const lookup = vi.spyOn(dns, 'lookup');
    onTestFinished(() => lookup.mockRestore());
    const foreign = [
      `http://127.0.0.1:${other.port}/a.html`,
      `http://mirror.example:${other.port}/gongkai/list/doc_1.html`,
    ];
    server.answer(
      LIST,
      listPage([...foreign, ...docs(4)], `<div class="page"><a href="${foreign[1]}">下一页</a></div>`),
    );
    server.answer(doc(0), redirect(foreign[0] ?? ''));
    server.answer(doc(1), redirect(foreign[1] ?? ''));
    server.answer(
      doc(2),
      articlePage('有附件的通知', `<a href="${foreign[0]}.pdf">附件1.pdf</a><img src="${foreign[1]}.png">`),
    );
    await shop().run(planFor(server.port, {}));
    expect(server.times(doc(3))).toBe(1);
    expect(other.connections()).toBe(0);
    expect(lookup.mock.calls.map(([host]) => host)).not.toContain('mirror.example');
    for (const path of [doc(0), doc(1)]) expect(await resultOf(path)).toEqual({ tag: 'not-attempted', why: 'scope' });
  });

  const client = (): HttpClient => {
    const http = new HttpClient({
      ...{ pinned: new Map(), connections: 1, userAgent: 'xunjian', timeOuts: TIME_OUTS, now: () => new Date(0) },
    });
    onTestFinished(() => http.close());
    return http;
  };

  it.each([
    ...[
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.0.1',
      '169.254.169.254',
      '127.0.0.1',
      '127.8.8.8',
      '0.0.0.0',
    ],
    ...['[::1]', '[::]', '[fc00::1]', '[fd12:3456::1]', '[fe80::1]', '[::ffff:127.0.0.1]', '[::ffff:10.0.0.1]'],
    ...[
      '2130706433',
      '0177.0.0.1',
      '0x7f000001',
      '127.1',
      '0300.0250.1',
      '100.64.0.1',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
    ],
  ])('the public network nothing is connected to: %s', async (host) => {
    const asked = await client().get(`http://${host}:9/`, { cap: () => 1000 });
    expect(asked.tag).toBe('refused-address');
  });

  it.each<[string, string[]]>([
    ['a private address', ['192.168.1.1']],
    ['a private address among public ones', ['93.184.216.34', '127.0.0.1']],
    ['a mapped one', ['::ffff:192.168.1.1']],
  ])('nor a name that has %s', async (_name, addresses) => {
    const lookup = vi.spyOn(dns, 'lookup').mockImplementation(((
      _host: string,
      _how: unknown,
      back: (...a: unknown[]) => void,
    ) =>
      back(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )) as never);
    onTestFinished(() => lookup.mockRestore());
    const asked = await client().get('http://rebound.example:9/', { cap: () => 1000 });
    expect(asked.tag).toBe('refused-address');
    expect(lookup).toHaveBeenCalledTimes(1);
  });

  it.each([
    'file:///etc/passwd',
    'ftp://gk.example/a',
    'data:text/html,hi',
    'javascript:void(0)',
    'gopher://gk.example/',
  ])('http nothing is followed: %s', async (address) => {
    const server = await siteOf(1);
    server.answer(LIST, listPage([address, doc(0)]));
    server.answer(doc(0), redirect(address));
    await shop().run(planFor(server.port, {}));
    expect(await resultOf(doc(0))).toEqual({ tag: 'not-attempted', why: 'scope' });
    expect(await shop().captures(at(LIST))).toHaveLength(1);
  });
});
