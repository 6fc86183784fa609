import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { TOPIC_IDS } from '../src/model/topic.ts';
import { type Demo, startDemo } from './index.ts';
import { allColumns } from './testing.ts';

interface Targets {
  readonly site: { readonly home: string; readonly hosts: readonly string[] };
  readonly models: Readonly<Record<string, string>>;
  readonly units: readonly {
    readonly id: string;
    readonly home: string;
    readonly columns: readonly {
      readonly topic: string;
      readonly url: string;
      readonly every?: string;
      readonly due?: string;
    }[];
  }[];
}

let demo: Demo;
let targets: Targets;

/** Node has no resolver for linzi.localhost on every machine, so tests go to the address it stands for. */
const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${demo.port}${path}`);
const charsetOf = (bytes: Uint8Array): string =>
  /<meta charset="gb2312">/.test(Buffer.from(bytes).toString('latin1')) ? 'gb18030' : 'utf-8';

async function page(path: string): Promise<string> {
  const response = await get(path);
  expect([path, response.status]).toEqual([path, 200]);
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return new TextDecoder(charsetOf(bytes), { fatal: true }).decode(bytes);
}

const links = (html: string, pattern: RegExp): string[] => [
  ...new Set([...html.matchAll(pattern)].map((m) => m[1] ?? '')),
];

/** Paths of all documents of a column, read as a browser would: list pages, or the answers its script gets. */
async function documentsOf(path: string): Promise<string[]> {
  const first = await page(path);
  const source = /data-src="([^"]+)"/.exec(first)?.[1];
  if (source) {
    expect(first).not.toMatch(/doc_[0-9a-f]{24}\.html/);
    const response = await get(`${source}?page=1&size=500`);
    const answer = (await response.json()) as { total: number; rows: { link: string }[] };
    expect(answer.rows).toHaveLength(answer.total);
    return answer.rows.map(({ link }) => link);
  }
  const rest = await Promise.all(links(first, /href="([^"]+index_\d+\.html)"/g).map(page));
  return [first, ...rest].flatMap((html) => links(html, /<li><a href="([^"]+doc_[0-9a-f]{24}\.html)"/g));
}

beforeAll(async () => {
  const start = performance.now();
  demo = await startDemo({ port: 0 });
  console.info(`demo: ${demo.documents} documents, started in ${Math.round(performance.now() - start)} ms`);
  targets = parse(demo.targetsYaml) as Targets;
});
afterAll(() => demo.stop());

describe('the demonstration server', () => {
  it('publishes 40 units and at least 3,000 documents', () => {
    expect(targets.units).toHaveLength(40);
    expect(demo.documents).toBeGreaterThanOrEqual(3_000);
    expect(targets.site).toMatchObject({ home: `${demo.origin}/gongkai/`, hosts: ['linzi.localhost'] });
  });

  it('writes targets that name known topics, unique columns and the two models', async () => {
    const columns = targets.units.flatMap((unit) => unit.columns.map((column) => ({ unit, column })));
    expect(new Set(columns.map(({ column }) => column.url)).size).toBe(columns.length);
    for (const { unit, column } of columns) {
      expect(TOPIC_IDS).toContain(column.topic);
      expect(column.url.startsWith(unit.home)).toBe(true);
      expect(Boolean(column.every)).toBe(Boolean(column.due));
    }
    expect(await page(new URL(targets.models['enforcement-staff'] ?? '').pathname)).toContain('执法证号');
    expect(await page(new URL(targets.models['double-random-plan'] ?? '').pathname)).toContain('抽查任务名称');
  });

  it('answers every column, list page, document and picture that it names', async () => {
    let documents = 0;
    for (const unit of targets.units) {
      await page(unit.home);
      const perColumn = await Promise.all(unit.columns.map((column) => documentsOf(column.url)));
      const paths = perColumn.flat();
      documents += paths.length + perColumn.filter((column) => column.length === 0).length;
      await Promise.all(paths.map(page));
    }
    // Columns without a document of their own print the article on the column's page.
    expect(documents).toBe(demo.documents);
  }, 120_000);

  it('answers 404 for what it does not name', async () => {
    expect((await get('/gongkai/site_lzqsfj/nothing.html')).status).toBe(404);
    expect((await get('/col/col19985/index.html')).status).toBe(404);
  });

  it('lets robots in', async () => expect(await (await get('/robots.txt')).text()).toContain('Allow: /'));

  it('fills at least a third of its lists by script', () => {
    const lists = allColumns().filter(({ kind }) => kind !== 'inline');
    expect(lists.filter(({ kind }) => kind === 'script').length * 3).toBeGreaterThanOrEqual(lists.length);
  });

  it.each([
    ['lzqxfj', 'text/html; charset=gb2312'],
    ['lzqjszrmzf', 'text/html'],
  ])('sends the pages of %s in GB18030 as %s', async (id, type) => {
    const response = await get(`/gongkai/site_${id}/`);
    expect(response.headers.get('content-type')).toBe(type);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes)).toContain('信息公开目录');
  });

  it('takes another port where its own is taken, and says so where a port was asked for', async () => {
    const [one, other] = [await startDemo(), await startDemo()];
    expect(other.port).not.toBe(one.port);
    await Promise.all([one.stop(), other.stop()]);
    await expect(startDemo({ port: demo.port })).rejects.toThrow(/EADDRINUSE/);
  });

  it('keeps registers with Chinese headers, each unit known', () => {
    expect(Object.keys(demo.registers).sort()).toEqual([
      'applications.csv',
      'coverage.csv',
      'feedback.csv',
      'no-event.csv',
      'personnel.csv',
      'submissions.csv',
      'tasks.csv',
    ]);
    expect(demo.registers['submissions.csv']?.trim().split('\r\n')).toHaveLength(121);
    const late = demo.registers['feedback.csv']?.split('\r\n').filter((row) => row.endsWith('2023-05-11,'));
    expect(late).toHaveLength(12);
  });
});
