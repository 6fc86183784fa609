import type { NonEmpty, NotKnown, Ref } from '../kit.ts';

/** What one question about a report came to. */
export type Answer =
  /** `note`: what was not compared, for the verdict's text. */
  | { readonly kind: 'in-order'; readonly note?: string }
  | {
      readonly kind: 'fault';
      /** In Chinese: what exactly is wrong. */
      readonly detail: string;
      readonly evidence: NonEmpty<Ref>;
      /** Costs nothing, being less than what the bulletin charges. */
      readonly advisory?: true;
    }
  | ({ readonly kind: 'unknown' } & NotKnown);

export const IN_ORDER: Answer = { kind: 'in-order' };

/** A passage for a verdict's text, cut where it is long. */
export function cut(text: string, limit = 40): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim());
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : characters.join('');
}

/** Up to three passages, quoted, and how many there are where more were found. */
export function quoted(passages: readonly string[]): string {
  const shown = passages
    .slice(0, 3)
    .map((passage) => `“${cut(passage)}”`)
    .join('、');
  return passages.length > 3 ? `${shown}等${passages.length}处` : shown;
}
