import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect } from 'vitest';
import { evidenceLookup, storedData, writableData } from '../../src/app/compose.ts';
import { crawl } from '../../src/crawl/crawl.ts';
import { walkColumn } from '../../src/extract/walk.ts';
import type { ColumnFacts } from '../../src/model/document.ts';
import type { CmsFamily, Column, Plan } from '../../src/model/plan.ts';
import type { DemoSite, TrueColumn, TrueDocument } from '../sites/site-kit.ts';

/** What the real crawler's evidence says of each column, by its path. */
export type CrawledSite = ReadonlyMap<string, ColumnFacts>;

/** Crawls a demo site with the crawler of the product, without a browser, and walks its columns over the evidence. */
export async function crawled(site: DemoSite, cms: CmsFamily): Promise<CrawledSite> {
  const folder = mkdtempSync(join(tmpdir(), 'family-'));
  try {
    const plan = planOf(site, cms);
    const { store, evidence, close } = await writableData(folder, plan.crawl.contact);
    try {
      await crawl({
        ...{ plan, units: plan.units, store, evidence, version: '9.9', log: pino({ level: 'silent' }) },
        ...{ signal: new AbortController().signal, browser: null, onProgress: () => {} },
        lookWaits: { hiccup: [0, 0], trouble: [0, 0], overload: [0, 0], gone: [0, 0] },
      });
    } finally {
      await close();
    }
    const data = await storedData(folder);
    try {
      const lookup = evidenceLookup(data);
      const facts = new Map<string, ColumnFacts>();
      for (const { columns } of plan.units)
        for (const column of columns)
          facts.set(column.url.slice(site.origin.length), await walkColumn(column, plan.site, lookup));
      return facts;
    } finally {
      await data.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Compares what was read of a column with what the site knows of it. */
export function expectTruth(facts: ColumnFacts | undefined, { documents, unseen = [], gaps = [] }: TrueColumn): void {
  const seen = documents.filter(({ path }) => !unseen.includes(path));
  const read = (facts?.documents ?? []).map((document) => ({
    path: document.inline ? new URL(document.column.url).pathname : pathOf(document.url),
    captured: document.captured,
  }));
  expect(read).toEqual(seen.map(({ path }) => ({ path, captured: true })));
  expect(facts?.gaps.map(({ why }) => why)).toEqual(gaps);
  seen.forEach((document, i) => {
    expectDocument(facts?.documents[i], document);
  });
}

function expectDocument(read: ColumnFacts['documents'][number] | undefined, truth: TrueDocument): void {
  expect(read?.title).toBe(truth.title);
  if (!read?.inline)
    expect(read?.dates.filter(({ place }) => place === 'list').map(({ date }) => date)).toEqual([truth.date]);
  for (const [field, value] of Object.entries(truth.metadata ?? {}))
    expect(read?.metadata[field as keyof typeof read.metadata]?.value, field).toBe(value);
  if (!truth.attachments) return;
  const attachments = read?.attachments.map(({ name, type, reading }) => ({
    ...{ name, type, holds: reading.ok ? reading.value.text : reading.detail },
  }));
  expect(attachments).toEqual(
    truth.attachments.map(({ holds, ...link }) => ({ ...link, holds: expect.stringContaining(holds) })),
  );
}

const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return decodeURI(pathname + search);
};

function planOf(site: DemoSite, cms: CmsFamily): Plan {
  const unitNames = [...new Set(site.truth.map(({ unit }) => unit))];
  const column = ({ name, path }: TrueColumn): Column => ({
    ...{
      topic: 'other',
      name,
      url: new URL(path, site.origin).href,
      every: null,
      due: null,
      key: false,
      advise: false,
    },
  });
  return {
    ...{ district: '石岭区', timeZone: 'Asia/Shanghai', rulebook: 'linzi-2023', models: {} },
    site: { home: `${site.origin}/`, cms, hosts: [site.host] },
    crawl: {
      contact: 'audit@xunjian.example',
      perHost: { inFlight: 4, minDelayMs: 0, maxDelayMs: 20 },
      ...{ hours: null, render: 'auto', resolve: { [site.host]: `127.0.0.1:${site.port}` } },
      fullEvery: 30,
      caps: { pageBytes: 500_000, fileBytes: 500_000, decompressedBytes: 2_000_000, redirects: 5, listPages: 40 },
    },
    units: unitNames.map((name, i) => ({
      ...{ id: `u${i + 1}`, name, fullName: name, aliases: [], kind: 'department', home: null, enforcement: false },
      columns: site.truth.filter(({ unit }) => unit === name).map(column),
    })),
  };
}
