import { afterAll, beforeAll } from 'vitest';
import type { CmsFamily } from '../../src/model/plan.ts';
import type { DemoSite } from '../sites/site-kit.ts';
import { longLivedFolder } from '../support/temporary-folder.ts';
import { type CrawledSite, crawled } from './crawled.ts';
import { expectTruth } from './expect-truth.ts';

interface ReadSite {
  /** Fails where a column was read otherwise than the site knows it. */
  expectAllTrue(): void;
  /** The same for the column at this path, which the site must have. */
  expectTrueAt(path: string): void;
  /** The path of every request. */
  log(): readonly string[];
}

/** A site that is served, crawled without a browser and read as this family before the tests of a `describe`. */
export function siteReadAs(cms: CmsFamily, start: () => Promise<DemoSite>): ReadSite {
  const folder = longLivedFolder();
  let site: DemoSite;
  let facts: CrawledSite;
  beforeAll(async () => {
    site = await start();
    facts = await crawled(site, folder, { cms });
  }, 60_000);
  afterAll(() => site.stop());
  return {
    expectAllTrue: () => {
      for (const column of site.truth) {
        try {
          expectTruth(facts.get(column.path), column);
        } catch (error) {
          throw new Error(`${column.unit} ${column.name} ${column.path}`, { cause: error });
        }
      }
    },
    expectTrueAt: (path) => {
      const truth = site.truth.find((column) => column.path === path);
      if (!truth) throw new Error(`the site has no ${path}`);
      expectTruth(facts.get(path), truth);
    },
    log: () => site.log,
  };
}
