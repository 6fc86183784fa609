import type { Element } from 'domhandler';
import { readArticle } from '../article.ts';
import { attachmentType } from '../attachment-type.ts';
import { fold, rawText } from '../html.ts';
import { isWithinHosts } from '../links.ts';
import { type Candidate, findCandidates, groupByShape, hasRoomForList } from '../list.ts';
import type { ParsedPage } from '../parsed-page.ts';
import { readColumn } from './column.ts';
import type { Family } from './family.ts';

/** How the article addresses of known systems look: dated files, hexadecimal or numbered documents. */
const ARTICLE_PATH =
  /\/(?:t\d{8}_\d+|art_\d+_\d+|(?:m?post)_\d+|doc_[0-9a-f]+|\d{4,}|[0-9a-f]{16,}|c\d+_\d+|content_\d+|20\d{6,}\w*|info\/\d+\/\d+)\.s?html?$|\/art\/\d{4}\/|\/(?:show|detail|view|article|content)\/[\w-]+/i;
const ARTICLE_QUERY = /(?:^|[?&])(?:id|aid|articleid|docid|infoid|newsid|contentid|wbnewsid)=[\w-]+/i;
const INDEX_PATH = /(?:\/|\/(?:index|list|default|main)(?:_?\d+)?\.(?:s?html?|jsp|aspx?|php))$/i;
const TURNING = /^(?:首页|上一?页|下一?页|尾页|末页|更多|more|\d+|[<>›»‹«]+)$/i;
const SHORTEST_TITLE = 4;

/** Any site: the biggest group of links alike in structure that look like entries. */
export const generic: Family = {
  recognises: () => true,
  readColumnPage: (page) => readColumn(page, entriesIn(page)),
  readArticlePage: readArticle,
};

/** What stands beside a column's own list: the most read, the newest of the site, what is recommended. */
const ASIDE = /^(?:热[门点]|推荐|相关|猜你|点击排行|阅读排行|排行|最[新热]|今日|要闻|图片新闻|友情|专题|快速|导航)/;

/**
 * The group of rows that looks most like the column's list, with what shares its container or lies, like it, below the
 * column's own path. Rows that lead elsewhere are no list where room is left for one that is yet to come.
 */
function entriesIn(page: ParsedPage): readonly Candidate[] {
  const candidates = findCandidates(page, (url, anchor) => mayBeEntry(url, anchor, page));
  const groups = groupByShape(candidates)
    .filter((group) => !isAside(group, page))
    .map((group) => ({ group, score: scoreOf(group, page.url), isBelow: isBelow(group, page.url) }))
    .filter(({ score }) => score > 0);
  const isDated = ({ group }: (typeof groups)[number]): boolean => group.some(({ date }) => date !== null);
  const dated = groups.filter(isDated);
  const below = (dated.length > 0 ? dated : groups).filter((one) => one.isBelow);
  const eligible = below.length > 0 ? below : groups;
  const best = eligible.reduce<(typeof groups)[number] | null>(
    (most, one) => (most === null || one.score > most.score ? one : most),
    null,
  );
  if (!best || (!best.isBelow && hasRoomForList(page.flow))) return [];
  const containers = new Set(best.group.map(({ container }) => container));
  const rows = groups.filter(
    (one) =>
      one === best || (best.isBelow && one.isBelow) || one.group.some(({ container }) => containers.has(container)),
  );
  return rows.flatMap(({ group }) => group).sort((a, b) => a.at - b.at);
}

/** Whether the words right above a group of rows say that it is a side box. */
function isAside(group: readonly Candidate[], { flow }: ParsedPage): boolean {
  const [first] = group;
  for (let i = (first?.at ?? 0) - 1; i >= 0; i--) {
    const text = flow.blocks[i]?.text ?? '';
    if (text !== '') return text.length <= 12 && ASIDE.test(text);
  }
  return false;
}

/** Addresses below the column's own path; a path at the top of the site is no column's own. */
function isBelow(group: readonly Candidate[], columnUrl: string): boolean {
  const below = new URL('.', columnUrl).href;
  const within = group.filter(({ url }) => url.startsWith(below)).length;
  return below.split('/').length > 4 && within * 2 > group.length;
}

function mayBeEntry(url: string, anchor: Element, page: ParsedPage): boolean {
  const text = fold(rawText(anchor));
  if (TURNING.test(text) || (text.length < SHORTEST_TITLE && !anchor.attribs.title)) return false;
  if (!isWithinHosts(url, page.site.hosts)) return attachmentType(url, text) === null && hasArticleAddress(url);
  return url !== page.url && (hasArticleAddress(url) || attachmentType(url, text) !== null || !isIndex(url));
}

function hasArticleAddress(url: string): boolean {
  const { pathname, search } = new URL(url);
  return ARTICLE_PATH.test(pathname) || ARTICLE_QUERY.test(search);
}

const isIndex = (url: string): boolean => INDEX_PATH.test(new URL(url).pathname) && new URL(url).search === '';

/**
 * How much a group looks like the column's list: rows with dates count most, addresses of articles and addresses
 * below the column's own path next. A group with none of these is navigation and counts nothing.
 */
function scoreOf(group: readonly Candidate[], columnUrl: string): number {
  const below = new URL('.', columnUrl).href;
  const dated = group.filter((candidate) => candidate.date !== null).length;
  const addressed = group.filter((candidate) => hasArticleAddress(candidate.url)).length;
  const within = group.filter((candidate) => candidate.url.startsWith(below)).length;
  const rows = group.filter((candidate) => candidate.share >= 0.5).length;
  if (rows * 2 < group.length) return 0;
  if (dated === 0 && addressed === 0) return 0;
  return dated * 3 + addressed + (below.split('/').length > 4 ? within * 2 : 0);
}
