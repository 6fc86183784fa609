import { readArticle } from '../article.ts';
import { articleEnd, bodyContainer, footerStart } from '../article-range.ts';
import { rawText } from '../html.ts';
import { findHeadings, type Heading, readInlineArticles } from '../inline.ts';
import { type Candidate, entriesOf, isLoading, saysEmpty } from '../list.ts';
import { withNeighbours } from '../list-neighbours.ts';
import type { Article, ColumnPage } from '../page.ts';
import { readPager } from '../pager.ts';
import type { ParsedPage } from '../parsed-page.ts';

/** Rows that are mostly link and date are a list's; links inside running text are not. */
const ROW_SHARE = 0.5;
/** So many rows in an article's own text are a list all the same. */
const LIST_IN_TEXT = 3;
/** Shorter texts in a known body container, without title and time line, may be a shell's remarks. */
const INLINE_LENGTH = 60;

/**
 * What a column's page is, once a family has found the links that may be entries: a list where they form one, else
 * the articles printed on it, else an empty list where the page says so. Everything else is not understood.
 */
export function readColumn(page: ParsedPage, candidates: readonly Candidate[]): ColumnPage {
  const headings = findHeadings(page.flow);
  const rows = listRows(page, candidates, headings);
  if (rows.length > 0) {
    const { rows: all, partial } = withNeighbours(page, rows);
    return { kind: 'list', entries: entriesOf(all), pager: readPager(page), ...(partial === null ? {} : { partial }) };
  }
  const [first, ...others] = headings.length > 1 ? readInlineArticles(page, headings) : singleArticle(page, headings);
  if (first) {
    // Numbers such as 共45条 are told by the article here, not by a list.
    const pager = { ...readPager(page), totalEntries: null, totalPages: null };
    return { kind: 'inline', articles: [first, ...others], pager };
  }
  if (saysEmpty(page)) return { kind: 'list', entries: [], pager: readPager(page) };
  const detail = isLoading(page.flow) ? '栏目内容由脚本加载，页面未显示列表' : '页面上未识别出栏目列表或正文';
  return { kind: 'unfilled', detail };
}

function listRows(
  page: ParsedPage,
  candidates: readonly Candidate[],
  headings: readonly Heading[],
): readonly Candidate[] {
  const rows = candidates.filter((candidate) => candidate.share >= ROW_SHARE);
  const [first] = headings;
  if (!first) return rows;
  const before = rows.filter((row) => row.at < first.bodyFrom);
  if (before.length > 0) return rows;
  const dated = rows.filter((row) => row.date !== null);
  return dated.length >= LIST_IN_TEXT || (dated.length > 0 && isAllThereIs(page, dated, first)) ? rows : [];
}

/** Rows under a line of when the column was renewed: nothing else stands there. */
const MOST_OF_ALL = 0.8;

function isAllThereIs({ flow }: ParsedPage, rows: readonly Candidate[], { bodyFrom }: Heading): boolean {
  let all = 0;
  for (let i = bodyFrom; i < articleEnd(flow, bodyFrom, footerStart(flow)); i++)
    if (!flow.blocks[i]?.chrome) all += letters(flow.blocks[i]?.text ?? '');
  const inRows = rows.reduce((sum, { anchor }) => sum + letters(rawText(anchor)), 0);
  return inRows >= all * MOST_OF_ALL;
}

const letters = (text: string): number => text.replace(/[^\p{L}]|[年月日]/gu, '').length;

/** One article on the column's own page: with its time line, or in a body container that only articles have. */
function singleArticle(page: ParsedPage, headings: readonly Heading[]): readonly Article[] {
  if (headings.length === 0 && !hasArticleBody(page)) return [];
  const article = readArticle(page);
  if (!('unparsed' in article)) return [article];
  return readInlineArticles(page, headings);
}

function hasArticleBody(page: ParsedPage): boolean {
  const container = bodyContainer(page.flow);
  if (!container || isLoading(page.flow)) return false;
  let length = 0;
  for (let i = container.from; i < Math.min(container.to, footerStart(page.flow)); i++)
    length += page.flow.blocks[i]?.text.length ?? 0;
  return length >= INLINE_LENGTH;
}
