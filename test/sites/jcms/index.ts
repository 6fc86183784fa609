import { type Answering, serveAnswers } from '../answering-site.ts';
import type { DemoSite, SiteOptions, TrueColumn } from '../site-kit.ts';
import { UNITS } from './content.ts';
import { UNIT_API, unitAnswer, unitList } from './jpaas.ts';
import { PROXY } from './list.ts';
import { articlePage, columnPage, columnPath, homePage, type JcmsUnit, unitPage } from './pages.ts';
import { proxyAnswer } from './proxy.ts';

export const HOST = 'www.qingshi.example';

/** A site on JCMS, some of its columns on jpaas, as a function. */
export function jcmsSite(units: readonly JcmsUnit[]): Answering {
  const columns = units.flatMap((unit) => unit.columns.map((column) => ({ unit, column })));
  const documents = new Map(
    columns.flatMap(({ unit, column }) =>
      column.documents.map((document) => [document.path, { unit, column, document }]),
    ),
  );
  return (url, headers) => {
    const { pathname, searchParams } = url;
    if (pathname === '/') return homePage(units);
    const unit = units.find(({ folder }) => pathname === `/${folder}/`);
    if (unit) return unitPage(unit);
    const at = columns.find(({ column }) => columnPath(column) === pathname);
    if (at) return columnPage(at.unit, at.column, at.column.onJpaas ? unitList(at.column) : undefined);
    if (pathname === PROXY) {
      const asked = columns.find(({ column }) => String(column.number) === searchParams.get('columnid'))?.column;
      if (!asked || (asked.behaviour.needsReferer && !headers.referer?.includes('/col/'))) return null;
      return proxyAnswer(asked, searchParams);
    }
    if (pathname === UNIT_API) {
      const asked = columns.find(({ column }) => `p${column.number}` === searchParams.get('pageId'))?.column;
      return asked ? unitAnswer(asked, searchParams) : null;
    }
    if (pathname === '/module/download/downfile.jsp') return fileAnswer(searchParams.get('filename') ?? '');
    const found = documents.get(pathname);
    return found ? articlePage(found.unit, found.column, found.document) : null;
  };
}

const fileAnswer = (name: string) => ({
  type: 'application/octet-stream',
  body: `序号,设施,数量\n1,路灯,12\n2,长椅,8\n${name.replace(/\.\w+$/, '')},合计,20\n`,
});

const truthOf = (units: readonly JcmsUnit[]): TrueColumn[] =>
  units.flatMap((unit) =>
    unit.columns.map((column) => ({
      ...{ unit: unit.name, name: column.name, path: columnPath(column), documents: column.documents },
      ...(column.gaps ? { gaps: column.gaps } : {}),
      ...(column.unseen ? { unseen: column.unseen } : {}),
    })),
  );

export function startJcmsSite(options: SiteOptions = {}): Promise<DemoSite> {
  return serveAnswers(HOST, truthOf(UNITS), jcmsSite(UNITS), options);
}
