import { readArticle } from '../article.ts';
import { findCandidates, hasRoomForList } from '../list.ts';
import type { ColumnPage } from '../page.ts';
import type { ParsedPage } from '../parsed-page.ts';
import { readColumn } from './column.ts';
import type { Family } from './family.ts';
import { generic } from './generic.ts';
import { columnNumber, isArticle, ownerOf } from './jcms-address.ts';
import { readEmbedded } from './jcms-embedded.ts';
import { isUnitAnswer, readUnitAnswer, readUnitShell } from './jcms-jpaas.ts';
import { isProxyAnswer, readProxyAnswer } from './jcms-proxy.ts';

const MARKS = /dataproxy\.jsp|\/module\/xxgk\/|jpaas-publish-server|\/module\/download\/downfile\.jsp/;

/** A list that a script brings. */
const SCRIPTED = /dataproxy\.jsp|\.jpage\s*\(|jpaas-publish-server|\/module\/xxgk\/search\.jsp/;

/**
 * 大汉 (Hanweb) JCMS and its successor jpaas: columns `/col/col<n>/index.html`, articles
 * `/art/<y>/<m>/<d>/art_<n>_<id>.html`, lists in a `<datastore>` inside the page and behind `dataproxy.jsp`, or behind
 * jpaas-publish-server. Known from public collectors of these sites.
 */
export const jcms: Family = {
  recognises: (page) => {
    const { pathname } = new URL(page.url);
    return (
      isProxyAnswer(page.url) || isUnitAnswer(page.url) || columnNumber(pathname) !== null || MARKS.test(page.html)
    );
  },
  readColumnPage: (page) => {
    if (isProxyAnswer(page.url)) return readProxyAnswer(page);
    if (isUnitAnswer(page.url)) return readUnitAnswer(page);
    if (page.view === 'rendered') return readRows(page);
    return readEmbedded(page) ?? readUnitShell(page) ?? readRows(page);
  },
  readArticlePage: readArticle,
};

/**
 * A list printed on the page: the links to articles of the column itself, whatever longer boxes stand beside it. The
 * column's number is in its address and in those of its articles.
 */
function readRows(page: ParsedPage): ColumnPage {
  const column = columnNumber(new URL(page.url).pathname);
  const articles = findCandidates(page, isArticle);
  const own = articles.filter(({ url }) => column !== null && ownerOf(url) === column);
  if (own.length > 0) return readColumn(page, own);
  // A list that is yet to come is not what stands beside it.
  if (page.view === 'http' && SCRIPTED.test(page.html)) {
    const read = readColumn(page, []);
    return read.kind === 'inline' ? read : { kind: 'unfilled', detail: '栏目列表由脚本加载，页面上未见本栏目的条目' };
  }
  // Articles of named other columns are boxes beside a list that is not there, or not yet.
  if (articles.length > 0 && column !== null && articles.every(({ url }) => ownerOf(url) !== null)) {
    const read = readColumn(page, []);
    return read.kind === 'unfilled' || hasRoomForList(page.flow)
      ? { kind: 'unfilled', detail: '页面上只有其他栏目的信息，本栏目列表未显示' }
      : read;
  }
  return generic.readColumnPage(page);
}
