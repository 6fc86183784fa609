import type { Why } from '../../../src/model/why.ts';
import { type Answering, serveAnswers } from '../answering-site.ts';
import type { Answer, DemoSite, SiteOptions, TrueColumn } from '../site-kit.ts';
import { listAnswer } from './answers.ts';
import { UNITS } from './content.ts';
import type { PlatformColumn } from './model.ts';
import { articlePage, columnPath, homePage, indexPage, type PlatformUnit } from './pages.ts';

export const HOST = 'www.qingshi.example';
const ORIGIN = `http://${HOST}`;

/** A site of the platform as a function. */
export function gkmlptSite(units: readonly PlatformUnit[]): Answering {
  const articles = new Map(
    units.flatMap(({ columns }) =>
      columns.flatMap((column) => column.documents.map((document) => [document.path, { column, document }] as const)),
    ),
  );
  return ({ pathname, searchParams }) => {
    if (pathname === '/') return homePage(units);
    const [, folder = '', rest = ''] = /^\/([\w-]+)\/gkmlpt\/(.*)$/.exec(pathname) ?? [];
    const unit = units.find((one) => one.folder === folder);
    if (unit && rest === 'index') return indexPage(unit);
    const asked = /^api\/all\/(\d+)$/.exec(rest)?.[1];
    if (unit && asked !== undefined) {
      const column = unit.columns.find(({ id }) => String(id) === asked);
      return column && searchParams.get('sid') === unit.sid ? listAnswer(column, searchParams, ORIGIN) : null;
    }
    const found = articles.get(pathname);
    if (found) return articlePage(found.column, found.document, ORIGIN);
    return pathname.startsWith('/attachment/') ? FILE : null;
  };
}

const FILE: Answer = { type: 'application/octet-stream', body: '序号,事项,对象\n1,老年食堂,老年人\n2,婚姻登记,居民\n' };

/** Pages 2 and 3, those that were tried beyond them, the turning that led nowhere, and the count that was not reached. */
const IGNORED_PAGES = 8;

/** The gaps of a column follow from how its data is handed over. */
function truthOf(unit: PlatformUnit, column: PlatformColumn): TrueColumn {
  const { behaviour, documents, name } = column;
  const shown = !behaviour.obeysPage || behaviour.lastPage <= 2 ? documents.slice(0, behaviour.pageSize) : documents;
  const unseen = documents.slice(shown.length).map(({ path }) => path);
  const base = { unit: unit.name, name, path: columnPath(unit, column), documents };
  if (behaviour.lastPage <= 2) return { ...base, unseen, gaps: ['not-found', 'unreadable-list'] };
  if (!behaviour.obeysPage) return { ...base, unseen, gaps: Array<Why>(IGNORED_PAGES).fill('unreadable-list') };
  return behaviour.filledUp ? { ...base, gaps: ['unreadable-list'] } : base;
}

export function startGkmlptSite(options: SiteOptions = {}): Promise<DemoSite> {
  const truth = UNITS.flatMap((unit) => unit.columns.map((column) => truthOf(unit, column)));
  return serveAnswers(HOST, truth, gkmlptSite(UNITS), options);
}
