import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { servePages } from './support/serve.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { type Run, xunjian } from './support/xunjian.ts';

const GOOD = `version: 1
district: 临淄区
timeZone: Asia/Shanghai
rulebook: linzi-2023
site:
  home: http://linzi.localhost/gongkai/
  cms: gongkai
  hosts: [linzi.localhost]
crawl:
  contact: audit@example.gov.cn
  perHost: { inFlight: 2, minDelayMs: 0, maxDelayMs: 100 }
  resolve: { linzi.localhost: '127.0.0.1:9' }
units:
  - id: lzqsfj
    name: 区司法局
    fullName: 临淄区司法局
    kind: department
    home: /gongkai/site_lzqsfj/
    enforcement: true
    columns:
      - { topic: guide, url: /gongkai/site_lzqsfj/channel_c6437/ }
`;

interface Setting {
  readonly folder: string;
  readonly targets: string;
  readonly data: string;
}

function setting(yaml: string): Setting {
  const folder = temporaryFolder();
  const targets = join(folder, 'targets.yaml');
  writeFileSync(targets, yaml);
  return { folder, targets, data: join(folder, 'snapshots') };
}

const crawl = ({ targets, data }: Setting, ...more: string[]): Promise<Run> =>
  xunjian('crawl', '--targets', targets, '--data', data, '--quiet', ...more);
const audit = ({ targets, data }: Setting, ...more: string[]): Promise<Run> =>
  xunjian(
    'audit',
    '--targets',
    targets,
    '--data',
    data,
    '--as-of',
    '2023-08-08',
    '--format',
    'json',
    '--quiet',
    ...more,
  );

describe('bad input ends in words, the right exit code and nothing written', () => {
  it.each([
    ['an unknown key', GOOD.replace('enforcement: true', 'enforcment: true'), /:19:5.*enforcment/],
    ['a wrong date', GOOD.replace('channel_c6437/ }', "channel_c6437/, every: year, due: '02-30' }"), /:21:\d+.*02-30/],
    [
      'a duplicate unit',
      `${GOOD}  - { id: lzqsfj, name: 别的局, fullName: 临淄区别的局, kind: department, enforcement: false }\n`,
      /:22:\d+.*lzqsfj/,
    ],
    ['an unknown topic', GOOD.replace('topic: guide', 'topic: guides'), /:21:\d+.*guides/],
    [
      'a page outside the hosts',
      GOOD.replace('url: /gongkai', 'url: http://other.example/gongkai'),
      /:21:\d+.*other\.example/,
    ],
    ['a file that is not YAML', 'version: 1\n  district: [\n', /:\d+:\d+/],
    ['an empty file', '', /targets\.yaml/],
  ])('%s', async (_, yaml, message) => {
    const place = setting(yaml);
    const { code, stderr, stdout } = await crawl(place);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/\p{Script=Han}/u);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe('');
    expect(existsSync(place.data)).toBe(false);
  });

  it('a file that is not there', async () => {
    const { code, stderr } = await crawl({ ...setting(GOOD), targets: '/nowhere/targets.yaml' });
    expect(code).toBe(2);
    expect(stderr).toContain('/nowhere/targets.yaml');
  });

  it.each([
    [['audit', '--as-of', '2023-02-30'], /2023-02-30/],
    [['audit', '--period', '2023Q7'], /2023Q7/],
    [['audit', '--format', 'xml'], /xml/],
    [['audti'], /audti.*audit/],
    [['crawl', '--target', 'x'], /--target.*--targets/],
  ])('the command line %j', async (args, message) => {
    const { code, stderr } = await xunjian(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/\p{Script=Han}/u);
  });

  it('a path to write to that leads through a file, or is a folder', async () => {
    const place = setting(GOOD);
    for (const out of [join(place.targets, 'list.json'), place.folder]) {
      const { code, stderr } = await xunjian('checks', '--format', 'json', '--out', out);
      expect(code).toBe(5);
      expect(stderr).toContain(out);
      expect(stderr).toMatch(/文件无法写入.*文件夹/);
      expect(stderr).not.toMatch(/^\s+at /m);
    }
  });

  it('a unit that is not in the file', async () => {
    const { code, stderr } = await crawl(setting(GOOD), '--unit', '区司');
    expect(code).toBe(2);
    expect(stderr).toContain('lzqsfj');
  });

  it('a register with a bad row, before anything is judged', async () => {
    const page = `<html><head><title>指南</title></head><body><h1>指南</h1><p>${'申请人可以当面申请。'.repeat(30)}</p></body></html>`;
    const { port } = await servePages({ '/robots.txt': 'User-agent: *', '/gongkai/site_lzqsfj/channel_c6437/': page });
    const place = setting(GOOD.replace("'127.0.0.1:9' }", `'127.0.0.1:${port}' }\n  render: never`));
    const registers = join(place.folder, 'registers');
    mkdirSync(registers);
    writeFileSync(
      join(registers, 'coverage.csv'),
      '单位,季度,重点栏目保障得分\n区司法局,2023Q2,4\n区司法局,2023Q9,4\n',
    );
    await crawl(place);
    const before = readdirSync(place.data);
    const { code, stdout, stderr } = await audit(place);
    expect(code).toBe(2);
    expect(stderr).toMatch(/coverage\.csv:3.*2023Q9/);
    expect(stdout).toBe('');
    expect(readdirSync(place.data)).toEqual(before);
  });

  it('an audit before any crawl', async () => {
    const { code, stderr } = await audit(setting(GOOD));
    expect(code).toBe(2);
    expect(stderr).toContain('xunjian crawl');
  });

  it('a host that does not answer: said once, kept as evidence, and nobody is blamed', async () => {
    const place = setting(GOOD);
    const crawled = await crawl(place);
    expect(crawled.code).toBe(3);
    expect(crawled.stderr.trim().split('\n')).toHaveLength(1);
    expect(crawled.stderr).toContain('linzi.localhost');
    const { code, stdout } = await audit(place);
    expect(code).toBe(3);
    const { verdicts, deductions } = JSON.parse(stdout);
    expect(deductions).toEqual([]);
    expect(verdicts).toContainEqual(
      expect.objectContaining({ check: 'guide', verdict: 'inconclusive', reason: 'not-fetched' }),
    );
    expect(verdicts).not.toContainEqual(expect.objectContaining({ verdict: 'fail' }));
    // The three looks at robots.txt are more than half a minute apart in all.
  }, 120_000);
});
