import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkColumn } from '../../src/extract/walk.ts';
import type { Column } from '../../src/model/plan.ts';
import { HOST, jcmsSite } from '../sites/jcms/index.ts';
import { type Behaviour, documentsOf, type JcmsColumn, WELL_BEHAVED } from '../sites/jcms/model.ts';
import { columnPath, type JcmsUnit } from '../sites/jcms/pages.ts';
import type { Answer } from '../sites/site-kit.ts';
import { type Fault, LIST_FAULTS, lookupOf } from './answering-lookup.ts';

type Quirks = Partial<Behaviour> & { readonly onJpaas?: true };

function columnOf(count: number, quirks: Quirks = {}): JcmsColumn {
  const { onJpaas, ...rest } = quirks;
  const behaviour = { ...WELL_BEHAVED, ...rest };
  const column = {
    number: 2201,
    name: '政策文件',
    behaviour,
    documents: documentsOf(2201, count, behaviour.addresses),
  };
  return onJpaas ? { ...column, onJpaas } : column;
}

/** What is read of a column's list; its articles are not looked at. */
async function read(column: JcmsColumn, fault?: (url: string) => Fault | null) {
  const unit: JcmsUnit = { name: '区司法局', folder: 'sfj', columns: [column] };
  const { lookup, asked } = lookupOf(jcmsSite([unit]), fault);
  const target: Column = {
    ...{ topic: 'other', name: column.name, url: `http://${HOST}${columnPath(column)}` },
    ...{ every: null, due: null, key: false, advise: false },
  };
  const site = { home: `http://${HOST}/`, cms: 'auto', hosts: [HOST] } as const;
  const facts = await walkColumn(target, site, async (url, view) => (/\/art_/.test(url) ? [] : lookup(url, view)));
  const lists = asked.filter((url) => !url.includes('/art_'));
  return { paths: facts.documents.map(({ url }) => new URL(url).pathname), gaps: facts.gaps, lists };
}

const pathsOf = ({ documents }: JcmsColumn): string[] => documents.map(({ path }) => path);

describe('the lists of JCMS and jpaas', () => {
  it.each<[string, number, Quirks, number]>([
    ['one page', 7, {}, 1],
    ['three groups', 100, {}, 3],
    ['records repeated at the borders', 200, { repeats: true }, 5],
    ['records repeated, the last group full', 180, { repeats: true }, 5],
    ['a proxy that obeys page numbers of groups', 100, { obeys: 'groups' }, 3],
    ['a proxy that obeys page numbers of pages', 100, { obeys: 'pages' }, 7],
    ['the next group by address', 93, { turns: 'nextgroup' }, 3],
    ['rows of HTML', 48, { answers: 'html', embedded: 'page' }, 3],
    ['nothing in the page', 33, { embedded: 'none' }, 2],
    ['a longer box beside it', 7, { sideBox: 30 }, 1],
    ['a longer box of unnamed articles beside it', 7, { sideBox: 30, addresses: 'long' }, 1],
    ['a total that is too low', 100, { miscount: -55 }, 3],
    ['news of others where there is no more', 90, { beyond: 'foreign' }, 3],
    ['jpaas', 40, { onJpaas: true, addresses: 'long' }, 4],
    ['jpaas with a box', 40, { onJpaas: true, addresses: 'long', sideBox: 9 }, 4],
  ])('are read whole: %s', async (_, count, quirks, requests) => {
    const column = columnOf(count, quirks);
    const { paths, gaps, lists } = await read(column);
    expect(paths).toEqual(pathsOf(column));
    expect(gaps).toEqual([]);
    expect(lists).toHaveLength(requests);
  });

  it.each<[string, number, Quirks]>([
    ['a proxy that ignores what is asked', 100, { obeys: 'nothing' }],
    ['a proxy that gives nothing deep down', 100, { deepestRecord: 45 }],
    ['a proxy that needs the page as its referrer', 50, { needsReferer: true }],
    ['a total that is too high', 100, { miscount: 40 }],
    ['a total that is too high, and news of others', 100, { miscount: 40, beyond: 'foreign' }],
    ['an empty proxy for a list that is not in the page', 0, { embedded: 'none' }],
    ['jpaas that ignores what is asked', 40, { onJpaas: true, obeys: 'nothing' }],
  ])('have a gap: %s', async (_, count, quirks) => {
    const column = columnOf(count, quirks);
    const { paths, gaps } = await read(column);
    expect(pathsOf(column)).toEqual(expect.arrayContaining(paths));
    expect(gaps).not.toEqual([]);
  });

  it('say themselves that they are empty', async () => {
    for (const quirks of [{}, { onJpaas: true } as const])
      expect(await read(columnOf(0, quirks))).toMatchObject({ paths: [], gaps: [] });
  });
});

const quirks = fc.record({
  perPage: fc.constantFrom(5, 10, 15),
  embedded: fc.constantFrom('group', 'page', 'none'),
  turns: fc.constantFrom('parameters', 'nextgroup'),
  obeys: fc.constantFrom('records', 'pages', 'groups', 'nothing'),
  answers: fc.constantFrom('xml', 'html'),
  repeats: fc.boolean(),
  beyond: fc.constantFrom('empty', 'blank', 'foreign', 'home'),
  deepestRecord: fc.constantFrom(Number.POSITIVE_INFINITY, 30, 45),
  miscount: fc.constantFrom(0, 0, 3, 20),
  tellsTotal: fc.boolean(),
  sideBox: fc.constantFrom(0, 3, 40),
  addresses: fc.constant('numbered'),
  needsReferer: fc.boolean(),
}) satisfies fc.Arbitrary<Behaviour>;
const columns = fc.tuple(fc.integer({ min: 0, max: 70 }), quirks, fc.boolean());

const FAULTS: readonly Fault[] = [...LIST_FAULTS, () => ({ status: 404, body: '<h1>404</h1>' })];

describe('whatever a site does', () => {
  it('takes nothing that is not the column’s, and has a gap where anything is missing', async () => {
    await fc.assert(
      fc.asyncProperty(columns, async ([count, behaviour, isJpaas]) => {
        const column = columnOf(count, { ...behaviour, ...(isJpaas ? { onJpaas: true as const } : {}) });
        const { paths, gaps } = await read(column);
        const truth = pathsOf(column);
        expect(truth).toEqual(expect.arrayContaining(paths));
        if (paths.length < truth.length) expect(gaps).not.toEqual([]);
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  it('has a gap where any one list request fails and anything is missing', async () => {
    const anyFault = fc.tuple(columns, fc.nat(6), fc.constantFrom(...FAULTS));
    await fc.assert(
      fc.asyncProperty(anyFault, async ([[count, behaviour, isJpaas], which, fault]) => {
        const column = columnOf(count, { ...behaviour, ...(isJpaas ? { onJpaas: true as const } : {}) });
        const { lists } = await read(column);
        const broken = lists[which % lists.length];
        const { paths, gaps } = await read(column, (url) => (url === broken ? fault : null));
        const truth = pathsOf(column);
        expect(truth).toEqual(expect.arrayContaining(paths));
        if (paths.length < truth.length || fault(EMPTY) === null) expect(gaps).not.toEqual([]);
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});

const EMPTY: Answer = { body: '' };
