import { addDays, type CivilDate } from '../src/model/civil-date.ts';
import { randomFor } from './random.ts';
import { AS_OF, onWorkday } from './schedule.ts';
import { seriesOf } from './series.ts';
import { everBlamed } from './state.ts';
import { doubleRandomDrafts } from './text/double-random.ts';
import { enforcementDrafts } from './text/enforcement.ts';
import { guideDrafts, inlineGuide } from './text/guide.ts';
import { leadershipDrafts, orgFunctionDrafts, personnelDrafts } from './text/leadership.ts';
import { CITY_REPOST, newsDrafts, noticeDrafts } from './text/news.ts';
import { periodicColumn } from './text/periodic.ts';
import { interpretationDrafts, policyDrafts } from './text/policy.ts';
import { reportDrafts } from './text/report.ts';
import { serviceItemDrafts } from './text/service-items.ts';
import { budgetDrafts, proposalDrafts } from './text/yearly.ts';
import type { ColumnDraft, DemoUnit } from './types.ts';

/** How a unit prints its guide: printed on the column's page, at the site root, on two columns, or as documents. */
function guideColumns(unit: DemoUnit, order: number): ColumnDraft[] {
  const duty = { topic: 'guide', name: '信息公开指南', drafts: [] } as const;
  if (everBlamed(unit, 'guide-stale')) {
    const renewed = unit.mended.has('guide') ? [AS_OF] : [];
    return [{ ...duty, drafts: guideDrafts(unit, [...(['2022-03-15', '2021-03-22'] as CivilDate[]), ...renewed]) }];
  }
  const date = onWorkday(addDays('2023-02-13' as CivilDate, randomFor(`guide ${unit.id}`).int(0, 120)));
  switch (order % 8) {
    case 0:
      return [{ ...duty, inline: inlineGuide(unit, date), atRoot: true }];
    case 1:
      return [
        { ...duty, inline: inlineGuide(unit, date) },
        { ...duty, name: '公开指南', inline: inlineGuide(unit, '2023-02-10' as CivilDate) },
      ];
    case 2:
    case 5:
      return [{ ...duty, inline: inlineGuide(unit, date) }];
    default:
      return [{ ...duty, drafts: guideDrafts(unit, [date, '2022-02-21', '2021-02-24'] as CivilDate[]) }];
  }
}

/** Units whose notices fill several list pages. */
const LONG_LISTS: Readonly<Record<string, number>> = { 区自然资源局: 47, 区工信局: 32, 金山镇: 33 };

const YEARLY = { every: 'year' } as const;

/** The columns of a unit, in the order of its menu. */
export function columnsOf(unit: DemoUnit, order: number): ColumnDraft[] {
  const series = seriesOf(unit);
  const policies = policyDrafts(unit, 11);
  // A unit with a periodic column on revenue and spending keeps its own budget apart from that topic.
  const budget = series.some((one) => one.topic === 'budget')
    ? { topic: 'other' as const, name: '部门预算公开' }
    : { topic: 'budget' as const, name: '财政预决算', ...YEARLY, due: '+0 03-31' };
  const notices = noticeDrafts(unit, LONG_LISTS[unit.name] ?? 9);
  return [
    ...guideColumns(unit, order),
    { topic: 'annual-report', name: '信息公开年报', drafts: reportDrafts(unit) },
    { topic: 'leadership', name: '领导分工', drafts: leadershipDrafts(unit) },
    { topic: 'org-functions', name: '机构职能', drafts: orgFunctionDrafts(unit) },
    ...(order % 4 === 1 && series.length < 4
      ? [{ topic: 'personnel' as const, name: '人事任免', drafts: personnelDrafts(unit) }]
      : []),
    { topic: 'policy-docs', name: '政策文件', drafts: policies },
    ...(order % 3 === 0 && series.length < 4
      ? [{ topic: 'interpretation' as const, name: '政策解读', drafts: interpretationDrafts(policies, unit) }]
      : []),
    ...(unit.enforcement
      ? [
          { topic: 'double-random' as const, name: '双随机一公开', drafts: doubleRandomDrafts(unit) },
          { topic: 'enforcement' as const, name: '行政执法公示', drafts: enforcementDrafts(unit) },
        ]
      : []),
    ...series.map((one) => periodicColumn(unit, one)),
    { ...budget, drafts: budgetDrafts(unit) },
    ...(order % 3 === 1
      ? [{ topic: 'proposals' as const, name: '建议提案', ...YEARLY, due: '03-31', drafts: proposalDrafts(unit) }]
      : []),
    { topic: 'other', name: '工作动态', drafts: newsDrafts(unit, 17) },
    { topic: 'other', name: '通知公告', drafts: unit.name === '金山镇' ? [CITY_REPOST, ...notices] : notices },
    ...(unit.enforcement
      ? [{ topic: 'service-items' as const, name: '政务服务事项', drafts: serviceItemDrafts(unit) }]
      : []),
    ...(unit.name === '区信访局' ? [{ topic: 'other' as const, name: '专题专栏', drafts: newsDrafts(unit, 3) }] : []),
  ];
}
