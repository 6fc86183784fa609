import type { CmsFamily } from '../../model/plan.ts';
import type { ParsedPage } from '../parsed-page.ts';
import type { Family } from './family.ts';
import { generic } from './generic.ts';
import { gkmlpt } from './gkmlpt.ts';
import { gongkai } from './gongkai.ts';
import { jcms } from './jcms.ts';
import { trs } from './trs.ts';
import { vsb } from './vsb.ts';

/** In the order in which they are tried where the plan says `auto`: marks that no other system has come first. */
const FAMILIES: readonly (readonly [CmsFamily, Family])[] = [
  ['gkmlpt', gkmlpt],
  ['jcms', jcms],
  ['vsb', vsb],
  ['trs', trs],
  ['gongkai', gongkai],
];

/** The reader for a page: the plan's choice, or by the page's own marks where the plan says `auto`. */
export function familyOf(page: ParsedPage): Family {
  const { cms } = page.site;
  const found = FAMILIES.find(([name, family]) => (cms === 'auto' ? family.recognises(page) : name === cms));
  return found?.[1] ?? generic;
}
