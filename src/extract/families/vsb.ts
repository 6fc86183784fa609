import { readArticle } from '../article.ts';
import { attribute, parentElement } from '../html.ts';
import { type Candidate, findCandidates } from '../list.ts';
import type { ParsedPage } from '../parsed-page.ts';
import { readColumn } from './column.ts';
import type { Family } from './family.ts';
import { MANY_LISTS } from './generic.ts';
import { entriesIn, mayBeEntry } from './generic-entries.ts';
import { frameShell } from './generic-frame.ts';
import { withNumberedPages } from './vsb-pages.ts';

const ARTICLE = /\/info\/(?:egovinfo\/)?\d+\/(?:overt_centent\/[^"'\s]+|\d+)\.htm\b/;
/** A link to an article of the same site: those of other sites say nothing of this one. */
const OWN_LINK = /href=["'](?:\.{0,2}\/)*info\/(?:egovinfo\/)?\d+\/(?:overt_centent\/[^"'\s]+|\d+)\.htm\b/;
/** Addresses of another system, whose pages may link here. */
const CHANNEL = /\/channel_[^/]+\//;
const MARKS = /\bvsb_content|\bvsbscreen|\/system\/_content\/download\.jsp|_vsl\/|id=["']line_?\w*_\d+["']/i;
/** Rows of a list component: `line_u8_0`, `line202_3`. What precedes the last number names the component. */
const ROW = /^(line_?\w*)_\d+$/;

/**
 * 博达 (临沂 and its districts; 牟定 in Yunnan with egovinfo addresses): `/info/<column>/<id>.htm`, rows `li[id^=line_]`,
 * pager «共 N 条 1/M» over files that count down.
 */
export const vsb: Family = {
  recognises: ({ url, html }) => !CHANNEL.test(url) && (ARTICLE.test(url) || MARKS.test(html) || OWN_LINK.test(html)),
  readColumnPage: (page) => {
    const { rows, doubtful } = listRows(page);
    const read = readColumn(page, rows);
    if (read.kind === 'list' && doubtful) return MANY_LISTS;
    if (read.kind === 'unfilled') return frameShell(page) ?? read;
    return read.kind === 'list' ? { ...read, pager: withNumberedPages(read.pager, page) } : read;
  },
  readArticlePage: readArticle,
};

/** Of the list component that looks most like the column's list, all rows: those without a date, too. */
function listRows(page: ParsedPage): ReturnType<typeof entriesIn> {
  const found = entriesIn(page);
  const chosen = found.rows;
  const component = chosen[0] ? componentOf(chosen[0]) : null;
  if (component === null) return found;
  const holders = new Set(chosen.map(({ container }) => container));
  const all = findCandidates(page, (url, anchor) => mayBeEntry(url, anchor, page));
  const rows = all.filter((candidate) => holders.has(candidate.container) && componentOf(candidate) === component);
  return { rows, doubtful: found.doubtful };
}

function componentOf({ anchor }: Candidate): string | null {
  for (let at = parentElement(anchor), level = 0; at && level < 5; at = parentElement(at), level++) {
    const name = ROW.exec(attribute(at, 'id'))?.[1];
    if (name !== undefined) return name;
  }
  return null;
}
