/**
 * What the bulletin on the second quarter of 2023 (published 2023-08-08) blames each unit for, as far as
 * pages show it. Every writer of pages asks here; whatever is not listed is in order.
 */
const BLAMED = {
  'guide-stale': ['齐都镇'],
  'leadership-stale': ['凤凰镇'],
  'leadership-misplaced': ['辛店街道', '闻韶街道'],
  'policy-format': [
    '区交通运输局',
    '区发改局',
    '区农业农村局',
    '区司法局',
    '皇城镇',
    '齐陵街道',
    '辛店街道',
    '朱台镇',
    '闻韶街道',
  ],
  'double-random-plan': ['区卫健局', '区文旅局', '区文物局', '区司法局'],
  'double-random-results': ['区文物局', '区司法局'],
  'double-random-layout': ['区财政局', '区综合行政执法局'],
  'enforcement-duties': [
    '临淄生态环境分局',
    '区交通运输局',
    '区综合行政执法局',
    '临淄医保分局',
    '区文物局',
    '区人社局',
    '区住建局',
    '区农业农村局',
    '区文旅局',
    '区科技局',
    '区水利局',
    '区审计局',
  ],
  'enforcement-staff-layout': ['区自然资源局', '区应急管理局', '区统计局', '区人社局', '区科技局', '区水利局'],
  'enforcement-staff-stale': ['区农业农村局'],
  'report-part-one-copied': ['区司法局', '区审计局', '区商务局', '雪宫街道'],
  'report-all-copied': ['区商务局'],
  'report-title-doubled': ['区商务局', '雪宫街道'],
  'report-no-contact': ['区商务局'],
  'report-image-missing': ['区商务局'],
  'report-image-layout': ['区司法局'],
  'report-signature': ['区司法局'],
  'report-part-six': ['区商务局'],
  'feedback-missing': [
    '区综合行政执法局',
    '区文物局',
    '区人社局',
    '区住建局',
    '区司法局',
    '区水利局',
    '区审计局',
    '区商务局',
    '辛店街道',
    '凤凰镇',
    '雪宫街道',
    '闻韶街道',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Kinds of powers of which the bulletin asks for the missing process on some items. */
const WITHOUT_PROCESS: Readonly<Record<string, readonly string[]>> = {
  临淄公安分局: ['行政处罚', '行政强制', '行政检查', '行政奖励', '其他权力'],
  区财政局: ['行政检查'],
  区卫健局: ['行政征收', '行政强制'],
  区综合行政执法局: ['行政处罚', '行政检查'],
  区发改局: ['行政处罚'],
  区住建局: ['行政征收'],
  区农业农村局: ['其他权力'],
  区文旅局: ['行政处罚', '行政强制'],
  区司法局: ['行政处罚'],
};

export const powersWithoutProcess = ({ name }: { readonly name: string }): readonly string[] =>
  WITHOUT_PROCESS[name] ?? [];

export type Blame = keyof typeof BLAMED;

/** Problems that pages show and can be rid of, by the group of the rulebook; no group holds `service-items`. */
export const GROUPS = [
  'guide',
  'leadership',
  'policy-format',
  'double-random',
  'enforcement-duties',
  'enforcement-staff-list',
  'overdue-topic',
  'annual-report',
  'service-items',
] as const;
export type Group = (typeof GROUPS)[number];

/** The group that a blame belongs to; null for what no page shows. */
export const GROUP_OF: Readonly<Record<Blame, Group | null>> = {
  'guide-stale': 'guide',
  'leadership-stale': 'leadership',
  'leadership-misplaced': 'leadership',
  'policy-format': 'policy-format',
  'double-random-plan': 'double-random',
  'double-random-results': 'double-random',
  'double-random-layout': 'double-random',
  'enforcement-duties': 'enforcement-duties',
  'enforcement-staff-layout': 'enforcement-staff-list',
  'enforcement-staff-stale': 'enforcement-staff-list',
  'report-part-one-copied': 'annual-report',
  'report-all-copied': 'annual-report',
  'report-title-doubled': 'annual-report',
  'report-no-contact': 'annual-report',
  'report-image-missing': 'annual-report',
  'report-image-layout': 'annual-report',
  'report-signature': 'annual-report',
  'report-part-six': 'annual-report',
  'feedback-missing': null,
};

/** A unit by its short name, with what it has put right since. */
interface Stand {
  readonly name: string;
  readonly mended: ReadonlySet<Group>;
}

/** Whether the bulletin blames this unit for it, put right or not. */
export const everBlamed = ({ name }: Pick<Stand, 'name'>, what: Blame): boolean =>
  (BLAMED[what] as readonly string[]).includes(name);

/** Whether the bulletin blames this unit for it and its pages still show it. */
export const blamed = (unit: Stand, what: Blame): boolean => everBlamed(unit, what) && !isMended(unit, what);

/** Whether the bulletin blames this unit for it and its pages show it no more. */
export const mended = (unit: Stand, what: Blame): boolean => everBlamed(unit, what) && isMended(unit, what);

function isMended(unit: Stand, what: Blame): boolean {
  const group = GROUP_OF[what];
  return group !== null && unit.mended.has(group);
}
