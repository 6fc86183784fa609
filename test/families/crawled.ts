import { pino } from 'pino';
import { expect } from 'vitest';
import { evidenceLookup, openKnownFacts, type StoredData, storedData, writableData } from '../../src/app/compose.ts';
import { crawl } from '../../src/crawl/crawl.ts';
import { walkColumn } from '../../src/extract/walk.ts';
import type { ColumnFacts } from '../../src/model/document.ts';
import type { CmsFamily, Column, Plan } from '../../src/model/plan.ts';

/** What the real crawler's evidence says of each column, by its path. */
export type CrawledSite = ReadonlyMap<string, ColumnFacts>;

export interface SiteToCrawl {
  readonly host: string;
  readonly port: number;
  readonly truth: readonly { readonly unit: string; readonly name: string; readonly path: string }[];
}

interface Manner {
  readonly cms: CmsFamily;
  /** The path of the site's home page. */
  readonly home?: string;
  /** The browser that fills pages by script; null: none. */
  readonly browser?: string | null;
}

/** Crawls a site of the tests with the crawler of the product into an empty folder, and walks its columns over that. */
export async function crawled(site: SiteToCrawl, folder: string, manner: Manner): Promise<CrawledSite> {
  const plan = planOf(site, manner);
  const { store, evidence, close } = await writableData(folder, plan.crawl.contact);
  await crawl({
    ...{ plan, units: plan.units, store, evidence, version: '9.9', log: pino({ level: 'silent' }) },
    ...{ signal: new AbortController().signal, browser: manner.browser ?? null, onProgress: () => {} },
    lookWaits: { hiccup: [0, 0], trouble: [0, 0], overload: [0, 0], gone: [0, 0] },
    renderLimits: { load: 10_000, fill: 1_500, quiet: 60 },
  }).finally(close);
  const data = await storedData(folder);
  try {
    const facts = await walked(plan, folder, data);
    // What is known of the pages the second time must be what was read the first time.
    expect(await walked(plan, folder, { ...data, open: () => Promise.reject(new Error('read again')) })).toEqual(facts);
    return new Map([...facts].map(([url, read]) => [url.slice(originOf(site).length), read]));
  } finally {
    await data.close();
  }
}

async function walked(
  plan: Plan,
  folder: string,
  data: Pick<StoredData, 'captures' | 'open' | 'holds'>,
): Promise<Map<string, ColumnFacts>> {
  const known = openKnownFacts(folder, 'test');
  const lookup = evidenceLookup(data, known);
  const facts = new Map<string, ColumnFacts>();
  for (const { columns } of plan.units)
    for (const column of columns) facts.set(column.url, await walkColumn(column, plan.site, lookup));
  known.close();
  return facts;
}

const originOf = ({ host }: SiteToCrawl): string => `http://${host}`;

function planOf(site: SiteToCrawl, { cms, home = '/' }: Manner): Plan {
  const origin = originOf(site);
  const unitNames = [...new Set(site.truth.map(({ unit }) => unit))];
  const column = ({ name, path }: SiteToCrawl['truth'][number]): Column => ({
    ...{ topic: 'other', name, url: new URL(path, origin).href, every: null, due: null, key: false, advise: false },
  });
  return {
    ...{ district: '石岭区', timeZone: 'Asia/Shanghai', rulebook: 'linzi-2023', models: {} },
    site: { home: origin + home, cms, hosts: [site.host] },
    crawl: {
      contact: 'audit@xunjian.example',
      perHost: { inFlight: 4, minDelayMs: 0, maxDelayMs: 20 },
      ...{ hours: null, render: 'auto', fullEvery: 30, resolve: { [site.host]: `127.0.0.1:${site.port}` } },
      caps: { pageBytes: 1e6, fileBytes: 5e6, decompressedBytes: 2e7, redirects: 5, listPages: 40 },
    },
    units: unitNames.map((name, i) => ({
      ...{ id: `u${i + 1}`, name, fullName: name, aliases: [], kind: 'department', home: null, enforcement: false },
      columns: site.truth.filter(({ unit }) => unit === name).map(column),
    })),
  };
}
