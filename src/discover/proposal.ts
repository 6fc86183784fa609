import type { UnitKind } from '../model/plan.ts';
import type { Topic } from '../model/topic.ts';

/** A column that discovery proposes. */
export interface ProposedColumn {
  readonly topic: Topic;
  readonly name: string;
  /** Absolute. */
  readonly url: string;
  /** 0–1: how sure the topic is. */
  readonly confidence: number;
  /** In Chinese: why this topic. */
  readonly why: string;
}

/** A unit that discovery proposes. */
export interface ProposedUnit {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  readonly kind: UnitKind;
  /** Absolute; null where the site links only its columns. */
  readonly home: string | null;
  /** 0–1: how sure the kind is. */
  readonly confidence: number;
  readonly why: string;
  readonly columns: readonly ProposedColumn[];
  /** Whether its tree was read: without that, nothing can be said of columns that it lacks. */
  readonly read: boolean;
}

/** What asking for a page told: it is there, it is gone, or nothing was learnt, with the reason in Chinese. */
export type Presence =
  | { readonly tag: 'there'; readonly finalUrl: string }
  | { readonly tag: 'gone' }
  | { readonly tag: 'unknown'; readonly why: string };
