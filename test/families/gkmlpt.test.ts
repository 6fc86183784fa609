import { describe, expect, it } from 'vitest';
import { startGkmlptSite } from '../sites/gkmlpt/index.ts';
import { siteReadAs } from './read-site.ts';

describe.each(['auto', 'gkmlpt'] as const)('a gkmlpt site read as %s', (cms) => {
  const site = siteReadAs(cms, startGkmlptSite);

  it('reads every column as the site knows it, and has gaps where the site keeps something back', () => {
    site.expectAllTrue();
  });

  it('keeps what names the column to itself', () => {
    expect(site.log().filter((path) => path.includes('#'))).toEqual([]);
    expect(site.log()).toContain('/qsmzj/gkmlpt/index');
  });

  it('never asks for page 0', () => {
    expect(site.log().filter((path) => /[?&]page=0/.test(path))).toEqual([]);
  });
});
