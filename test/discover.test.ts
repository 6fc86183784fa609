import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Demo, startDemo } from '../demo/index.ts';
import type { Difference } from '../src/discover/differences.ts';
import { longLivedFolder } from './support/temporary-folder.ts';
import { xunjian } from './support/xunjian.ts';

interface Proposed {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  readonly kind: string;
  readonly home: string;
  readonly columns: readonly Row[];
}
type Row = Record<'topic' | 'name' | 'url' | 'why', string> & { readonly confidence: number };
interface Fragment {
  readonly units: readonly Proposed[];
  readonly differences: readonly Difference[] | null;
  readonly unread: readonly unknown[];
}
type Targets = { units: { id: string; name: string; columns: Record<string, string>[] }[] };

describe('discover reads the demonstration district', () => {
  const folder = longLivedFolder();
  let demo: Demo;
  let truth: Targets;
  const file = (name: string): string => join(folder, name);
  beforeAll(async () => {
    demo = await startDemo({ port: 0 });
    writeFileSync(file('targets.yaml'), demo.targetsYaml);
    truth = parse(demo.targetsYaml) as Targets;
  });
  afterAll(() => demo.stop());

  const discover = async (...options: string[]) => {
    const { code, stdout, stderr } = await xunjian('discover', `${demo.origin}/gongkai/`, ...options);
    return { code, stdout, stderr };
  };
  const json = async (targets: string): Promise<Fragment & { code: number }> => {
    const { code, stdout } = await discover('--targets', file(targets), '--format', 'json');
    return { code, ...(JSON.parse(stdout) as Fragment) };
  };

  it('finds at least 98 % of its columns with the right topic, and hardly anything else', async () => {
    const { code, stdout, stderr } = await discover('--targets', file('targets.yaml'));
    expect(code).toBe(0);
    const { units } = parse(stdout) as Fragment;
    const found = units.flatMap(({ id, columns }) => columns.map((column) => ({ ...column, unit: id })));
    const asked = truth.units.flatMap(({ id, columns }) => columns.map(({ topic, url }) => `${id} ${url} ${topic}`));
    const right = new Set(found.map(({ unit, url, topic }) => `${unit} ${url} ${topic}`));
    const hits = asked.filter((one) => right.has(one)).length;
    expect(hits / asked.length).toBeGreaterThanOrEqual(0.98);
    expect(hits / found.length).toBeGreaterThanOrEqual(0.98);
    for (const { confidence, why } of found) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(why).not.toBe('');
    }
    const names = ({ id, name, fullName, kind, home }: Proposed) => ({ id, name, fullName, kind, home });
    expect(units.map(names)).toEqual((truth.units as unknown as Proposed[]).map(names));
    expect(stderr).toContain('个栏目的主题把握不大');
  }, 120_000);

  it('tells every change since targets.yaml was written, and only those', async () => {
    const old = structuredClone(truth);
    const column = (unit: string, topic: string) => {
      const all = old.units.find(({ id }) => id === unit)?.columns ?? [];
      return { all, row: all.find((one) => one.topic === topic) as Record<string, string> };
    };
    column('lzqsfj', 'policy-docs').row.name = '规范性文件';
    column('lzqslj', 'annual-report').row.url = '/gongkai/site_lzqslj/channel_c_old/';
    column('lzqswj', 'other').all.push({ topic: 'culture', name: '展览', url: '/gongkai/site_lzqswj/channel_c_gone/' });
    const { all, row } = column('lzqtjj', 'leadership');
    all.splice(all.indexOf(row), 1);
    old.units.push({
      ...structuredClone(old.units[0]),
      id: 'lzqnone',
      name: '区甲局',
      fullName: '临淄区甲局',
      home: '/gongkai/site_none/',
      columns: [],
      aliases: [],
    } as never);
    old.units = old.units.filter(({ id }) => id !== 'lzqxfj');
    writeFileSync(file('old.yaml'), stringify(old));

    const { code, differences } = await json('old.yaml');
    expect(code).toBe(0);
    const told = (differences ?? []).map(({ kind, unit }) => `${kind} ${unit}`).sort();
    expect(told.filter((one) => !one.startsWith('column-topic'))).toEqual([
      'column-moved lzqslj',
      'column-new lzqtjj',
      'column-removed lzqswj',
      'column-renamed lzqsfj',
      'unit-new lzqxfj',
      'unit-unlisted lzqnone',
    ]);
    // The one column of the district whose topic only its office can know.
    expect(told.filter((one) => one.startsWith('column-topic')).length).toBeLessThanOrEqual(1);
  }, 120_000);

  it('keeps what targets.yaml knows and a site cannot tell', async () => {
    const { units } = await json('targets.yaml');
    const mine = truth.units.find(({ id }) => id === 'lzqtjj')?.columns.find(({ topic }) => topic === 'statistics');
    const row = units.find(({ id }) => id === 'lzqtjj')?.columns.find(({ topic }) => topic === 'statistics');
    expect(row).toMatchObject({ every: mine?.every, due: mine?.due, key: true });
    expect(readFileSync(file('targets.yaml'), 'utf8')).toBe(demo.targetsYaml);
  }, 120_000);
});
