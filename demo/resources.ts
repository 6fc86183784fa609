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
  body(query: URLSearchParams): Buffer | Promise<Buffer>;
}

/** Bytes made on first demand and kept. */
function kept(type: string, make: () => Buffer | Promise<Buffer>): Resource {
  let bytes: Buffer | Promise<Buffer> | null = null;
  return {
    type,
    body: () => {
      bytes ??= make();
      return bytes;
    },
  };
}

const PAGE_TYPES: Record<DemoUnit['charset'], string> = {
  'utf-8': 'text/html; charset=utf-8',
  'gb-header': 'text/html; charset=gb2312',
  'gb-meta': 'text/html',
};

const page = (unit: DemoUnit, make: () => string): Resource =>
  kept(PAGE_TYPES[unit.charset], () =>
    unit.charset === 'utf-8' ? Buffer.from(make()) : iconv.encode(make(), 'gb18030'),
  );

const fileResource = (file: PlacedFile): Resource => kept(MEDIA_TYPES[file.type], () => fileBytes(file));

function listResources(site: DemoSite, column: DemoColumn): [string, Resource][] {
  const { unit } = site;
  if (column.kind === 'inline') return [[column.path, page(unit, () => inlinePage(site, column))]];
  if (column.kind === 'script') {
    const data: Resource = {
      type: 'application/json; charset=utf-8',
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

/** Everything a district publishes, by path. Nothing is made before it is asked for. */
export function resourcesOf(district: District): ReadonlyMap<string, Resource> {
  const home = kept(PAGE_TYPES['utf-8'], () => Buffer.from(districtHome(district)));
  return new Map<string, Resource>([
    ['/', home],
    ['/gongkai/', home],
    ['/robots.txt', kept('text/plain; charset=utf-8', () => Buffer.from('User-agent: *\nAllow: /\n'))],
    ['/static/dist/images/x-icon-logo.png', kept('image/png', () => pngBytes('logo'))],
    ...district.sites.flatMap((site): [string, Resource][] => [
      [site.unit.home, page(site.unit, () => unitHome(site))],
      // A guide at the site root takes the place of the column tree.
      ...site.columns.flatMap((column) => columnResources(site, column)),
    ]),
  ]);
}
