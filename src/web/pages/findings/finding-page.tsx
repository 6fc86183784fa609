import { Layout } from '../../parts/layout.tsx';
import { inQuarter, mayIn, type View } from '../../view.ts';
import { EvidencePane } from './evidence-pane.tsx';
import { FactsCard } from './facts-card.tsx';
import type { FindingPageProps } from './finding-page-props.ts';
import { History } from './history.tsx';
import { ObjectionsCard } from './objections-card.tsx';
import { findingAddress, listAddress } from './query.ts';
import { RectificationCard } from './rectification-card.tsx';
import { StandingCard } from './standing-card.tsx';

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
