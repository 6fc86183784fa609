import { likeness } from './likeness.ts';
import type { RequestColumn } from './table-facts.ts';
import { bareLabel } from './wording.ts';

/** The rows of 表三 that carry figures, in the order of 国办公开办函〔2021〕30号; all results but the last group are 60号's. */
const COMMON = [
  '予以公开',
  '部分公开',
  '属于国家秘密',
  '其他法律行政法规禁止公开',
  '危及三安全一稳定',
  '保护第三方合法权益',
  '属于三类内部事务信息',
  '属于四类过程性信息',
  '属于行政执法案卷',
  '属于行政查询事项',
  '本机关不掌握相关政府信息',
  '没有现成信息需要另行制作',
  '补正后申请内容仍不明确',
  '信访举报投诉类申请',
  '重复申请',
  '要求提供公开出版物',
  '无正当理由大量反复申请',
  '要求行政机关确认或重新出具已获取信息',
] as const;
const SINCE_2021 = [
  '申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请',
  '申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请',
  '其他',
] as const;
/** 〔2019〕60号 has one line where 30号 has three. */
const UP_TO_2020 = ['其他处理'] as const;
export const RESULT_LINES: readonly (readonly string[])[] = [
  [...COMMON, ...SINCE_2021],
  [...COMMON, ...UP_TO_2020],
];
export const FRAME = {
  received: '本年新收政府信息公开申请数量',
  carriedIn: '上年结转政府信息公开申请数量',
  resultTotal: '总计',
  carriedOut: '结转下年度继续办理',
} as const;
export type FrameLine = keyof typeof FRAME;
export const FRAME_LINES = Object.keys(FRAME) as FrameLine[];
const ALL: readonly string[] = [...Object.values(FRAME), ...COMMON, ...SINCE_2021, ...UP_TO_2020];
const SIMILAR = 0.8;

/** The line of the form that a row's label names, as the form words it; null where it names none. */
export function requestLine(label: string): string | null {
  const bare = bareLabel(label);
  if (ALL.includes(bare)) return bare;
  let best: string | null = null;
  let most = SIMILAR;
  for (const line of ALL) {
    const alike = line.length > 3 ? likeness(bare, line, most) : 0;
    if (alike >= most) [best, most] = [line, alike];
  }
  return best;
}

const HEADERS: Readonly<Record<string, RequestColumn>> = {
  自然人: 'person',
  商业企业: 'business',
  科研机构: 'research',
  社会公益组织: 'charity',
  法律服务机构: 'legal',
  其他: 'otherBody',
  其它: 'otherBody',
  总计: 'total',
  合计: 'total',
};

/** The column that a cell of the header names; null where it names none, or several at once. */
export const requestColumn = (cell: string): RequestColumn | null => HEADERS[bareLabel(cell)] ?? null;
