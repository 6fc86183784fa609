import type { FindingList } from '../../../app/console/find-findings.ts';
import type { FindingChoices } from '../../../app/console/finding-choices.ts';
import { STANDINGS, type Standing } from '../../../model/decision.ts';
import { Hidden, Post } from '../../parts/form.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Pager } from '../../parts/pager.tsx';
import { inQuarter, mayIn, type View } from '../../view.ts';
import { BatchBar } from './batch-bar.tsx';
import type { DecisionDraft } from './decision-form.ts';
import { Filters } from './filters.tsx';
import { FindingTable } from './finding-table.tsx';
import { type ListQuery, listAddress } from './query.ts';

interface ListPageProps {
  readonly view: View;
  readonly list: FindingList;
  readonly choices: FindingChoices;
  readonly query: ListQuery;
  /** The batch as it was filled in, where it could not be taken. */
  readonly draft: DecisionDraft;
  /** Why it could not be taken. */
  readonly error?: string | undefined;
}

/** The findings of a quarter: filters, where they stand, and for inspectors decisions on many at once. */
export function ListPage({ view, list, choices, query, draft, error }: ListPageProps) {
  const { rows, all, page, pages } = list;
  const decides = mayIn(view, 'decide');
  const table = <FindingTable view={view} rows={rows} query={query} chosen={decides ? draft.chosen : null} />;
  return (
    <Layout
      view={view}
      title="问题"
      wide
      actions={
        <a class="button quiet" href={inQuarter(view, '/unread')}>
          未能读取的内容
        </a>
      }
    >
      {error !== undefined && (
        <p class="notice error" role="alert">
          {error}
        </p>
      )}
      <Filters view={view} query={query} choices={choices} />
      <StandingTabs view={view} list={list} query={query} />
      {all.length === 0 && <p class="card empty">没有符合条件的问题。</p>}
      {all.length > 0 && (
        <section class="card" aria-label="问题列表">
          {decides ? (
            <Post action={inQuarter(view, '/findings/decide')} csrf={view.csrf}>
              <Hidden name="back" value={listAddress(view, query, page)} />
              {table}
              <BatchBar draft={draft} onPage={rows.length} />
            </Post>
          ) : (
            table
          )}
          <Pager
            {...{ page, pages, total: all.length, what: '个问题' }}
            href={(wanted) => listAddress(view, query, wanted)}
          />
        </section>
      )}
    </Layout>
  );
}

/** How many of what is filtered stand where. */
function StandingTabs({ view, list, query }: Pick<ListPageProps, 'view' | 'list' | 'query'>) {
  const { standings } = list;
  const all = Object.values(standings).reduce((sum, one) => sum + one, 0);
  const tabs: readonly (readonly [standing: Standing | undefined, text: string, count: number])[] = [
    [undefined, '全部', all],
    ...Object.entries(STANDINGS).map(
      ([standing, text]) => [standing as Standing, text, standings[standing as Standing]] as const,
    ),
  ];
  return (
    <nav aria-label="审核情况">
      <ul class="tabs">
        {tabs.map(([standing, text, count]) => (
          <li>
            <a
              href={listAddress(view, { ...query, standing })}
              aria-current={query.standing === standing ? 'page' : undefined}
            >
              {`${text} ${count}`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
