import { type Document, postsOf } from '../kit.ts';
import type { Page } from './pages.ts';

export interface Difference {
  readonly text: string;
  readonly own: Document;
  readonly org: Document;
}

/**
 * Posts for which the org-functions item and the leadership column each name somebody whom the other does not name at
 * all. Whoever stands anywhere on the other side may hold the post under another wording, and accuses nobody.
 */
export function differingPosts(own: readonly Page[], org: readonly Page[]): readonly Difference[] {
  const left = holders(own);
  const right = holders(org);
  const text = (pages: readonly Page[]): string => pages.map((page) => page.text).join('');
  const [ownText, orgText] = [text(own), text(org)];
  return [...left].flatMap(([post, people]): Difference[] => {
    const onlyOwn = people.filter(({ name }) => !orgText.includes(name));
    const onlyOrg = (right.get(post) ?? []).filter(({ name }) => !ownText.includes(name));
    const [one] = onlyOwn;
    const [other] = onlyOrg;
    if (!one || !other) return [];
    const names = (all: typeof people): string => all.map(({ name }) => name).join('、');
    const said = `${post}：领导分工为${names(onlyOwn)}，机构职能为${names(onlyOrg)}`;
    return [{ text: said, own: one.document, org: other.document }];
  });
}

function holders(pages: readonly Page[]): Map<string, { name: string; document: Document }[]> {
  const byPost = new Map<string, { name: string; document: Document }[]>();
  for (const { leaders, document } of pages) {
    for (const { name, post } of leaders) {
      for (const single of postsOf(post)) {
        const known = byPost.get(single) ?? [];
        if (!known.some((one) => one.name === name)) byPost.set(single, [...known, { name, document }]);
      }
    }
  }
  return byPost;
}
