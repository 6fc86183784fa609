import type { UnreadLine, UnreadTable } from '../../../app/console/unread.ts';
import { groupBy } from '../../../report/group-by.ts';
import { localTime } from '../../../report/words.ts';
import { FilterField } from '../../parts/filter-field.tsx';
import { Select } from '../../parts/form.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Pager } from '../../parts/pager.tsx';
import { inQuarter, type View } from '../../view.ts';
import { OutsideLink } from './outside-link.tsx';

interface UnreadPageProps {
  readonly view: View;
  readonly of: UnreadTable;
  readonly unit: string | undefined;
  readonly reason: string | undefined;
}

/** What could not be read, and the plain statement that none of it counts against anyone. */
export function UnreadPage({ view, of, unit, reason }: UnreadPageProps) {
  const { reasons, units, lines, page, pages, total } = of;
  const isUnit = view.actor.role === 'unit';
  const address = (wanted: number): string => {
    const params = new URLSearchParams({ ...(unit ? { unit } : {}), ...(reason ? { reason } : {}) });
    if (wanted > 1) params.set('page', String(wanted));
    const text = params.toString();
    return inQuarter(view, text === '' ? '/unread' : `/unread?${text}`);
  };
  const isOlder = view.period !== null && view.period !== view.current;
  const counted = [...reasons].map(([title, count]) => [title, `${title}（${count}）`] as const);
  return (
    <Layout view={view} title="未能读取的内容" trail={[{ text: '问题', href: inQuarter(view, '/findings') }]}>
      <p class="notice plain">
        <strong>以下内容均未计为缺失，也未据此减分。</strong>
        取证时无法访问、无法识别或尚未提供的页面、附件和台账，有关事项留待下次取证重新判定。
      </p>
      {reasons.size === 0 && <p class="card empty">应读取的内容全部读取完毕。</p>}
      {reasons.size > 0 && (
        <section class="card" aria-label="未能读取的内容">
          <form method="get" action="/unread" class="filters" aria-label="筛选">
            {isOlder && <input type="hidden" name="period" value={view.period ?? ''} />}
            {!isUnit && (
              <FilterField label="单位">
                <Select name="unit" value={unit} options={[...units]} none="全部单位" />
              </FilterField>
            )}
            <FilterField label="原因">
              <Select name="reason" value={reason} options={counted} none="全部原因" />
            </FilterField>
            <button type="submit">筛选</button>
          </form>
          {lines.length === 0 && <p class="empty">没有符合条件的内容。</p>}
          {lines.length > 0 && <UnreadLines view={view} of={of} />}
          <Pager {...{ page, pages, total, what: '处' }} href={address} />
        </section>
      )}
    </Layout>
  );
}

function UnreadLines({ view, of: { lines, quarter } }: Pick<UnreadPageProps, 'view' | 'of'>) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">原因</th>
            <th scope="col">页面或台账</th>
            <th scope="col">主题</th>
            <th scope="col">说明</th>
            <th scope="col">因此待定的减分项</th>
          </tr>
        </thead>
        {[...groupBy(lines, ({ unit }) => unit).values()].map((ofUnit) => (
          <tbody>
            <tr>
              <th scope="rowgroup" colspan={5}>
                {ofUnit[0]?.unitName}
                <OpenPoints open={quarter.unit(ofUnit[0]?.unit ?? '').card.open} />
              </th>
            </tr>
            {ofUnit.map((line) => (
              <Line line={line} timeZone={view.timeZone} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

const OpenPoints = ({ open }: { readonly open: number }) =>
  open > 0 ? <span class="soft">{`　最多${open}分待定，尚未减`}</span> : null;

function Line({
  line: { reason, item, keepsOpen },
  timeZone,
}: {
  readonly line: UnreadLine;
  readonly timeZone: string;
}) {
  return (
    <tr>
      <td>{reason}</td>
      <td class="address">
        {item.url === null ? '—' : <OutsideLink url={item.url} />}
        {item.capturedAt !== null && <span class="trace">{`${localTime(item.capturedAt, timeZone)} 访问`}</span>}
      </td>
      <td>{item.topics.join('、')}</td>
      <td>{item.texts.map((text) => text.replace(/。$/, '')).join('；')}</td>
      <td>{keepsOpen.length === 0 ? '无' : keepsOpen.join('、')}</td>
    </tr>
  );
}
