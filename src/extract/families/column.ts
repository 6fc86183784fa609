import { readArticle } from '../article.ts';
import { bodyContainer, footerStart } from '../article-range.ts';
import { findHeadings, type Heading, readInlineArticles } from '../inline.ts';
import { type Candidate, entriesOf, isLoading, saysEmpty } from '../list.ts';
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
  const entries = entriesOf(listRows(candidates, headings));
  if (entries.length > 0) return { kind: 'list', entries, pager: readPager(page) };
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

function listRows(candidates: readonly Candidate[], headings: readonly Heading[]): readonly Candidate[] {
  const rows = candidates.filter((candidate) => candidate.share >= ROW_SHARE);
  const [first] = headings;
  if (!first) return rows;
  const before = rows.filter((row) => row.at < first.bodyFrom);
  if (before.length > 0) return rows;
  return rows.filter((row) => row.date !== null).length >= LIST_IN_TEXT ? rows : [];
}

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
