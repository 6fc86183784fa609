import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGkmlptSite } from '../sites/gkmlpt/index.ts';
import type { DemoSite } from '../sites/site-kit.ts';
import { type CrawledSite, crawled, expectTruth } from './crawled.ts';

describe.each(['auto', 'gkmlpt'] as const)('a gkmlpt site read as %s', (cms) => {
  let site: DemoSite;
  let facts: CrawledSite;
  beforeAll(async () => {
    site = await startGkmlptSite();
    facts = await crawled(site, cms);
  }, 60_000);
  afterAll(() => site.stop());

  it('reads every column as the site knows it, and has gaps where the site keeps something back', () => {
    for (const column of site.truth) {
      try {
        expectTruth(facts.get(column.path), column);
      } catch (error) {
        throw new Error(`${column.unit} ${column.name} ${column.path}`, { cause: error });
      }
    }
  });

  it('keeps what names the column to itself', () => {
    expect(site.log.filter((path) => path.includes('#'))).toEqual([]);
    expect(site.log).toContain('/qsmzj/gkmlpt/index');
  });

  it('never asks for page 0', () => {
    expect(site.log.filter((path) => /[?&]page=0/.test(path))).toEqual([]);
  });
});
