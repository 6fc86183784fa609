import type { UnitRectification } from '../../../app/console/unit-rectification.ts';
import { periodName } from '../../../model/period.ts';
import { dayName } from '../../../report/words.ts';

/** What is still owed to the newest bulletin, and until when; nothing where nothing is. */
export function RectificationNotice({ of }: { readonly of: UnitRectification }) {
  const open = of.items.filter(({ progress }) => progress !== 'fixed' && progress !== 'lapsed');
  if (open.length === 0) return null;
  return (
    <p class={`notice ${of.daysLeft < 0 ? 'error' : 'warning'}`}>
      {`${periodName(of.bulletin.period)}通报有${open.length}项尚未整改到位，整改期限${dayName(of.due)}（${daysWords(of.daysLeft)}）。`}
      <a href="/rectification">去反馈整改情况</a>
    </p>
  );
}

/** How long there is until a day. */
export function daysWords(days: number): string {
  if (days < 0) return `已逾期${-days}天`;
  return days === 0 ? '今天到期' : `还有${days}天`;
}
