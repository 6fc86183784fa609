import { describe, expect, it } from 'vitest';
import { isPrivateAddress, pinnedHosts } from './addresses.ts';
import { resolverRules } from './browser.ts';
import { retryAfterMs } from './follow.ts';
import { untilAllowed } from './hours.ts';
import { robotsRules } from './robots.ts';
import { planFor } from './site.fixture.ts';

describe('robots.txt (RFC 9309)', () => {
  const rules = (body: string, status = 200) =>
    robotsRules('http://a.example', { tag: 'answered', status, body: Buffer.from(body) });

  it('forbids and allows by our name, else by the star', () => {
    const text = 'User-agent: *\nDisallow: /all/\nUser-agent: xunjian\nDisallow: /内部/\nAllow: /内部/公开\n';
    expect(rules(text).may(new URL('http://a.example/内部/1').href)).toBe('no');
    expect(rules(text).may(new URL('http://a.example/内部/公开/1').href)).toBe('yes');
    expect(rules(text).may('http://a.example/all/1')).toBe('yes');
    expect(rules('User-agent: *\nDisallow: /all/\n').may('http://a.example/all/1')).toBe('no');
  });

  it('has no rules where the file does not exist, and is unknown where it cannot be had', () => {
    expect(rules('User-agent: *\nDisallow: /', 404).may('http://a.example/')).toBe('yes');
    expect(rules('', 503).may('http://a.example/')).toBe('unknown');
    expect(robotsRules('http://a.example', { tag: 'unreachable', failure: null }).may('http://a.example/')).toBe(
      'unknown',
    );
  });
});

describe('addresses', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '::1',
    'fd00::1',
    '::ffff:127.0.0.1',
  ])('%s is private', (address) => expect(isPrivateAddress(address)).toBe(true));
  it.each(['8.8.8.8', '172.32.0.1', '2001:4860:4860::8888', 'www.example.com'])('%s is not', (address) =>
    expect(isPrivateAddress(address)).toBe(false),
  );

  it('are pinned by resolve, or by a home that is written as one', () => {
    const { site, crawl } = planFor(8080, {});
    expect(pinnedHosts({ site, crawl }).get('gk.example')).toEqual({ address: '127.0.0.1', port: 8080 });
    const byHome = pinnedHosts({ site: { ...site, home: 'http://127.0.0.1:9/' }, crawl: { ...crawl, resolve: {} } });
    expect([...byHome.keys()]).toEqual(['127.0.0.1']);
    const named = pinnedHosts({ site: { ...site, home: 'http://gk.example/' }, crawl: { ...crawl, resolve: {} } });
    expect(named.size).toBe(0);
  });

  it('let the browser reach the site and nothing else', () => {
    const found = new Map([
      ['a.example', { address: '::1', port: 81 }],
      ['b.example', { address: '8.8.8.8', port: null }],
      ['9.9.9.9', { address: '9.9.9.9', port: null }],
    ]);
    const rules = resolverRules(['a.example', 'b.example', 'private.example', '9.9.9.9'], found);
    expect(rules).toBe('MAP a.example [::1]:81,MAP b.example 8.8.8.8,EXCLUDE 9.9.9.9,MAP * ~NOTFOUND');
  });
});

describe('crawling hours', () => {
  const night = { from: '20:00', to: '07:00' };
  it.each([
    ['2023-08-08T13:00:00Z', 0], // 21:00
    ['2023-08-08T22:59:00Z', 0], // 06:59
    ['2023-08-08T23:00:00Z', 13 * 3600_000], // 07:00
    ['2023-08-08T11:59:30Z', 30_000], // 19:59:30
  ])('at %s wait %i ms', (instant, wait) => {
    expect(untilAllowed(night, 'Asia/Shanghai', new Date(instant))).toBe(wait);
  });
  it('never wait where there are none', () => {
    expect(untilAllowed(null, 'Asia/Shanghai', new Date('2023-08-08T04:00:00Z'))).toBe(0);
  });
});

it.each([
  ['120', 120_000],
  ['Tue, 08 Aug 2023 00:01:00 GMT', 60_000],
  ['Mon, 07 Aug 2023 00:00:00 GMT', 0],
  ['soon', 0],
  ['', 0],
])('Retry-After %s', (value, ms) => {
  expect(retryAfterMs(value, '2023-08-08T00:00:00.000Z')).toBe(ms);
});
