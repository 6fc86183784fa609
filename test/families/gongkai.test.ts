import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/crawl/browser.ts';
import type { ColumnFacts } from '../../src/model/document.ts';
import { type GongkaiSite, HOST, MIRROR, startGongkaiSite, type TrueColumn } from '../sites/gongkai/index.ts';
import { longLivedFolder } from '../support/temporary-folder.ts';
import { type CrawledSite, crawled } from './crawled.ts';
import { expectDocument } from './expect-document.ts';

const browser = await findBrowser();

describe('the family gongkai, crawled and read', () => {
  const folder = longLivedFolder();
  let site: GongkaiSite;
  let facts: CrawledSite;
  beforeAll(async () => {
    site = await startGongkaiSite();
    const truth = site.truth.map(({ name, path }) => ({ unit: '青石区测绘服务中心', name, path }));
    facts = await crawled({ host: HOST, port: site.port, truth }, folder, { cms: 'auto', home: '/gongkai/', browser });
  }, 180_000);
  afterAll(() => site.stop());

  const factsOf = ({ path }: TrueColumn): ColumnFacts => {
    const found = facts.get(path);
    if (!found) throw new Error(`no facts of ${path}`);
    return found;
  };
  const columns = (): readonly TrueColumn[] => site.truth.filter(({ scripted }) => browser !== null || !scripted);

  it('finds every document of every column, and has a gap for every column that cannot be read', () => {
    const read = columns().map((column) => {
      const { documents, gaps } = factsOf(column);
      return { name: column.name, titles: documents.map(({ title }) => title), gaps: gaps.map(({ why }) => why) };
    });
    const wanted = columns().map(({ name, documents, gaps = [] }) => ({
      ...{ name, titles: documents.map(({ title }) => title), gaps },
    }));
    expect(read).toEqual(wanted);
  });

  it('reads every document as it is', () => {
    for (const column of columns()) {
      const { documents } = factsOf(column);
      column.documents.forEach((truth, i) => {
        expectDocument(documents[i], truth, `${column.name} ${i}`);
      });
    }
  });

  it('asks nothing of any host but the site itself', () => {
    expect(site.log.filter((line) => !line.startsWith(`${HOST} `))).toEqual([]);
    expect(site.log.join('\n')).not.toContain(MIRROR);
  });
});
