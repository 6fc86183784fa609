import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readArticlePage, readColumnPage } from '../../src/extract/read.ts';
import type { OpenedCapture } from '../../src/model/capture.ts';
import { type Address, allColumns, articlePath, columnPath, Layout, listPath } from './layout.ts';
import { gzipOf, packed, plainOf, stored } from './packed.ts';
import { Pages } from './pages.ts';

const ORIGIN = 'http://127.0.0.1:8000';
const SITE = { home: `${ORIGIN}/`, cms: 'auto', hosts: ['127.0.0.1'] } as const;
const pages = new Pages();

function capture(layout: Layout, path: string): OpenedCapture {
  const address = layout.at(path) as Address;
  return {
    ...{ id: 1, runId: 'r', url: ORIGIN + path, finalUrl: ORIGIN + path, view: 'http', page: 1 },
    ...{ record: '', payloadRecord: '' },
    ...{ capturedAt: '2023-08-08T00:00:00.000Z', contentType: 'text/html; charset=utf-8', sha256: 'ab' },
    result: { tag: 'responded', status: 200, judgement: 'ok' },
    body: plainOf(pages.page(layout, address).pieces),
  };
}

/** Follows a column's list pages as the program reads them. */
function walk(layout: Layout, column: number): { lists: string[]; articles: string[] } {
  const lists = [columnPath(column)];
  const articles: string[] = [];
  for (const path of lists) {
    const page = readColumnPage(capture(layout, path), SITE);
    if (page.kind !== 'list') throw new Error(`${path}: ${page.kind}`);
    articles.push(...page.entries.map(({ url }) => new URL(url).pathname));
    for (const url of page.pager.pages) if (!lists.includes(new URL(url).pathname)) lists.push(new URL(url).pathname);
  }
  return { lists, articles };
}

describe('the measured site', () => {
  it.each([1000, 10_000, 100_000])('has exactly %i list and article pages on its first day', (total) => {
    const { lists, articles, traced, untraced } = new Layout(total, 1).counts();
    expect(lists + articles).toBe(total);
    expect([traced, untraced]).toEqual([0, 0]);
  });

  it('is read by the program to the last list page and the last row', () => {
    const layout = new Layout(10_000, 1);
    const { lists, articles } = walk(layout, 37);
    expect(lists.sort()).toEqual([1, 2, 3, 4, 5].map((page) => listPath(37, page)).sort());
    expect(new Set(articles).size).toBe(layout.articlesIn(37));
  });

  it('has articles whose title, date, body and attachments the program reads', () => {
    const article = readArticlePage(capture(new Layout(1000, 1), articlePath({ column: 12, serial: 5 })), SITE);
    expect(article).toMatchObject({ title: expect.stringContaining('第5号'), body: { ok: true } });
    expect('attachments' in article && article.attachments.length).toBe(3);
  });

  it('has articles of 22 to 70 KB', () => {
    const layout = new Layout(10_000, 1);
    const sizes = Array.from(
      { length: 95 },
      (_, i) => capture(layout, articlePath({ column: 3, serial: i + 1 })).body.length,
    );
    expect(Math.min(...sizes)).toBeGreaterThan(22_000);
    expect(Math.max(...sizes)).toBeLessThan(72_000);
  });

  it('changes 0.5 % of its articles so that a list shows it, and a few that no list shows', () => {
    const [before, after] = [new Layout(10_000, 1), new Layout(10_000, 2)];
    expect(after.counts()).toMatchObject({ traced: 50, untraced: 10 });
    const rows = (layout: Layout, column: number): Set<string> =>
      new Set(
        Array.from({ length: layout.listPagesIn(column) }, (_, i) => {
          const html = capture(layout, listPath(column, i + 1)).body;
          return (
            Buffer.from(html)
              .toString()
              .match(/<li><a.*?<\/li>/g) ?? []
          );
        }).flat(),
      );
    let shown = 0;
    for (const column of allColumns().flatMap(({ unit, paths }) => paths.map((_, i) => unit * 10 + i))) {
      const old = rows(before, column);
      shown += [...rows(after, column)].filter((row) => !old.has(row)).length;
    }
    // The menu's rows are the same on both days.
    expect(shown).toBe(50);
  });

  it('sends gzip that unpacks to the page', () => {
    const pieces = [stored('<p>一'), packed('二'.repeat(5000)), stored('三</p>')];
    expect(gunzipSync(gzipOf(pieces)).equals(plainOf(pieces))).toBe(true);
  });
});
