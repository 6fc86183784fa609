import { seriesOf } from './series.ts';
import { type Blame, everBlamed, GROUP_OF, GROUPS, type Group, powersWithoutProcess } from './state.ts';
import { isBehind } from './text/periodic.ts';
import type { DemoUnit } from './types.ts';

/** What the bulletin found on a unit's pages in one group. */
export interface Problem {
  readonly group: Group;
  readonly title: string;
  /** What it is in particular, one line each. */
  readonly details: readonly string[];
  /** Names of the columns that show it. */
  readonly columns: readonly string[];
}

/** Titles are those of the bulletin; the periodic columns concerned differ from unit to unit. */
const KINDS: Readonly<Record<Group, { readonly title: string; readonly columns: readonly string[] }>> = {
  guide: { title: '信息公开指南未更新', columns: ['信息公开指南'] },
  leadership: { title: '领导分工未及时更新', columns: ['领导分工', '机构职能'] },
  'policy-format': { title: '政策文件未按统一格式公开', columns: ['政策文件'] },
  'double-random': { title: '双随机抽查计划或结果未公开、不规范', columns: ['双随机一公开'] },
  'enforcement-duties': { title: '执法职责、权限和岗位信息未公开', columns: ['行政执法公示'] },
  'enforcement-staff-list': { title: '执法人员清单不符合要求', columns: ['行政执法公示'] },
  'overdue-topic': { title: '定期公开的信息逾期未更新', columns: [] },
  'annual-report': { title: '信息公开年报不规范', columns: ['信息公开年报'] },
  'service-items': { title: '政务服务事项缺少办理流程', columns: ['政务服务事项'] },
};

/** Null for what the title says already, or no page shows. */
const DETAILS: Readonly<Record<Blame, string | null>> = {
  'guide-stale': '没有2023年版的指南',
  'leadership-stale': '职务变动后仍是原任人员',
  'leadership-misplaced': '变动另发了通知，原页面未更新',
  'policy-format': null,
  'double-random-plan': '没有2023年度抽查工作计划',
  'double-random-results': '没有2022年度抽查情况和查处结果',
  'double-random-layout': '2023年度抽查工作计划格式与样本不符',
  'enforcement-duties': null,
  'enforcement-staff-layout': '清单格式与样本不符',
  'enforcement-staff-stale': '清单多年未更新，证件已过有效期',
  'report-part-one-copied': '总体情况与上年雷同',
  'report-all-copied': '全文与上年雷同',
  'report-title-doubled': '正文重复标题',
  'report-no-contact': '没有联系方式',
  'report-image-missing': '图片无法显示',
  'report-image-layout': '图片排版错乱',
  'report-signature': '落款断行',
  'report-part-six': '第六部分内容不全',
  'feedback-missing': null,
};

const BLAMES = Object.keys(GROUP_OF) as readonly Blame[];

function ofGroup(unit: DemoUnit, group: Group): Problem | null {
  const { title, columns } = KINDS[group];
  if (group === 'overdue-topic') {
    const behind = seriesOf(unit).flatMap((series) => (isBehind(series) ? [series.name] : []));
    return behind.length === 0 ? null : { group, title, details: [], columns: behind };
  }
  if (group === 'service-items') {
    const powers = powersWithoutProcess(unit);
    return powers.length === 0 ? null : { group, title, details: powers, columns };
  }
  const blames = BLAMES.filter((what) => GROUP_OF[what] === group && everBlamed(unit, what));
  const details = blames.flatMap((what) => DETAILS[what] ?? []);
  return blames.length === 0 ? null : { group, title, details, columns };
}

/** What the bulletin found on the pages of a unit, put right since or not. */
export const problemsOf = (unit: DemoUnit): Problem[] => GROUPS.flatMap((group) => ofGroup(unit, group) ?? []);
