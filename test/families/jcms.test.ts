import { describe, it } from 'vitest';
import { startJcmsSite } from '../sites/jcms/index.ts';
import { siteReadAs } from './read-site.ts';

describe.each(['auto', 'jcms'] as const)('a JCMS and jpaas site read as %s', (cms) => {
  const site = siteReadAs(cms, startJcmsSite);

  it('reads every column as the site knows it, and has gaps where the site keeps something back', () => {
    site.expectAllTrue();
  });
});
