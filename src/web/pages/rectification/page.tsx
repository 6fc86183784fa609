import {
  PROGRESS,
  type Progress,
  type RectificationFilter,
  type RectificationList,
} from '../../../app/console/rectification-list.ts';
import { dayName } from '../../../report/words.ts';
import { FilterField } from '../../parts/filter-field.tsx';
import { Hidden, Select } from '../../parts/form.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Pager } from '../../parts/pager.tsx';
import { nameOfQuarter, type View } from '../../view.ts';
import { ItemTable } from './item-table.tsx';

interface RectificationPageProps {
  readonly view: View;
  readonly list: RectificationList;
  readonly filter: RectificationFilter;
}

/** Every item of the newest bulletin with its deadline, what the unit reported and what was seen since. */
export function RectificationPage({ view, list, filter }: RectificationPageProps) {
  const { bulletin, counts, units, total, page, pages, rows } = list;
  if (!bulletin)
    return (
      <Layout view={view} title="整改">
        <p class="card empty">还没有印发通报。通报印发后，各单位的整改事项列在这里。</p>
      </Layout>
    );
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const tabs: readonly [progress: Progress | undefined, word: string, count: number][] = [
    [undefined, '全部', all],
    ...(Object.keys(PROGRESS) as Progress[]).map((id): [Progress, string, number] => [id, PROGRESS[id], counts[id]]),
  ];
  return (
    <Layout view={view} title="整改">
      <p class="lead soft">
        {`${nameOfQuarter(bulletin.period.id)}通报，${dayName(bulletin.publishedOn)}印发，整改期限${dayName(bulletin.rectifyBy)}。`}
      </p>
      <form method="get" action="/rectification" class="filters">
        {filter.progress !== undefined && <Hidden name="progress" value={filter.progress} />}
        <FilterField label="单位">
          <Select
            name="unit"
            value={filter.unit}
            options={units.map(({ id, name }) => [id, name] as const)}
            none="全部单位"
          />
        </FilterField>
        <button type="submit" class="quiet">
          筛选
        </button>
      </form>
      <ul class="tabs">
        {tabs.map(([progress, word, count]) => (
          <li>
            <a
              href={address({ unit: filter.unit, progress })}
              aria-current={progress === filter.progress ? 'true' : undefined}
            >{`${word} ${count}`}</a>
          </li>
        ))}
      </ul>
      <div class="card">
        {rows.length === 0 ? <p class="empty">没有符合条件的整改事项。</p> : <ItemTable view={view} rows={rows} />}
      </div>
      <Pager {...{ page, pages, total }} what="个整改事项" href={(at) => address(filter, at)} />
    </Layout>
  );
}

function address({ unit, progress }: RectificationFilter, page = 1): string {
  const query = new URLSearchParams();
  if (unit !== undefined) query.set('unit', unit);
  if (progress !== undefined) query.set('progress', progress);
  if (page > 1) query.set('page', `${page}`);
  return query.size === 0 ? '/rectification' : `/rectification?${query}`;
}
