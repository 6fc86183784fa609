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

/** Whether the bulletin blames this unit (by its short name) for it. */
export const blamed = (unit: { readonly name: string }, what: Blame): boolean =>
  (BLAMED[what] as readonly string[]).includes(unit.name);
