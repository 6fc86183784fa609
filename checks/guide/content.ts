import { contentOf, type Document, GUIDE_ELEMENTS, isWithoutWords, readGuide } from '../kit.ts';

/** Names of the elements that a guide lacks; null where pictures may hold what its text does not. */
export function missingElements(guide: Document): readonly string[] | null {
  if (!guide.body.ok || guide.body.value.images.length > 0 || isWithoutWords(guide)) return null;
  return readGuide(contentOf(guide).text).missing.map((element) => GUIDE_ELEMENTS[element]);
}

/** The first passage in the wording of the law before 2019-05-15; null where there is none. */
export function oldWording(guide: Document): string | null {
  const { text } = contentOf(guide);
  const [passage] = readGuide(text).staleWording;
  if (passage === undefined) return null;
  // Who tells the history of the law cites the new one too.
  return passage.includes('492') && /711\s*号/.test(text) ? null : passage;
}

const KINDS = { phones: '联系电话', emails: '电子邮箱', addresses: '办公地址' } as const;

/** The first kind of contact data that both guides give and that has nothing in common; null where they agree. */
export function differingContact(one: Document, other: Document): string | null {
  const a = readGuide(contentOf(one).text).contact;
  const b = readGuide(contentOf(other).text).contact;
  for (const [key, name] of Object.entries(KINDS) as [keyof typeof KINDS, string][]) {
    const [first] = a[key];
    const [second] = b[key];
    if (first !== undefined && second !== undefined && !a[key].some((value) => b[key].includes(value)))
      return `${name}一处为${first}，另一处为${second}`;
  }
  return null;
}
