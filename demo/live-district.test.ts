import { describe, expect, it } from 'vitest';
import { UserError } from '../src/model/user-error.ts';
import { buildDistrict } from './district.ts';
import { LiveDistrict } from './live-district.ts';
import { type Problem, problemsOf } from './problems.ts';
import { siteResources } from './resources.ts';
import { AS_OF } from './schedule.ts';
import { GROUPS } from './state.ts';
import type { DemoSite, DemoUnit } from './types.ts';

const district = buildDistrict();

/** Every unit with each of its problems. */
const CASES = district.sites.flatMap(({ unit }) =>
  problemsOf(unit).map((problem): [string, string, DemoUnit, Problem] => [unit.name, problem.group, unit, problem]),
);
const siteOf = (live: LiveDistrict, { id }: Pick<DemoUnit, 'id'>): DemoSite => {
  const site = live.sites.find(({ unit }) => unit.id === id);
  if (!site) throw new Error(id);
  return site;
};
type Pages = Map<string, { readonly modified: string | undefined; readonly source: string | undefined }>;

/** All that these sites serve, by path. */
const snapshot = (live: LiveDistrict, sites: readonly DemoSite[]): Pages =>
  new Map(
    sites
      .flatMap((site) => [...siteResources(site).keys()])
      .map((path) => {
        const published = live.find(path);
        return [path, { modified: published?.modified.toISOString(), source: published?.resource.source() }];
      }),
  );
const sourcesOf = (pages: Pages) => [...pages].map(([path, { source }]) => [path, source]);
const changedIn = (before: Pages, after: Pages) =>
  [...after].filter(([path, page]) => {
    const old = before.get(path);
    return old?.source !== page.source || old?.modified !== page.modified;
  });

describe('a district whose units put right what the bulletin found', () => {
  const shared = new LiveDistrict(district);

  it('knows problems of every group', () => {
    expect(new Set(CASES.map(([, group]) => group))).toEqual(new Set(GROUPS));
    expect(CASES.every(([, , , { columns }]) => columns.length > 0)).toBe(true);
  });

  it.each(CASES)('%s mends %s in the columns concerned, at the same addresses, and takes it back', (...one) => {
    const [name, group, unit, problem] = one;
    const site = siteOf(shared, unit);
    const before = snapshot(shared, [site]);
    shared.set(name, group, true);
    const mended = siteOf(shared, unit);
    const after = snapshot(shared, [mended]);
    const places = ({ columns }: DemoSite) => columns.map(({ path, name: column }) => [path, column]);
    expect(places(mended)).toEqual(places(site));
    expect([...before.keys()].filter((path) => !after.has(path))).toEqual([]);

    const changed = changedIn(before, after);
    const [now] = changed.map(([, { modified }]) => modified);
    expect([...before.values()].filter(({ modified }) => modified && now && modified < now)).toHaveLength(before.size);
    for (const [path, { modified }] of changed) {
      expect(modified).toBe(now);
      expect(problem.columns).toContain(mended.columns.findLast((column) => path.startsWith(column.path))?.name);
    }
    const dates = mended.columns.flatMap(({ documents }) => documents.map(({ date }) => date));
    expect(dates.filter((date) => date > AS_OF)).toEqual([]);

    shared.set(name, group, false);
    const added = [...after.keys()].filter((path) => !before.has(path));
    expect(added.filter((path) => shared.find(path))).toEqual([]);
    expect(sourcesOf(snapshot(shared, [siteOf(shared, unit)]))).toEqual(sourcesOf(before));
  });

  it('leaves the pages of other units alone', () => {
    const live = new LiveDistrict(district);
    const others = live.sites.filter(({ unit }) => unit.name !== '区司法局');
    const before = snapshot(live, others);
    for (const [name, group] of CASES.filter(([unit]) => unit === '区司法局')) live.set(name, group, true);
    expect(changedIn(before, snapshot(live, others))).toEqual([]);
  });

  it('mends one group without the others, each at a time of its own', () => {
    const live = new LiveDistrict(district);
    const heritage = { id: 'lzqwwj' };
    live.set('区文物局', 'double-random', true);
    const planned = snapshot(live, [siteOf(live, heritage)]);
    live.set('lzqwwj', 'enforcement-duties', true);
    const changed = changedIn(planned, snapshot(live, [siteOf(live, heritage)]));
    expect(new Set(changed.map(([, { modified }]) => modified))).toEqual(new Set(['2023-08-08T00:00:02.000Z']));
    live.set('区文物局', 'double-random', false);
    expect(siteOf(live, heritage).unit.mended).toEqual(new Set(['enforcement-duties']));
  });

  it('does nothing the second time', () => {
    const live = new LiveDistrict(district);
    live.set('齐都镇', 'guide', true);
    const once = snapshot(live, live.sites);
    live.set('lzqqdzrmzf', 'guide', true);
    expect(changedIn(once, snapshot(live, live.sites))).toEqual([]);
  });

  it.each([
    ['齐鲁镇', 'guide', '演示区没有这个单位：齐鲁镇'],
    ['齐都镇', 'submissions', '演示网站没有这一类问题：submissions'],
    ['齐都镇', 'leadership', '齐都镇的网页没有这一类问题：leadership。该单位可整改：guide。'],
    ['区教体局', 'guide', '该单位的网页没有可整改的问题'],
  ])('says what is wrong with %s and %s', (unit, group, message) => {
    expect(() => shared.set(unit, group, true)).toThrow(UserError);
    expect(() => shared.set(unit, group, true)).toThrow(message);
  });
});
