import { describe, expect, it } from 'vitest';
import { startTrsSite } from '../sites/trs/index.ts';
import { siteReadAs } from './read-site.ts';

describe.each(['trs', 'auto'] as const)('a TRS site, cms: %s', (cms) => {
  const site = siteReadAs(cms, startTrsSite);

  it.each([
    ['/zwgk/bmxxgk/czj/tzgg/', 'lists whose second page is index_1.html'],
    ['/zwgk/bmxxgk/czj/zcwj/', 'lists whose second page is index_2.html, though the script counts from 0'],
    ['/zwgk/bmxxgk/czj/zcjd/', 'two pages, the second index_2.html'],
    ['/zwgk/bmxxgk/czj/czyjs/', 'files beside the page'],
    ['/xxgknb/2019/zbxx/', 'folders that tell other years'],
    ['/zwgk/bmxxgk/tjj/tjsj/', 'a page filled with other news: not taken, and said so'],
    ['/zwgk/bmxxgk/tjj/xzcf/', 'a column without entries'],
    ['/zwgk/zjxxgk/lqz/zfwj/', 'a first page that has a number, too'],
    ['/zwgk/zjxxgk/lqz/zcjd/', 'the newer call, pages from 1'],
    ['/zwgk/bmxxgk/jtj/zsxx/', "variables and a script of the site's own, beside a longer box"],
    ['/zwgk/bmxxgk/jtj/zfxxgkzn/', 'an article instead of a list'],
  ])('%s: %s', (path) => {
    site.expectTrueAt(path);
  });
  it('is asked for no list page that the numbering does not call for', () => {
    expect(site.log().filter((path) => path.startsWith('/zwgk/bmxxgk/czj/tzgg/index'))).toEqual([
      '/zwgk/bmxxgk/czj/tzgg/index_1.html',
      '/zwgk/bmxxgk/czj/tzgg/index_2.html',
    ]);
  });
});
