import { describe, expect, it } from 'vitest';
import { startVsbSite } from '../sites/vsb/index.ts';
import { siteReadAs } from './read-site.ts';

describe.each(['vsb', 'auto'] as const)('a site of 博达, cms: %s', (cms) => {
  const site = siteReadAs(cms, startVsbSite);

  it.each([
    ['/xxgk/tzgg.htm', 'pages that count down'],
    ['/xxgk/zcwj.htm', 'pages that count up, dates with slashes'],
    ['/xxgk/xzcf.htm', 'three rows beside a longer box of the most read'],
    ['/zjxxgk/zjdt.htm', 'a broken page in the middle: a gap, and what comes after it is read'],
    ['/zjxxgk/gsgg.htm', 'a count that is too high'],
    ['/zjxxgk/zfwj.htm', 'an empty last page'],
    ['/xxgk/zfwj.htm', 'catalogue addresses'],
    ['/xxgk/czyjs.htm', "files whose kind stands in the anchor's text, exports left out"],
  ])('%s: %s', (path) => {
    site.expectTrueAt(path);
  });
  it('is asked for the six pages of a list by the numbers that count down', () => {
    const asked = site.log().filter((path) => path.startsWith('/xxgk/tzgg'));
    expect(asked.sort()).toEqual(['/xxgk/tzgg.htm', ...[1, 2, 3, 4, 5].map((n) => `/xxgk/tzgg/${n}.htm`)]);
    expect(site.log().some((path) => path.includes('/export/'))).toBe(false);
  });
});
