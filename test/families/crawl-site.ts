import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { evidenceLookup, storedData, writableData } from '../../src/app/compose.ts';
import { findBrowser } from '../../src/crawl/browser.ts';
import { crawl } from '../../src/crawl/crawl.ts';
import { walkColumn } from '../../src/extract/walk.ts';
import type { ColumnFacts } from '../../src/model/document.ts';
import type { CmsFamily, Column, Plan } from '../../src/model/plan.ts';

export interface SiteToCrawl {
  readonly host: string;
  readonly port: number;
  readonly cms: CmsFamily;
  readonly columns: readonly { readonly name: string; readonly path: string }[];
}

/** Crawls a site of the tests as a district's plan would have it, and walks every column over what was stored. */
export async function crawlSite(site: SiteToCrawl): Promise<ReadonlyMap<string, ColumnFacts>> {
  const plan = planOf(site);
  const dataDir = mkdtempSync(join(tmpdir(), 'family-'));
  try {
    const { store, evidence, close } = await writableData(dataDir, plan.crawl.contact);
    await crawl({
      ...{ plan, units: plan.units, store, evidence, version: '0', log: pino({ level: 'silent' }) },
      ...{ onProgress: () => {}, signal: new AbortController().signal, browser: await findBrowser() },
      lookWaits: { hiccup: [0, 0], trouble: [0, 0], overload: [0, 0], gone: [0, 0] },
      renderLimits: { load: 10_000, fill: 1_500, quiet: 60 },
    }).finally(close);
    const data = await storedData(dataDir);
    try {
      const lookup = evidenceLookup(data);
      const facts = new Map<string, ColumnFacts>();
      for (const column of columnsOf(plan)) facts.set(column.name, await walkColumn(column, plan.site, lookup));
      return facts;
    } finally {
      await data.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const columnsOf = (plan: Plan): readonly Column[] => plan.units.flatMap(({ columns }) => columns);

function planOf({ host, port, cms, columns }: SiteToCrawl): Plan {
  const home = `http://${host}/gongkai/`;
  return {
    ...{ district: '青石区', timeZone: 'Asia/Shanghai', rulebook: 'linzi-2023', models: {} },
    site: { home, cms, hosts: [host] },
    crawl: {
      contact: 'audit@qingshi.example',
      perHost: { inFlight: 8, minDelayMs: 0, maxDelayMs: 20 },
      ...{ hours: null, render: 'auto', fullEvery: 7, resolve: { [host]: `127.0.0.1:${port}` } },
      caps: { pageBytes: 1e6, fileBytes: 5e6, decompressedBytes: 2e7, redirects: 5, listPages: 20 },
    },
    units: [
      {
        ...{ id: 'u1', name: '测绘中心', fullName: '青石区测绘服务中心', aliases: [], kind: 'department', home: null },
        enforcement: false,
        columns: columns.map(({ name, path }) => ({
          ...{ topic: 'other', name, url: new URL(path, home).href, every: null, due: null, key: false, advise: false },
        })),
      },
    ],
  };
}
