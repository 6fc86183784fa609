import type { UnitRectification } from '../../../app/console/unit-rectification.ts';
import { dayName } from '../../../report/words.ts';
import { Layout } from '../../parts/layout.tsx';
import { nameOfQuarter, type View } from '../../view.ts';
import { type FeedbackDraft, ItemCard, lookId } from './rectification-item.tsx';
import { daysWords } from './rectification-notice.tsx';

interface RectificationPageProps {
  readonly view: View;
  readonly rectification: UnitRectification | null;
  readonly draft: FeedbackDraft | null;
}

/** What the newest bulletin told a unit to put right, and the unit's reports on it. */
export function RectificationPage({ view, rectification, draft }: RectificationPageProps) {
  if (!rectification)
    return (
      <Layout view={view} title="整改反馈">
        <p class="card empty">最近一期通报没有需要本单位整改的事项。</p>
      </Layout>
    );
  const { bulletin, due, daysLeft, items } = rectification;
  const left = items.filter(({ progress }) => progress !== 'fixed' && progress !== 'lapsed').length;
  // One item alone is followed live: browsers open few connections to one server.
  const followed = items.find(({ recheck }) => recheck !== null)?.number ?? null;
  const checked = items.filter(({ recheck }) => recheck !== null);
  return (
    <Layout view={view} title="整改反馈">
      <p class="lead">
        {`${nameOfQuarter(bulletin.period.id)}通报，${dayName(bulletin.publishedOn)}印发，共${items.length}项，尚未整改到位${left}项。整改反馈期限${dayName(due)}，`}
        {left === 0 ? '已全部整改。' : <b class={daysLeft < 0 ? 'late' : ''}>{`${daysWords(daysLeft)}。`}</b>}
      </p>
      <p class="soft small lead">
        整改后请填写整改情况和整改后的网址；提交后立即重新读取有关页面，核查结果在本页显示。
      </p>
      {items.map((item) => (
        <ItemCard
          view={view}
          item={item}
          period={bulletin.period.id}
          isFollowed={item.number === followed}
          others={checked.flatMap(({ number }) => (number === item.number ? [] : [`#${lookId(number)}`]))}
          draft={draft?.number === item.number ? draft : null}
        />
      ))}
    </Layout>
  );
}
