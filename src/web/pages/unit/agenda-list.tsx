import { AGENDA_STATES, type AgendaItem } from '../../../model/agenda.ts';
import type { CivilDate } from '../../../model/civil-date.ts';
import { shortDay } from './agenda-weeks.ts';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

interface AgendaListProps {
  readonly items: readonly AgendaItem[];
  readonly today: CivilDate;
  /** Ids of days that the calendar above leads to: the first item of each. */
  readonly anchors?: ReadonlySet<string>;
}

/** Things that fall due, each with its day, what a miss would cost and where it belongs. */
export function AgendaList({ items, today, anchors = new Set() }: AgendaListProps) {
  return (
    <ul class="agenda">
      {items.map((item) => (
        <Item item={item} today={today} isAnchor={anchors.has(item.id)} />
      ))}
    </ul>
  );
}

interface ItemProps {
  readonly item: AgendaItem;
  readonly today: CivilDate;
  readonly isAnchor: boolean;
}

function Item({ item, today, isAnchor }: ItemProps) {
  const { due, title, note, column, points, overdue } = item;
  return (
    <li id={isAnchor && due !== null ? `due-${due}` : undefined} class={overdue ? 'overdue' : ''}>
      <p class="day">
        {due === null ? (
          <b>待定</b>
        ) : (
          <>
            <b>{shortDay(due)}</b>
            <span>{`星期${WEEKDAYS[new Date(`${due}T00:00:00Z`).getUTCDay()]}`}</span>
          </>
        )}
        <span>{leftWords(item, today)}</span>
      </p>
      <div>
        <p class="what">{title}</p>
        <p class="row">
          <StateTag of={item} />
          <span class={`tag ${points > 0 ? 'cost' : 'advice'}`}>
            {points > 0 ? `未完成减${points}分` : '只提醒，不减分'}
          </span>
          {column !== null && (
            <a href={column} rel="noreferrer noopener" target="_blank">
              打开栏目
            </a>
          )}
        </p>
        {note !== null && <p class="soft small">{note}</p>}
      </div>
    </li>
  );
}

function StateTag({ of: { state, overdue } }: { readonly of: AgendaItem }) {
  if (overdue) return <span class="tag alert">已逾期</span>;
  const look = { filled: 'verdict-pass', open: 'state-open', unknown: '' }[state];
  return <span class={`tag ${look}`}>{AGENDA_STATES[state]}</span>;
}

function leftWords({ due, workdaysLeft, overdue }: AgendaItem, today: CivilDate): string {
  if (due === null || overdue || due < today) return '';
  if (due === today) return '今天到期';
  return workdaysLeft === null ? '' : `还有${workdaysLeft}个工作日`;
}
