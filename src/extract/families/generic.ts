import type { Element } from 'domhandler';
import { readArticle } from '../article.ts';
import { attachmentType } from '../attachment-type.ts';
import { fold, rawText } from '../html.ts';
import { isWithinHosts } from '../links.ts';
import { type Candidate, findCandidates, groupByShape } from '../list.ts';
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

function entriesIn(page: ParsedPage): readonly Candidate[] {
  const candidates = findCandidates(page, (url, anchor) => mayBeEntry(url, anchor, page));
  let best: readonly Candidate[] = [];
  let most = 0;
  for (const group of groupByShape(candidates)) {
    const score = scoreOf(group, page.url);
    if (score > most) [best, most] = [group, score];
  }
  return best;
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
