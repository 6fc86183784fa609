import type { CivilDate, NotKnown, Period, PublishedBulletin, RegisterRow } from '../kit.ts';

export type Feedback =
  | { readonly kind: 'in-time'; readonly text: string }
  | { readonly kind: 'late'; readonly text: string; readonly due: CivilDate; readonly state: string }
  | { readonly kind: 'not-applicable'; readonly reason: 'not-due' | 'nothing-due'; readonly text: string }
  | { readonly kind: 'unknown'; readonly notKnown: NotKnown };

/**
 * Whether a unit reported in time what it did about the findings of `quarter`, as known on `asOf`. The due date is a
 * calendar date, so a day later is late. A unit that is not in the register owed nothing, unless a bulletin told it
 * of findings.
 */
export function judgeFeedback(
  rows: readonly RegisterRow<'feedback'>[] | null,
  quarter: Period,
  asOf: CivilDate,
  bulletin: PublishedBulletin | null,
): Feedback {
  const unknown = (detail: string): Feedback => ({
    kind: 'unknown',
    notKnown: { why: 'no-register', detail, refs: [] },
  });
  if (rows === null) return unknown('整改反馈台账（feedback）');
  const row = rows.find(({ period }) => period.id === quarter.id);
  if (!row) {
    if (bulletin?.period.id === quarter.id && bulletin.items.length > 0)
      return unknown(`整改反馈台账没有登记本单位${quarter.id}的反馈`);
    return { kind: 'not-applicable', reason: 'nothing-due', text: `${quarter.id}没有需要反馈的问题` };
  }
  const { due } = row;
  const received = row.received && row.received <= asOf ? row.received : null;
  const text = `${quarter.id}，截止日期${due}，反馈日期${received ?? '空白'}`;
  if (received && received <= due) return { kind: 'in-time', text };
  if (!received && asOf <= due) return { kind: 'not-applicable', reason: 'not-due', text: `反馈截止日期为${due}` };
  return { kind: 'late', text, due, state: received ? `实际于${received}反馈` : `截至${asOf}没有收到` };
}
