import type { ParsedPage } from '../parsed-page.ts';
import type { Family } from './family.ts';
import { generic } from './generic.ts';
import { gongkai } from './gongkai.ts';

/** The reader for a page: the plan's choice, or by the page's own marks where the plan says `auto`. */
export function familyOf(page: ParsedPage): Family {
  const { cms } = page.site;
  if (cms === 'gongkai' || (cms === 'auto' && gongkai.recognises(page))) return gongkai;
  return generic;
}
