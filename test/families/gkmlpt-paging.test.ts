import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkColumn } from '../../src/extract/walk.ts';
import type { Column } from '../../src/model/plan.ts';
import { gkmlptSite, HOST } from '../sites/gkmlpt/index.ts';
import { type Behaviour, documentsOf, type PlatformColumn, WELL_BEHAVED } from '../sites/gkmlpt/model.ts';
import { columnPath, type PlatformUnit } from '../sites/gkmlpt/pages.ts';
import { type Fault, LIST_FAULTS, lookupOf } from './answering-lookup.ts';

function columnOf(count: number, quirks: Partial<Behaviour> = {}): PlatformColumn {
  const behaviour = { ...WELL_BEHAVED, pageSize: 10, ...quirks };
  return { id: 301, name: '政策文件', behaviour, documents: documentsOf('qsmzj', 301, count) };
}

/** What is read of a column's list; its articles are not looked at. */
async function read(column: PlatformColumn, fault?: (url: string) => Fault | null, fragment = '#301') {
  const unit: PlatformUnit = { name: '青石区民政局', folder: 'qsmzj', sid: '755041', columns: [column] };
  const { lookup, asked } = lookupOf(gkmlptSite([unit]), fault);
  const url = `http://${HOST}${columnPath(unit, column)}`.replace(/#.*$/, fragment);
  const target: Column = {
    ...{ topic: 'other', name: column.name, url, every: null, due: null, key: false, advise: false },
  };
  const site = { home: `http://${HOST}/`, cms: 'auto', hosts: [HOST] } as const;
  const facts = await walkColumn(target, site, async (at, view) => (/\/post_/.test(at) ? [] : lookup(at, view)));
  const paths = facts.documents.map((document) => new URL(document.url).pathname);
  return { paths, gaps: facts.gaps, lists: asked, titles: facts.documents.map(({ title }) => title) };
}

const pathsOf = ({ documents }: PlatformColumn): string[] => documents.map(({ path }) => path);

describe('the lists of gkmlpt', () => {
  it.each<[string, number, Partial<Behaviour>, number]>([
    ['one page', 7, {}, 2],
    ['several pages', 34, {}, 5],
    ['pages full to the last', 30, {}, 5],
    ['a count that is too low', 34, { miscount: -24 }, 5],
    ['news of others after the last page', 30, { beyond: 'foreign' }, 5],
    ['404 after the last page', 30, { beyond: 'missing' }, 5],
    ['titles in escapes', 12, { escaped: true }, 3],
  ])('are read whole: %s', async (_, count, quirks, requests) => {
    const column = columnOf(count, quirks);
    const { paths, gaps, lists, titles } = await read(column);
    expect(paths).toEqual(pathsOf(column));
    expect(titles).toEqual(column.documents.map(({ title }) => title));
    expect(gaps).toEqual([]);
    expect(lists).toHaveLength(requests);
  });

  it.each<[string, number, Partial<Behaviour>]>([
    ['404 from page 2 on', 34, { lastPage: 2 }],
    ['a page number that is ignored', 34, { obeysPage: false }],
    ['a count that is too high', 34, { miscount: 30 }],
    ['a tree that counts more than the list has', 0, { treeMiscount: 3 }],
    ['a last page filled up with news of others', 34, { filledUp: true }],
  ])('have a gap: %s', async (_, count, quirks) => {
    const column = columnOf(count, quirks);
    const { paths, gaps } = await read(column);
    expect(pathsOf(column)).toEqual(expect.arrayContaining(paths));
    expect(gaps).not.toEqual([]);
  });

  it('say themselves that they are empty', async () => {
    expect(await read(columnOf(0))).toMatchObject({ paths: [], gaps: [] });
  });

  it.each(['', '#', '#999', '#about'])(
    'are unread where the address names no column of the site: %s',
    async (fragment) => {
      expect(await read(columnOf(7), undefined, fragment)).toMatchObject({
        paths: [],
        gaps: [{ why: 'unreadable-list' }],
      });
    },
  );
});

const quirks = fc.record({
  pageSize: fc.constantFrom(5, 10),
  obeysPage: fc.boolean(),
  lastPage: fc.constantFrom(Number.POSITIVE_INFINITY, 1, 2, 3),
  beyond: fc.constantFrom('empty', 'foreign', 'missing'),
  filledUp: fc.boolean(),
  miscount: fc.constantFrom(0, 0, -10, -3, 4, 25),
  treeMiscount: fc.constantFrom(0, 0, -4, 6),
  escaped: fc.boolean(),
}) satisfies fc.Arbitrary<Behaviour>;
/** A count that is wrong by just what the site holds back says twice that all was read: no reader could know better. */
const isDetectable = ([count, { lastPage, pageSize, miscount }]: [number, Behaviour]): boolean =>
  miscount >= 0 || count + miscount !== (lastPage - 1) * pageSize;
const columns = fc.tuple(fc.integer({ min: 0, max: 45 }), quirks).filter(isDetectable);

const FAULTS: readonly Fault[] = [...LIST_FAULTS, () => ({ type: 'application/json', body: '{}' })];

describe('whatever a site does', () => {
  it('takes nothing that is not the column’s, and has a gap where anything is missing', async () => {
    await fc.assert(
      fc.asyncProperty(columns, async ([count, behaviour]) => {
        const column = columnOf(count, behaviour);
        const { paths, gaps } = await read(column);
        expect(pathsOf(column)).toEqual(expect.arrayContaining(paths));
        if (paths.length < count) expect(gaps).not.toEqual([]);
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it('has a gap where any one list request fails and anything is missing', async () => {
    await fc.assert(
      fc.asyncProperty(columns, fc.nat(6), fc.constantFrom(...FAULTS), async ([count, behaviour], which, fault) => {
        const column = columnOf(count, behaviour);
        const { lists } = await read(column);
        const broken = lists[which % lists.length];
        const { paths, gaps } = await read(column, (url) => (url === broken ? fault : null));
        expect(pathsOf(column)).toEqual(expect.arrayContaining(paths));
        if (paths.length < count) expect(gaps).not.toEqual([]);
      }),
      { numRuns: 80, seed: 11 },
    );
  });
});
