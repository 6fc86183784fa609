import iconv from 'iconv-lite';
import { fileBytes, MEDIA_TYPES } from '../../demo/files/index.ts';
import { randomFor } from '../../demo/random.ts';
import { classify, pageText } from '../../src/crawl/classify.ts';
import type { Lookup } from '../../src/extract/lookup.ts';
import type { OpenedCapture } from '../../src/model/capture.ts';
import type { MetadataField } from '../../src/model/document.ts';
import type { Column, Site, Unit } from '../../src/model/plan.ts';
import { pagesOf } from '../sites/site-kit.ts';
import { SHAPES } from './shapes/index.ts';
import type { FileLink, Shape, Sheet } from './shapes/shape.ts';
import type { Article, TrialColumn, TrialUnit, UnitWorld, World } from './types.ts';

/** What a site answers at an address; `timeout`: nothing comes. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array | (() => Promise<Uint8Array>);
}
/** What befalls one address; `null`: no answer at all. */
export type Mishap = (url: string, answer: Answer) => Answer | null;

export interface TrialSite {
  readonly site: Site;
  readonly units: readonly Unit[];
  readonly urls: readonly string[];
  lookup(mishap?: Mishap): Lookup;
}

const ORDER: readonly MetadataField[] = [
  'index',
  'issuer',
  'title',
  'number',
  'writtenOn',
  'publishedOn',
  'theme',
  'validity',
];
const PLAIN: readonly MetadataField[] = ['title', 'index', 'number', 'publishedOn', 'issuer'];
const TEXT = 'text/html; charset=utf-8';

/** Prints a world as a site of one make. */
export function printed(world: World, make: string): TrialSite {
  const shape = SHAPES[make];
  if (!shape) throw new Error(`no such make: ${make}`);
  const random = randomFor(`site ${world.seed}`);
  const origin = `http://${world.place.host}`;
  const answers = new Map<string, Answer>();
  const isGb = make === 'plainOld' && random.chance(2);
  const put = (path: string, html: string): void => {
    if (answers.has(origin + path)) throw new Error(`planted twice: ${path}`);
    const body = isGb ? iconv.encode(html.replace('<head>', '<head><meta charset="gb2312">'), 'gb18030') : html;
    answers.set(origin + path, { status: 200, type: isGb ? 'text/html' : TEXT, body });
  };
  const units = world.units.map((unit) => printUnit(unit, shape, world, origin, put, answers));
  const site: Site = { home: `${origin}/`, cms: random.chance(2) ? 'auto' : shape.cms, hosts: [world.place.host] };
  return { site, units, urls: [...answers.keys()], lookup: (mishap) => lookupOf(answers, origin, mishap) };
}

function printUnit(
  { unit, cases }: UnitWorld,
  shape: Shape,
  { place, seed }: World,
  origin: string,
  put: (path: string, html: string) => void,
  answers: Map<string, Answer>,
): Unit {
  let id = 0;
  const random = randomFor(`unit ${seed} ${unit.id}`);
  const placed = cases
    .flatMap((one) => one.columns)
    .map((column, number) => ({
      column,
      number: number + 1,
      path: shape.columnPath(unit, number + 1),
      articles: column.articles.map((article) => {
        id += 1;
        return { article, path: shape.articlePath(unit, number + 1, id, article.date) };
      }),
    }));
  const byTitle = new Map(placed.flatMap(({ articles }) => articles.map(({ article, path }) => [article.title, path])));
  for (const { column, number, path, articles } of placed) {
    const sheetOf = (article: Article, at: string): Sheet => ({
      ...{ article, unit, district: place.district, column: column.name },
      cells: cellsOf(article, unit, shape, seed, random.int(10_000, 99_999)),
      body:
        article.html.replace(/\{\{file(\d)\}\}/g, (_, i) =>
          shape.filePath(at, Number(i) + 1, article.files?.[Number(i)]?.type ?? ''),
        ) +
        (article.see ?? []).map((title) => `<p>相关：<a href="${byTitle.get(title) ?? '/'}">${title}</a></p>`).join(''),
      files: filesOf(article, at, shape, origin, answers),
    });
    const only = column.articles[0];
    if (column.inline && only) {
      put(path, shape.inline(sheetOf(only, path.endsWith('/') ? `${path}index.html` : path)));
      continue;
    }
    for (const { article, path: at } of articles) put(at, shape.article(sheetOf(article, at)));
    const rows = [...articles]
      .sort((a, b) => (b.article.listDate ?? b.article.date).localeCompare(a.article.listDate ?? a.article.date))
      .map(({ article, path: href }) => ({
        href,
        title: article.listTitle ?? article.title,
        date: article.listDate ?? article.date,
      }));
    const parts = pagesOf(rows, shape.perPage);
    for (const [i, part] of parts.entries()) {
      const fileOf = (n: number): string => (n === 1 ? path : shape.listPath(unit, number, n, parts.length));
      const sheet = {
        unit,
        district: place.district,
        column: column.name,
        rows: part,
        at: i + 1,
        pages: parts.length,
        total: rows.length,
        fileOf,
      };
      put(fileOf(i + 1), shape.list(sheet));
    }
  }
  return {
    ...{ id: unit.id, name: unit.name, fullName: unit.fullName, aliases: [], kind: unit.kind, home: `${origin}/` },
    enforcement: unit.enforcement,
    columns: placed.map(({ column, path }) => columnOf(column, origin + path)),
  };
}

const columnOf = ({ topic, name, every, due }: TrialColumn, url: string): Column => ({
  ...{ topic, name, url, every: every ?? null, due: due ?? null, key: false, advise: false },
});

function cellsOf(article: Article, unit: TrialUnit, shape: Shape, seed: string, serial: number): Sheet['cells'] {
  if (article.block === 'none') return [];
  const year = article.date.slice(0, 4);
  const values: Record<MetadataField, string> = {
    ...{ title: article.title, issuer: unit.fullName, number: '', index: `${unit.code}/${year}-${serial}` },
    ...{ writtenOn: article.date, publishedOn: article.date, theme: '', validity: '' },
    ...article.fields,
  };
  const fields = (article.block === 'policy' ? ORDER : PLAIN).filter((field) => !article.without?.includes(field));
  const label = (field: MetadataField): string =>
    // Without a date of writing the old block of the make calls its one date so.
    field === 'publishedOn' && article.block === 'plain' && seed.length % 2 === 0 ? '发布日期' : shape.labels[field];
  return fields.map((field) => [label(field), article.blank?.includes(field) ? '' : values[field]]);
}

function filesOf(article: Article, at: string, shape: Shape, origin: string, answers: Map<string, Answer>): FileLink[] {
  return (article.files ?? []).flatMap((file, i) => {
    const href = shape.filePath(at, i + 1, file.type);
    const answer: Answer = file.gone
      ? {
          status: 404,
          type: TEXT,
          body: '<html><head><title>404</title></head><body><h1>404 Not Found</h1></body></html>',
        }
      : { status: 200, type: MEDIA_TYPES[file.type], body: () => fileBytes(file) };
    answers.set(origin + href, answer);
    return file.unlinked ? [] : [{ href, name: file.name }];
  });
}

const GONE: Answer = {
  status: 404,
  type: TEXT,
  body: '<html><head><title>404</title></head><body><h1>404</h1><p>页面不存在</p></body></html>',
};

function lookupOf(
  answers: ReadonlyMap<string, Answer>,
  origin: string,
  mishap: Mishap = (_, answer) => answer,
): Lookup {
  const kept = new Map<string, Promise<readonly OpenedCapture[]>>();
  let count = 0;
  return (url, view) => {
    if (view !== 'http') return Promise.resolve([]);
    const plain = url.replace(/#.*$/, '');
    const known = kept.get(plain);
    if (known) return known;
    count += 1;
    const made = capture(plain, mishap(plain, answers.get(plain) ?? GONE), count, origin);
    kept.set(plain, made);
    return made;
  };
}

async function capture(
  url: string,
  answer: Answer | null,
  id: number,
  origin: string,
): Promise<readonly OpenedCapture[]> {
  const record = `evidence/trial.warc.gz#${id}`;
  const base = {
    ...{
      id,
      runId: 'trial',
      url,
      finalUrl: url,
      view: 'http' as const,
      page: 1,
      sha256: id.toString(16).padStart(64, '0'),
    },
    ...{ capturedAt: '2026-11-01T00:00:00.000Z', record, payloadRecord: record },
  } satisfies Partial<OpenedCapture>;
  if (answer === null) {
    const result = { tag: 'no-response', code: 'timeout', phase: 'connect' } as const;
    return [{ ...base, result, contentType: '', body: new Uint8Array() }];
  }
  const { status, type } = answer;
  const body = Buffer.from(typeof answer.body === 'function' ? await answer.body() : answer.body);
  const judgement = classify({
    ...{ url, finalUrl: url, status, contentType: type, body, page: pageText(type, body), home: `${origin}/` },
    mayRender: false,
  });
  return [{ ...base, result: { tag: 'responded', status, judgement }, contentType: type, body }];
}
