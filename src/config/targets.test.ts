import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { periodsOf } from '../model/period.ts';
import { isAssessedIn, type Unit } from '../model/plan.ts';
import { packageRoot } from './package-root.ts';
import { problemsOf, TARGETS, written } from './sample.fixture.ts';
import { loadTargets } from './targets.ts';

const load = (text: string) => loadTargets(written(text));
const problems = (text: string) => problemsOf(() => load(text));
/** The sample with one line or more replaced; the replaced text must be there. */
function changed(from: string, to: string): string {
  if (!TARGETS.includes(from)) throw new Error(`not in the sample: ${from}`);
  return TARGETS.replace(from, to);
}
const COLUMN = '        url: /gongkai/site_sfj/channel_1/';
/** The sample with more keys in its column, which has url on line 16. */
const columnWith = (...lines: string[]) =>
  changed(COLUMN, [COLUMN, ...lines.map((line) => `        ${line}`)].join('\n'));

describe('the part of an address after #', () => {
  const withColumn = (url: string, cms: string) =>
    changed(COLUMN, `        url: ${url}`).replace('  hosts: [', `  cms: ${cms}\n  hosts: [`);
  it.each([
    ['/sfj/gkmlpt/index#301', 'auto'],
    ['/sfj/gkmlpt/index#301', 'gkmlpt'],
  ])('names the column of %s on a site of kind %s', (url, cms) => {
    expect(load(withColumn(url, cms)).units[0]?.columns[0]?.url).toBe(`http://www.example.gov.cn${url}`);
  });
  it.each([
    ['/sfj/gkmlpt/index#301', 'jcms'],
    ['/sfj/list/#top', 'auto'],
  ])('is refused in %s on a site of kind %s', (url, cms) => {
    expect(problems(withColumn(url, cms))).toMatchObject([{ value: url }]);
  });
});

describe('the days between which a unit exists', () => {
  const tjj = '  - id: tjj\n    name: 区统计局';
  const dated = (lines: string) => changed(tjj, `${tjj}\n${lines}`);

  it('bound the quarters in which it is assessed', () => {
    const units = load(dated('    from: 2023-05-10\n    until: 2024-03-31')).units;
    const quarters = (unit: Unit | undefined) =>
      [2023, 2024].flatMap((year) =>
        periodsOf('quarter', year).flatMap((one) => (unit && isAssessedIn(unit, one) ? [one.id] : [])),
      );
    expect(quarters(units[1])).toEqual(['2023Q2', '2023Q3', '2023Q4', '2024Q1']);
    expect(quarters(units[0])).toHaveLength(8);
  });
  it.each([
    ['    from: 2023-02-30', '2023-02-30', '年-月-日'],
    ['    from: 2023-05-10\n    until: 2023-05-09', '2023-05-09', 'from'],
  ])('%s is refused', (lines, value, remedy) =>
    expect(problems(dated(lines))).toMatchObject([{ value, remedy: expect.stringContaining(remedy) }]),
  );
});

describe('what is left out', () => {
  const plan = () => load(TARGETS);
  it('is filled in with the contract’s values', () => {
    expect(plan()).toMatchObject({
      timeZone: 'Asia/Shanghai',
      rulebook: 'linzi-2023',
      site: { cms: 'auto' },
      crawl: {
        perHost: { inFlight: 2, minDelayMs: 500, maxDelayMs: 30_000 },
        hours: null,
        render: 'auto',
        fullEvery: 30,
        resolve: {},
        caps: {
          pageBytes: 10 * 1024 ** 2,
          fileBytes: 50 * 1024 ** 2,
          decompressedBytes: 200 * 1024 ** 2,
          redirects: 10,
          listPages: 200,
        },
      },
      models: {},
    });
  });
  it('makes a unit without addresses one with none, not one with guessed ones', () => {
    expect(plan().units[1]).toEqual({
      id: 'tjj',
      name: '区统计局',
      fullName: '示例区统计局',
      aliases: [],
      kind: 'department',
      home: null,
      enforcement: false,
      columns: [],
    });
    expect(
      load(
        changed(
          '    kind: department\n    columns:\n      - topic: guide\n        url: /gongkai/site_sfj/channel_1/',
          '    kind: department\n    columns:',
        ),
      ).units[0]?.columns,
    ).toEqual([]);
  });
  it('names a column after its topic and makes its address absolute', () => {
    expect(plan().units[0]?.columns).toEqual([
      {
        topic: 'guide',
        name: '信息公开指南',
        url: 'http://www.example.gov.cn/gongkai/site_sfj/channel_1/',
        every: null,
        due: null,
        key: false,
        advise: false,
      },
    ]);
  });
});

describe('due', () => {
  const due = (...lines: string[]) => load(columnWith(...lines)).units[0]?.columns[0]?.due;
  it.each([
    [['every: month'], { kind: 'working-days', days: 20 }],
    [['every: month', 'due: 5wd'], { kind: 'working-days', days: 5 }],
    [['every: quarter', 'due: 20d'], { kind: 'days', days: 20 }],
    [['every: year', "due: '09-30'"], { kind: 'date', monthDay: '09-30', yearsLater: 1 }],
    [['every: year', "due: '+0 09-30'"], { kind: 'date', monthDay: '09-30', yearsLater: 0 }],
  ])('%j', (lines, expected) => expect(due(...lines)).toEqual(expected));
});

describe('the rulebook', () => {
  it('is looked for beside the file where it is a path', () => {
    const book = written('', 'ours.yaml');
    const file = written(changed('linzi-2023', book), 'targets.yaml');
    expect(loadTargets(file).rulebook).toBe(book);
  });
  it('must be there', () => {
    expect(problems(changed('linzi-2023', './ours.yaml'))).toMatchObject([{ at: '3:11', value: './ours.yaml' }]);
    expect(problems(changed('linzi-2023', 'linzi-1999'))).toMatchObject([
      { at: '3:11', value: 'linzi-1999', remedy: expect.stringContaining('linzi-2023') },
    ]);
  });
});

describe('bad input', () => {
  it.each<[why: string, text: string, at: string, value: string, remedy: string]>([
    [
      'unknown key',
      changed('    kind: department\n    columns:', '    kind: department\n    colums:'),
      '14:5',
      'colums',
      '是否指 columns',
    ],
    ['unknown key on top', `${TARGETS}extra: 1\n`, '21:1', 'extra', '可用的有'],
    ['wrong topic', changed('topic: guide', 'topic: guied'), '15:16', 'guied', '是否指 guide（信息公开指南）'],
    [
      'topic by its Chinese name',
      changed('topic: guide', 'topic: 双随机一公开'),
      '15:16',
      '双随机一公开',
      '是否指 double-random',
    ],
    ['duplicate id', changed('id: tjj', 'id: sfj'), '17:9', 'sfj', '不同的编号'],
    ['duplicate name', changed('name: 区统计局', 'name: 区司法局'), '18:11', '区司法局', '不同的编号或名称'],
    ['alias of another', `${TARGETS}    aliases: [统计局, 区司法局]\n`, '21:20', '区司法局', '不同的编号或名称'],
    ['date that is none', columnWith('every: year', "due: '13-01'"), '18:14', '13-01', '20wd'],
    ['29 February', columnWith('every: year', "due: '02-29'"), '18:14', '02-29', '02-29'],
    ['no days', columnWith('every: month', 'due: 0wd'), '18:14', '0wd', '20wd'],
    ['date for a month', columnWith('every: month', "due: '09-30'"), '18:14', '09-30', 'every 改为 year'],
    ['due without every', columnWith('due: 20wd'), '17:14', '20wd', 'every'],
    ['unknown cadence', columnWith('every: week'), '17:16', 'week', 'half-year'],
    ['wrong hours', changed('crawl:', "crawl:\n  hours: '25:00-07:00'"), '8:10', '25:00-07:00', '20:00-07:00'],
    ['no window', changed('crawl:', "crawl:\n  hours: '07:00-07:00'"), '8:10', '07:00-07:00', '20:00-07:00'],
    [
      'no URL',
      changed('/gongkai/site_sfj/channel_1/', 'www.example.gov.cn/a'),
      '16:14',
      'www.example.gov.cn/a',
      'http://',
    ],
    [
      'script as URL',
      changed('/gongkai/site_sfj/channel_1/', 'javascript:void(0)'),
      '16:14',
      'javascript:void(0)',
      'http://',
    ],
    [
      'URL outside hosts',
      changed('/gongkai/site_sfj/channel_1/', 'http://www.example.com/a/'),
      '16:14',
      'http://www.example.com/a/',
      'site.hosts',
    ],
    [
      'other protocol-relative host',
      changed('/gongkai/site_sfj/channel_1/', '//www.example.com/a/'),
      '16:14',
      '//www.example.com/a/',
      'http://',
    ],
    ['part after #', changed('/channel_1/', '/channel_1/#top'), '16:14', '/gongkai/site_sfj/channel_1/#top', '#top'],
    [
      'home outside hosts',
      changed('hosts: [www.example.gov.cn]', 'hosts: [xxgk.example.gov.cn]'),
      '5:9',
      'http://www.example.gov.cn/gongkai/',
      'site.hosts',
    ],
    [
      'host with port',
      changed('[www.example.gov.cn]', '["www.example.gov.cn:80"]'),
      '6:11',
      'www.example.gov.cn:80',
      '端口',
    ],
    ['unknown model', changed('units:', 'models: { staff: /a }\nunits:'), '9:11', 'staff', 'enforcement-staff'],
    [
      'model outside hosts',
      changed('units:', 'models: { enforcement-staff: "http://a.example.com/" }\nunits:'),
      '9:30',
      'http://a.example.com/',
      'site.hosts',
    ],
    [
      'no port',
      changed('crawl:', 'crawl:\n  resolve: { www.example.gov.cn: 127.0.0.1 }'),
      '8:34',
      '127.0.0.1',
      '127.0.0.1:8080',
    ],
    [
      'resolve of a stranger',
      changed('crawl:', "crawl:\n  resolve: { a.example.com: '127.0.0.1:80' }"),
      '8:14',
      'a.example.com',
      'site.hosts',
    ],
    ['no contact', changed('audit@example.gov.cn', '管理员'), '8:12', '管理员', 'audit@example.gov.cn'],
    ['no time zone', changed('rulebook:', 'timeZone: Asia/Linzi\nrulebook:'), '3:11', 'Asia/Linzi', 'Asia/Shanghai'],
    ['number for text', changed('id: tjj', 'id: 123'), '17:9', '123', '文本'],
    ['text for yes or no', columnWith('key: 是'), '17:14', '是', 'true'],
    [
      'column twice',
      changed(COLUMN, `${COLUMN}\n      - topic: guide\n${COLUMN}`),
      '18:14',
      '/gongkai/site_sfj/channel_1/',
      '删去',
    ],
    ['negative cap', changed('crawl:', 'crawl:\n  caps: { pageMB: -1 }'), '8:19', '-1', '0'],
    ['future format', changed('version: 1', 'version: 2'), '1:10', '2', '1'],
    ['missing key', changed('    fullName: 示例区统计局\n', ''), '17:5', 'units[1].fullName', 'fullName'],
    ['empty value', changed('district: 示例区', 'district:'), '2:10', '（空）', '文本'],
    [
      'duplicate key',
      changed('district: 示例区', 'district: 示例区\ndistrict: 样本区'),
      '3:1',
      'district: 样本区',
      '删去',
    ],
    ['tab', changed('  home:', '\thome:'), '5:1', 'home: http://www.example.gov.cn/gongkai/', '空格'],
    ['open bracket', changed('[www.example.gov.cn]', '[www.example.gov.cn'), '7:1', 'crawl:', '括号'],
    ['alias to nothing', changed('crawl:', 'crawl: *manners\nother:'), '7:8', '*manners', '&manners'],
    ['not YAML', '巡检对象：临淄区\n', '1:1', '', '键: 值'],
    ['list on top', '- a\n- b\n', '1:1', '', '键: 值'],
  ])('%s', (_, text, at, value, remedy) => {
    const found = problems(text);
    expect(found).toContainEqual({
      at,
      what: expect.any(String),
      value,
      remedy: expect.stringContaining(remedy),
    });
    expect(found.every((one) => one.what !== '' && one.remedy !== '')).toBe(true);
  });

  it.each([
    ['', '文件是空的'],
    ['# 只有注释\n', '文件是空的'],
  ])('empty %j', (text, what) => expect(problems(text)).toMatchObject([{ at: '', what }]));

  it('tells everything at once, in the order of the file', () => {
    const text = changed('version: 1', 'version: 9')
      .replace('topic: guide', 'topic: guied')
      .replace('/gongkai/site_sfj/channel_1/', 'http://www.example.com/')
      .replace('id: tjj', 'id: sfj')
      .concat('    hoem: /\n');
    expect(problems(text).map(({ at }) => at)).toEqual(['1:10', '15:16', '16:14', '17:9', '21:5']);
  });

  it('stops an alias bomb', () => {
    const rows = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef'].map(([a, b]) => [a, b])) {
      rows.push(`${to}: &${to} [${Array(10).fill(`*${from}`).join(',')}]`);
    }
    expect(problems(rows.join('\n'))).toMatchObject([{ at: '2:8', what: expect.stringContaining('引用') }]);
  });

  it('takes shared columns through an alias, and finds what is wrong in them', () => {
    const shared = changed('    kind: department\n    columns:\n', '    kind: department\n    columns: &shared\n');
    expect(load(`${shared}    columns: *shared\n`).units[1]?.columns).toHaveLength(1);
    const wrong = `${shared}    columns: *shared\n`.replace('topic: guide', 'topic: guied');
    expect(problems(wrong).map(({ at }) => at)).toEqual(['15:16', '15:16']);
  });
});

describe('the file itself', () => {
  it('must exist', () =>
    expect(problemsOf(() => loadTargets('/no/such/targets.yaml'))).toMatchObject([{ what: '文件不存在' }]));
  it('must be a file', () =>
    expect(problemsOf(() => loadTargets(dirname(written(''))))).toMatchObject([
      { what: expect.stringContaining('文件夹') },
    ]));
  it('must be UTF-8', () => {
    const gbk = Uint8Array.from([0xc7, 0xf8, 0xcb, 0xbe, 0xb7, 0xa8, 0xbe, 0xd6]);
    expect(problemsOf(() => loadTargets(written(gbk)))).toMatchObject([{ remedy: expect.stringContaining('UTF-8') }]);
  });
});

describe('the targets.yaml of 临淄区', () => {
  const { units, site } = loadTargets(join(packageRoot(), 'targets.yaml'));
  it('holds the 46 assessed units', () => {
    expect(units).toHaveLength(46);
    expect(units.filter(({ kind }) => kind === 'town' || kind === 'subdistrict')).toHaveLength(12);
  });
  it.each(['区文旅局', '区卫健局', '区市场监管局', '区退役军人局', '临淄公安分局', '齐都镇', '区发改局'])(
    'finds %s',
    (name) =>
      expect(units.filter((unit) => [unit.name, unit.fullName, ...unit.aliases].includes(name))).toHaveLength(1),
  );
  it('has confirmed addresses only', () => {
    const reached = units.filter(({ home }) => home !== null);
    expect(reached.map(({ id }) => id).sort()).toEqual([
      'lzqgyhxxhj',
      'lzqhczrmzf',
      'lzqjzzrmzf',
      'lzqqdzrmzf',
      'lzqrmzfbgs',
      'lzqsjj',
    ]);
    for (const { home, columns } of units) {
      for (const { url } of columns) expect(url.startsWith(home ?? 'none')).toBe(true);
    }
    expect(site.hosts).toEqual(['www.linzi.gov.cn']);
  });
});
