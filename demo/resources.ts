import iconv from 'iconv-lite';
import { fileBytes, MEDIA_TYPES } from './files/index.ts';
import { pngBytes } from './files/png.ts';
import { articlePage, inlinePage } from './pages/article.ts';
import { dataPath, listData, listPath, PAGE_SIZE, pageCount, scriptListPage, serverListPage } from './pages/list.ts';
import { districtHome, unitHome } from './pages/tree.ts';
import type { DemoColumn, DemoSite, DemoUnit, District, PlacedFile } from './types.ts';

/** Something the server can send. */
export interface Resource {
  readonly type: string;
  /** What the body is made of: of equal sources equal bodies are made. */
  source(): string;
  body(query: URLSearchParams): Buffer | Promise<Buffer>;
}

/** Bytes made of the source on first demand and kept. */
function kept(type: string, source: () => string, make: (source: string) => Buffer | Promise<Buffer>): Resource {
  let bytes: Buffer | Promise<Buffer> | null = null;
  return {
    type,
    source,
    body: () => {
      bytes ??= make(source());
      return bytes;
    },
  };
}

const PAGE_TYPES: Record<DemoUnit['charset'], string> = {
  'utf-8': 'text/html; charset=utf-8',
  'gb-header': 'text/html; charset=gb2312',
  'gb-meta': 'text/html',
};

const page = (unit: DemoUnit, write: () => string): Resource =>
  kept(PAGE_TYPES[unit.charset], write, (html) =>
    unit.charset === 'utf-8' ? Buffer.from(html) : iconv.encode(html, 'gb18030'),
  );

const fileResource = (file: PlacedFile): Resource =>
  kept(
    MEDIA_TYPES[file.type],
    () => JSON.stringify(file),
    () => fileBytes(file),
  );

function listResources(site: DemoSite, column: DemoColumn): [string, Resource][] {
  const { unit } = site;
  if (column.kind === 'inline') return [[column.path, page(unit, () => inlinePage(site, column))]];
  if (column.kind === 'script') {
    const data: Resource = {
      type: 'application/json; charset=utf-8',
      source: () => listData(column, 1, column.documents.length),
      body: (query) => {
        const number = (name: string, otherwise: number): number => Number(query.get(name)) || otherwise;
        return Buffer.from(listData(column, number('page', 1), number('size', PAGE_SIZE)));
      },
    };
    return [
      [column.path, page(unit, () => scriptListPage(site, column))],
      [dataPath(column), data],
    ];
  }
  return Array.from({ length: pageCount(column) }, (_, i): [string, Resource] => [
    listPath(column, i + 1),
    page(unit, () => serverListPage(site, column, i + 1)),
  ]);
}

function columnResources(site: DemoSite, column: DemoColumn): [string, Resource][] {
  const inlineFile = column.inline?.placed;
  return [
    ...listResources(site, column),
    ...(inlineFile ? [[inlineFile.path, fileResource(inlineFile)] as [string, Resource]] : []),
    ...column.documents.flatMap((document): [string, Resource][] => [
      [document.path, page(site.unit, () => articlePage(site, column, document))],
      ...document.files.map((file): [string, Resource] => [file.path, fileResource(file)]),
    ]),
  ];
}

/** What people press to mend the site is nothing that the district publishes. */
const ROBOTS = 'User-agent: *\nDisallow: /demo/\nAllow: /\n';

/** Everything a unit publishes, by path. Nothing is made before it is asked for. */
export const siteResources = (site: DemoSite): ReadonlyMap<string, Resource> =>
  new Map([
    [site.unit.home, page(site.unit, () => unitHome(site))],
    // A guide at the site root takes the place of the column tree.
    ...site.columns.flatMap((column) => columnResources(site, column)),
  ]);

/** Everything a district publishes, by path. Nothing is made before it is asked for. */
export function resourcesOf(district: District): ReadonlyMap<string, Resource> {
  const home = kept(PAGE_TYPES['utf-8'], () => districtHome(district), Buffer.from);
  return new Map<string, Resource>([
    ['/', home],
    ['/gongkai/', home],
    ['/robots.txt', kept('text/plain; charset=utf-8', () => ROBOTS, Buffer.from)],
    ['/static/dist/images/x-icon-logo.png', kept('image/png', () => 'logo', pngBytes)],
    ...district.sites.flatMap((site) => [...siteResources(site)]),
  ]);
}
