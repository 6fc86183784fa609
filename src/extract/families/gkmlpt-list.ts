import { type CivilDate, civilDateIn } from '../../model/civil-date.ts';
import { readDate } from '../dates.ts';
import { fold, own } from '../html.ts';
import { resolveUrl } from '../links.ts';
import { findCandidates } from '../list.ts';
import type { ColumnPage, Listed, Pager } from '../page.ts';
import type { ParsedPage } from '../parsed-page.ts';
import { readColumn } from './column.ts';
import { mayBeFull, NO_MORE, PROBES } from './listed-rows.ts';
import { countIn, isMembers, jsonGiven, type Members, parseJson, textIn, unescaped } from './script-data.ts';

const API = /^(.*\/gkmlpt)\/api\/all\/(\d+)$/;
const INDEX = /^(.*\/gkmlpt)\/(?:index(?:\.html?)?)?$/;
const POST = /\/m?post_\d+\.html?$/;
/** Entries of one answer. Also where an answer has fewer, the pages of the platform are of this size. */
const PAGE_SIZE = 100;

/** The index page names its columns and where their data lies; the data's own answers are the list pages. */
export function readGkmlptColumn(page: ParsedPage): ColumnPage {
  const { pathname } = new URL(page.url);
  if (API.test(pathname)) return readAnswer(page);
  if (page.view === 'rendered') return readRows(page);
  const index = INDEX.exec(pathname);
  if (!index) return readRows(page);
  return readIndex(page, index[1] ?? '');
}

/** What a browser made of it, or a page of another kind on these sites: links to articles. */
const readRows = (page: ParsedPage): ColumnPage =>
  readColumn(
    page,
    findCandidates(page, (url) => POST.test(new URL(url).pathname)),
  );

function readIndex(page: ParsedPage, root: string): ColumnPage {
  const sid = /["']?\bSID["']?\s*[:=]\s*["']?(\d+)/.exec(page.html)?.[1];
  const column = /^\/?(\d+)$/.exec(page.fragment)?.[1];
  if (sid === undefined) return { kind: 'unfilled', detail: '页面上未找到站点编号（SID），栏目列表由脚本加载' };
  if (column === undefined) return { kind: 'unfilled', detail: '网址中没有栏目编号（#后的数字），无法确定栏目' };
  const tree = jsonGiven(page.html, 'TREE');
  const node = findNode(tree, column);
  if (Array.isArray(tree) && !node && column !== '0')
    return { kind: 'unfilled', detail: `网站的栏目目录中没有编号为 ${column} 的栏目` };
  if (node && textIn(node, 'jump_url') !== '')
    return { kind: 'unfilled', detail: `栏目转到其他页面：${textIn(node, 'jump_url')}` };
  const first = new URL(`${root}/api/all/${column}?page=1&sid=${sid}`, page.url).href;
  const pager = { ...NO_MORE, pages: [first], hasNext: true, totalEntries: node ? countIn(node, 'post_count') : null };
  return { kind: 'list', entries: [], pager };
}

function findNode(nodes: unknown, id: string): Members | null {
  if (!Array.isArray(nodes)) return null;
  for (const node of nodes) {
    if (!isMembers(node)) continue;
    if (textIn(node, 'id') === id) return node;
    const below = findNode(node.children, id);
    if (below) return below;
  }
  return null;
}

function readAnswer(page: ParsedPage): ColumnPage {
  const data = parseJson(page.html.trim());
  if (!isMembers(data) || !Array.isArray(data.articles))
    return { kind: 'unfilled', detail: '栏目数据接口返回的内容无法识别' };
  const classify = isMembers(data.classify) ? data.classify : {};
  const asked = API.exec(new URL(page.url).pathname)?.[2] ?? '';
  const answered = textIn(classify, 'id');
  if (answered !== '' && asked !== '0' && answered !== asked)
    return { kind: 'unfilled', detail: '栏目数据接口返回的是其他栏目的信息' };
  const entries = data.articles.map((article: unknown) => entryOf(article, page));
  const read = entries.filter((entry) => entry !== null);
  // Either count may be the wrong one: the greater stands.
  const counts = [countIn(data, 'total'), countIn(classify, 'post_count')].filter((count) => count !== null);
  const total = counts.length > 0 ? Math.max(...counts) : null;
  if (data.articles.length === 0 && total === null)
    return { kind: 'unfilled', detail: '栏目数据接口返回为空，也未说明总数' };
  const partial = read.length < entries.length ? { partial: '栏目数据中有无法识别的条目' } : {};
  return { kind: 'list', entries: read, pager: pagerOf(page.url, entries.length, total), ...partial };
}

/**
 * Pages 2 to the last of `total`. Page 0 is page 1 on this platform, so it is never asked for. A full page at the end is
 * followed by one more, since counts may be too low.
 */
function pagerOf(url: string, entries: number, total: number | null): Pager {
  const current = Number(new URL(url).searchParams.get('page') ?? '1');
  const pageUrl = (number: number): string => {
    const next = new URL(url);
    next.searchParams.set('page', String(number));
    return next.href;
  };
  const size = current === 1 && entries > 0 && entries < (total ?? 0) ? entries : PAGE_SIZE;
  const last = current === 1 ? Math.ceil((total ?? 0) / size) : current;
  const pages = Array.from({ length: Math.max(0, last - current) }, (_, i) => pageUrl(current + 1 + i));
  const isOpen = mayBeFull(entries) && (total === null || current * entries >= total);
  const isTooFar = isOpen && current > Math.ceil((total ?? 0) / size) + PROBES;
  const beyond = isOpen && !isTooFar ? [pageUrl(Math.max(last, current) + 1)] : [];
  return {
    ...NO_MORE,
    pages: [...pages, ...beyond],
    spare: beyond,
    current,
    hasNext: pages.length > 0 || isTooFar,
    totalEntries: total,
  };
}

function entryOf(article: unknown, page: ParsedPage): Listed | null {
  if (!isMembers(article)) return null;
  const url = resolveUrl(textIn(article, 'url') || textIn(article, 'post_url'), page.url);
  const title = fold(unescaped(textIn(article, 'title')));
  if (!url || title === '') return null;
  const owner = textIn(article, 'classify_main_name');
  return {
    title: own(title),
    url: own(url),
    date: publishedOn(article),
    ...(owner === '' ? {} : { owner: own(owner) }),
  };
}

/** The day an article says it was published, else made. Seconds since 1970 are turned into days of China, whose sites these are. */
export function publishedOn(article: Members): CivilDate | null {
  for (const name of ['display_publish_time', 'date', 'created_at', 'create_time']) {
    const text = textIn(article, name);
    const seconds = /^\d{9,10}$/.test(text) ? Number(text) : /^\d{12,13}$/.test(text) ? Number(text) / 1000 : null;
    const date = seconds === null ? readDate(text) : civilDateIn(new Date(seconds * 1000), 'Asia/Shanghai');
    if (date) return date;
  }
  return null;
}
