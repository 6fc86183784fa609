import { $, attribute } from '../html.ts';
import { entriesOf, findCandidates, saysEmpty } from '../list.ts';
import type { ColumnPage, Pager } from '../page.ts';
import type { ParsedPage } from '../parsed-page.ts';
import { isArticle, withoutNoise } from './jcms-address.ts';
import { owned } from './jcms-datastore.ts';
import { mayBeFull, NO_MORE, PROBES, pageOfHtml } from './listed-rows.ts';
import { countIn, isMembers, parseJson, plainMembers } from './script-data.ts';

const UNIT = /\/jpaas-publish-server\/front\/page\/build\/unit$/;
const USUAL_UNIT = '/api-gateway/jpaas-publish-server/front/page/build/unit';
const PAGE_SIZE = 15;
/** What names the unit of a page that is the column's own list. */
const OWN_LIST = /当前栏目|列表|list/i;

export const isUnitAnswer = (url: string): boolean => UNIT.test(new URL(url).pathname);

/**
 * A jpaas page says in `queryData` how its list is asked for. Side boxes do too: of several the one that is called the
 * column's own list counts. null where the page has none.
 */
export function readUnitShell(page: ParsedPage): ColumnPage | null {
  if (!page.html.includes('jpaas-publish-server') && !/querydata/i.test(page.html)) return null;
  const units = unitsIn(page);
  if (units.length === 0) return null;
  const named = units.filter(({ query }) => OWN_LIST.test(query.get('tagId') ?? ''));
  const [unit, ...others] = named.length > 0 ? named : units;
  if (!unit || others.length > 0) return { kind: 'unfilled', detail: '页面上有多个列表，无法确定哪个是本栏目的' };
  const first = pageUrl(unit.url, 1, PAGE_SIZE);
  return { kind: 'list', entries: [], pager: { ...NO_MORE, pages: [first], hasNext: true } };
}

function unitsIn(page: ParsedPage): { readonly url: string; readonly query: ReadonlyMap<string, string> }[] {
  const marked = $('[querydata]', page.document)
    .toArray()
    .map((element) => ({ data: attribute(element, 'querydata'), url: attribute(element, 'url') }));
  const scripted = [...page.html.matchAll(/\bqueryData\s*[:=]\s*(?:"(\{[^"]*\})"|'(\{[^']*\})'|(\{[^{}]*\}))/g)].map(
    (match) => ({ data: match[1] ?? match[2] ?? match[3] ?? '', url: '' }),
  );
  const found = (marked.length > 0 ? marked : scripted).flatMap(({ data, url }) => {
    const query = plainMembers(data);
    if (!query.has('pageId') || (query.get('pageType') ?? 'column') !== 'column') return [];
    const target = new URL(url || USUAL_UNIT, page.base);
    for (const [name, value] of query) target.searchParams.set(name, value);
    return [{ url: target.href, query }];
  });
  return [...new Map(found.map((unit) => [unit.url, unit])).values()];
}

/** The page number is obeyed only inside `paramJson`. */
function pageUrl(unit: string, number: number, size: number): string {
  const url = new URL(unit);
  url.searchParams.set('paramJson', JSON.stringify({ pageNo: number, pageSize: size }));
  return url.href;
}

/** `{success, data: {html}}`: rows and, below them, how many there are. */
export function readUnitAnswer(page: ParsedPage): ColumnPage {
  const answer = parseJson(page.html.trim());
  const data = isMembers(answer) && isMembers(answer.data) ? answer.data : null;
  if (!isMembers(answer) || answer.success === false || !data || typeof data.html !== 'string')
    return { kind: 'unfilled', detail: '栏目数据接口返回的内容无法识别' };
  const inner = pageOfHtml(data.html, page);
  const candidates = findCandidates(inner, isArticle);
  const entries = entriesOf(candidates.map((one) => ({ ...one, url: withoutNoise(one.url) }))).map(owned);
  const { number, size } = askedBy(page.url);
  const total = totalOf(inner, entries.length, size);
  if (entries.length === 0 && number === 1 && !(total === 0 || saysEmpty(inner)))
    return { kind: 'unfilled', detail: '栏目数据接口返回为空，也未说明总数' };
  return { kind: 'list', entries, pager: pagerOf(page.url, entries.length, total) };
}

function askedBy(url: string): { readonly number: number; readonly size: number } {
  const asked = parseJson(new URL(url).searchParams.get('paramJson') ?? '');
  const members = isMembers(asked) ? asked : {};
  return { number: countIn(members, 'pageNo') ?? 1, size: countIn(members, 'pageSize') ?? PAGE_SIZE };
}

/** `rows` and `count` of the pager: rows a page and entries in all on some sites, entries and pages on others. */
function totalOf(inner: ParsedPage, entries: number, size: number): number | null {
  const [pager] = $('.pagination', inner.document).toArray();
  if (!pager) return null;
  const rows = countIn(pager.attribs, 'rows');
  const count = countIn(pager.attribs, 'count');
  if (rows === null || count === null) return count ?? rows;
  const arePages = count === Math.ceil(rows / size) && count !== entries && rows > count;
  return arePages ? rows : count;
}

function pagerOf(url: string, entries: number, total: number | null): Pager {
  const { number, size } = askedBy(url);
  const known = total ?? 0;
  // A server with a page size of its own keeps to it.
  const rows = number === 1 && entries > 0 && entries < known ? entries : size;
  const pages: string[] = [];
  for (let next = number + 1; number === 1 && next <= Math.ceil(known / rows); next++)
    pages.push(pageUrl(url, next, size));
  const isOpen = mayBeFull(entries) && number * entries >= known;
  const isTooFar = isOpen && number > Math.ceil(known / size) + PROBES;
  const beyond = isOpen && !isTooFar && pages.length === 0 ? [pageUrl(url, number + 1, size)] : [];
  return {
    ...NO_MORE,
    pages: [...pages, ...beyond],
    spare: total === null ? [] : beyond,
    current: number,
    hasNext: pages.length > 0 || isTooFar,
    totalEntries: total,
  };
}
