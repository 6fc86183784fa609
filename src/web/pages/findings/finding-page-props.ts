import type { EvidenceFacts } from '../../../app/console/finding-evidence.ts';
import type { OneFinding } from '../../../app/console/one-finding.ts';
import type { View } from '../../view.ts';
import type { DecisionDraft } from './decision-form.ts';
import type { ObjectionDraft } from './objections-card.tsx';
import type { ListQuery } from './query.ts';

/** What somebody filled in that could not be taken. */
export interface PageDraft {
  readonly decision: DecisionDraft;
  readonly objection: ObjectionDraft;
  /** Why it could not be taken. */
  readonly error: string;
}

/** What the page of a finding is made of. */
export interface FindingPageProps {
  readonly view: View;
  readonly of: OneFinding;
  /** The list that it is looked at in. */
  readonly query: ListQuery;
  readonly place: {
    readonly previous: string | null;
    readonly next: string | null;
    readonly place: number;
    readonly of: number;
  };
  /** The piece of evidence that is shown, from 1, and how; null where there is none. */
  readonly evidence: {
    readonly index: number;
    readonly facts: EvidenceFacts;
    readonly show: 'page' | 'picture';
  } | null;
  readonly draft: PageDraft | null;
}
