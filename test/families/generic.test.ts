import { describe, expect, it } from 'vitest';
import { startGenericSite } from '../sites/generic/index.ts';
import { siteReadAs } from './read-site.ts';

describe.each(['generic', 'auto'] as const)('a site of no known system, cms: %s', (cms) => {
  const site = siteReadAs(cms, startGenericSite);

  it.each([
    ['/mzj/tzgg/', 'static pages with counts'],
    ['/mzj/gsgg/', 'a table'],
    ['/mzj/zcwj/', 'dates in the element before'],
    ['/mzj/xzcf/', 'rows that a click opens'],
    ['/mzj/ssj/', 'links made by a script of their own'],
    ['/mzj/zcjd/', 'cards with long summaries'],
    ['/mzj/hygk/', 'cards that are a link as a whole'],
    ['/mzj/jyta/', 'two rows beside a longer box of the most read'],
    ['/ghjh/', 'documents that lie elsewhere, beside a longer box without a telling name'],
    ['/mzj/shjz/', 'a frame around the list'],
    ['/mzj/ylfw/', 'a frame around a list of another site: not read, and said so'],
    ['/mzj/xzqz/', 'a frame around an empty list'],
    ['/dag/gwgk/', 'GB18030 said in the page'],
    ['/dag/dafg/', 'GB18030 said in the header'],
    ['/dag/gzdt/', 'GB18030 said nowhere'],
    ['/swj/tzgg/', 'page 0 that is page 1'],
    ['/swj/zcwj/', 'page numbers that are ignored'],
    ['/swj/xzxk/', 'rows repeated on the next page'],
    ['/swj/gsgg/', 'an empty last page'],
    ['/swj/xzcf/', 'a page filled with other news'],
    ['/swj/zcjd/', 'a count of pages that is too low'],
    ['/swj/czyjs/', 'a page beyond the last, filled with other news'],
    ['/ybj/ybgg/', 'a button for more'],
    ['/ybj/ybzc/', 'rows that come as one scrolls'],
  ])('%s: %s', (path) => {
    site.expectTrueAt(path);
  });
  it('asks for no page of another host', () => {
    expect(site.log().every((path) => path.startsWith('/'))).toBe(true);
    expect(site.log().some((path) => path.includes('ylfw/') && path !== '/mzj/ylfw/')).toBe(false);
  });
});
