import type { NonEmpty, Ref } from './evidence.ts';
import type { Why } from './why.ts';

declare const proven: unique symbol;

/** Proof that everything where a thing could be was read and understood. Only audit/coverage.ts makes one. */
export interface Coverage {
  readonly [proven]: true;
  /** Every list page, document page and attachment that was read. */
  readonly refs: NonEmpty<Ref>;
}

export interface Unknown {
  readonly kind: 'unknown';
  readonly why: Why;
  /** What could not be read, for people: the page or file and what happened. */
  readonly detail: string;
  /** Failed captures, so that a reader can see what came instead. */
  readonly refs: readonly Ref[];
}

export type Outcome<T> =
  | { readonly kind: 'present'; readonly value: T; readonly refs: NonEmpty<Ref> }
  | { readonly kind: 'absent'; readonly coverage: Coverage }
  | Unknown;
