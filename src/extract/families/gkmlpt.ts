import type { ParsedPage } from '../parsed-page.ts';
import type { Family } from './family.ts';
import { readGkmlptArticle } from './gkmlpt-article.ts';
import { readGkmlptColumn } from './gkmlpt-list.ts';

/**
 * The open-government platform of Guangdong: `/<unit>/gkmlpt/index#<column>`, lists from `/gkmlpt/api/all/<column>`,
 * articles `/gkmlpt/content/<a>/<b>/post_<id>.html`. Known from public collectors of these sites.
 */
export const gkmlpt: Family = {
  recognises: ({ url, html }: ParsedPage) =>
    /\/gkmlpt(?:\/|$)/.test(new URL(url).pathname) || (/\bSID\s*:/.test(html) && html.includes('gkmlpt')),
  readColumnPage: readGkmlptColumn,
  readArticlePage: readGkmlptArticle,
};
