import type { EvidenceFacts } from '../../../app/console/finding-evidence.ts';
import type { OneFinding } from '../../../app/console/one-finding.ts';
import { Layout } from '../../parts/layout.tsx';
import { inQuarter, mayIn, type View } from '../../view.ts';
import type { DecisionDraft } from './decision-form.ts';
import { EvidencePane } from './evidence-pane.tsx';
import { FactsCard } from './facts-card.tsx';
import { History } from './history.tsx';
import { type ObjectionDraft, ObjectionsCard } from './objections-card.tsx';
import { findingAddress, type ListQuery, listAddress } from './query.ts';
import { RectificationCard } from './rectification-card.tsx';
import { StandingCard } from './standing-card.tsx';

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

/** One finding, with its evidence beside it. */
export function FindingPage(props: FindingPageProps) {
  const { view, of, query, draft } = props;
  const { finding } = of;
  const back = findingAddress(view, finding.number, query);
  return (
    <Layout
      view={view}
      title={`${finding.unitName}：${finding.checkTitle}`}
      trail={[{ text: '问题', href: listAddress(view, query) }]}
      actions={<Steps {...props} />}
      wide
    >
      {draft && (
        <p class="notice error" role="alert">
          {draft.error}
        </p>
      )}
      <div class="beside">
        <FactsCard view={view} of={of} />
        <EvidencePane {...props} />
        <div class="rest">
          <StandingCard view={view} of={of} back={back} draft={draft?.decision} />
          <ObjectionsCard view={view} of={of} back={back} draft={draft?.objection} />
          <RectificationCard view={view} of={of} />
          <History view={view} of={of} />
        </div>
      </div>
      <Keys view={view} />
    </Layout>
  );
}

/** Leads through the list that the finding is looked at in. */
function Steps({ view, query, place: { previous, next, place, of } }: FindingPageProps) {
  return (
    <>
      <span class="soft">{`第${place}个，共${of}个`}</span>
      {previous !== null && (
        <a class="button quiet" rel="prev" data-key="k" href={findingAddress(view, previous, query)}>
          上一个
        </a>
      )}
      {next !== null && (
        <a class="button quiet" rel="next" data-key="j" href={findingAddress(view, next, query)}>
          下一个
        </a>
      )}
    </>
  );
}

const DECIDING: readonly (readonly [key: string, what: string])[] = [
  ['a', '确认'],
  ['r', '不予认定'],
  ['e', '改为提醒'],
  ['p', '调整分值'],
];

/** What can be done from the keyboard. */
function Keys({ view }: { readonly view: View }) {
  const keys = [['j', '下一个'], ['k', '上一个'], ...(mayIn(view, 'decide') ? DECIDING : [])] as const;
  return (
    <p class="keys soft small">
      {'键盘操作：'}
      {keys.map(([key, what]) => (
        <span>
          <kbd>{key}</kbd>
          {` ${what}`}
        </span>
      ))}
      <a href={inQuarter(view, '/findings')}>全部问题</a>
    </p>
  );
}
