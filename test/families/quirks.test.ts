import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkColumn } from '../../src/extract/walk.ts';
import type { ColumnFacts } from '../../src/model/document.ts';
import type { CmsFamily } from '../../src/model/plan.ts';
import { BEYOND, type BuiltList, buildList, FAULTS, NUMBERINGS, type RandomList } from '../sites/generic/random.ts';
import { lookupOf } from './answering-lookup.ts';

const HOST = 'www.random.example';

/** The first page always comes: without it there is but one gap and nothing to prove. */
const faults = fc
  .array(fc.tuple(fc.integer({ min: 2, max: 8 }), fc.constantFrom(...FAULTS)), { maxLength: 3 })
  .map((pairs): RandomList['faults'] => new Map(pairs));

const lists = fc.record({
  numbering: fc.constantFrom(...NUMBERINGS),
  count: fc.integer({ min: 1, max: 30 }),
  size: fc.integer({ min: 4, max: 9 }),
  overlap: fc.integer({ min: 0, max: 2 }),
  countedRows: fc.option(fc.integer({ min: -9, max: 9 })),
  countedPages: fc.option(fc.integer({ min: -2, max: 2 })),
  beyond: fc.option(fc.constantFrom(...BEYOND)),
  box: fc.boolean(),
  faults,
}) satisfies fc.Arbitrary<RandomList>;

async function read({ url, answers }: BuiltList, cms: CmsFamily): Promise<ColumnFacts> {
  const { lookup } = lookupOf(({ pathname, search }) => answers.get(pathname + search) ?? null);
  const column = { topic: 'other', name: '通知公告', url, every: null, due: null, key: false, advise: false } as const;
  return walkColumn(column, { home: `http://${HOST}/`, cms, hosts: [HOST] }, lookup);
}

/** Documents that the site has and nobody read, and documents that were read and are not the column's. */
function differences(built: BuiltList, facts: ColumnFacts) {
  const read = new Set(facts.documents.map(({ url }) => new URL(url).pathname));
  const truth = new Set(built.documents.map(({ path }) => path));
  return {
    missing: [...truth].filter((path) => !read.has(path)),
    foreign: [...read].filter((path) => !truth.has(path)),
  };
}

describe.each(['auto', 'generic', 'trs', 'vsb'] as const)('lists of any quirk, cms: %s', (cms) => {
  it('are read without foreign entries, and never short of any without a gap', async () => {
    await fc.assert(
      fc.asyncProperty(lists, async (list) => {
        // A page that wrongly says it is empty, on a site that also miscounts its rows by just so many: who could tell?
        fc.pre(![...list.faults.values()].includes('empty') || !list.countedRows);
        const built = buildList(list);
        const facts = await read(built, cms);
        const { missing, foreign } = differences(built, facts);
        expect(foreign).toEqual([]);
        // Where the site counts exactly what was read, with more than one page, it says itself that there is no more.
        const counted = list.countedRows === null ? null : Math.max(1, list.count + list.countedRows);
        const isVouched = facts.documents.length === counted && facts.refs.length > 1;
        if (missing.length > 0 && !isVouched) expect(facts.gaps).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
  it('are read to the end where nothing is wrong', async () => {
    const sound = lists.map(
      (list): RandomList => ({ ...list, faults: new Map(), beyond: null, countedPages: null, countedRows: null }),
    );
    await fc.assert(
      fc.asyncProperty(sound, async (list) => {
        const built = buildList(list);
        const facts = await read(built, cms);
        expect(differences(built, facts)).toEqual({ missing: [], foreign: [] });
        expect(facts.gaps).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
