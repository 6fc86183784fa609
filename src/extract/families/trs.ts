import { readArticle } from '../article.ts';
import type { Family } from './family.ts';
import { generic } from './generic.ts';

const ARTICLE = /\/t20\d{6}_\d+\.s?html?$/;
/** A link to an article of the same site: those of other sites say nothing of this one. */
const OWN_LINK = /href=["'](?!\w+:|\/\/)[^"']*\/t20\d{6}_\d+\.s?html?["']/;
const MARKS = /\bcreatePageHTML\s*\(|\bTRS_(?:Editor|UEDITOR)\b|\btrs_editor_view\b/i;
/** Addresses of another system, whose pages may link here. */
const CHANNEL = /\/channel_[^/]+\//;

/**
 * TRS WCM (枣庄, 湘西, 青岛, 南昌, 汉台 and many more): `…/YYYYMM/tYYYYMMDD_<id>.html`, newer `/<YYYYMM>/<32 hex>.shtml`
 * and `/c<column>/<YYYYMM>/c11_<id>.shtml`; a column is a folder, its pages are made by `createPageHTML` (see
 * `pager-scripted.ts`). Folders and file names tell years that need not be those of the document, so no date is read
 * from an address. Files named `P0YYYYMMDD….pdf` lie beside the page.
 */
export const trs: Family = {
  recognises: ({ url, html }) =>
    !CHANNEL.test(url) && (ARTICLE.test(new URL(url).pathname) || MARKS.test(html) || OWN_LINK.test(html)),
  readColumnPage: generic.readColumnPage,
  readArticlePage: readArticle,
};
