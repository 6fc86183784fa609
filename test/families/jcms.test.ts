import { afterAll, beforeAll, describe, it } from 'vitest';
import { startJcmsSite } from '../sites/jcms/index.ts';
import type { DemoSite } from '../sites/site-kit.ts';
import { type CrawledSite, crawled, expectTruth } from './crawled.ts';

describe.each(['auto', 'jcms'] as const)('a JCMS and jpaas site read as %s', (cms) => {
  let site: DemoSite;
  let facts: CrawledSite;
  beforeAll(async () => {
    site = await startJcmsSite();
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
});
