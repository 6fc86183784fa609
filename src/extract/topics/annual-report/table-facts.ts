/** Why a table's figures are not known. */
export const TABLE_FAULTS = {
  absent: '未找到表格',
  picture: '表格可能是图片',
  columns: '表头无法对应',
  'line-count': '行数与规定格式不符',
  blank: '有空白单元格',
  'not-a-number': '有单元格不是数字',
  layout: '表格结构无法识别',
} as const;
export type TableFault = keyof typeof TABLE_FAULTS;

/** A table read whole, or the reason why it was not. Nothing may be concluded from the latter. */
export type TableReading<T> =
  | { readonly ok: true; readonly value: T }
  /** `detail`: in Chinese, what could not be read, for people. */
  | { readonly ok: false; readonly why: TableFault; readonly detail: string };

/** The columns of 表三 in their order: the six kinds of applicants and their total. */
export const REQUEST_COLUMNS = {
  person: '自然人',
  business: '商业企业',
  research: '科研机构',
  charity: '社会公益组织',
  legal: '法律服务机构',
  otherBody: '其他',
  total: '总计',
} as const;
export type RequestColumn = keyof typeof REQUEST_COLUMNS;
/** Numbers of requests, whole and not negative. */
export type Counts = Readonly<Record<RequestColumn, number>>;

/** 表三: requests received and how they were dealt with. */
export interface Requests {
  /** 一、本年新收. */
  readonly received: Counts;
  /** 二、上年结转. */
  readonly carriedIn: Counts;
  /** Result lines of 三 in their order: 21 in 30号, 19 in 60号. */
  readonly results: readonly { readonly label: string; readonly counts: Counts }[];
  /** 三（七）总计. */
  readonly resultTotal: Counts;
  /** 四、结转下年度. */
  readonly carriedOut: Counts;
}

export const OUTCOMES = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
  pending: '尚未审结',
  total: '总计',
} as const;
export type LitigationOutcome = keyof typeof OUTCOMES;
export const LITIGATION_BLOCKS = {
  review: '行政复议',
  direct: '未经复议直接起诉',
  afterReview: '复议后起诉',
} as const;
export type LitigationBlock = keyof typeof LITIGATION_BLOCKS;
/** 表四. */
export type Litigation = Readonly<Record<LitigationBlock, Readonly<Record<LitigationOutcome, number>>>>;

/** 表二 of 30号; amounts in 万元. */
export const DISCLOSURE_CELLS = {
  rulesMade: '规章 本年制发件数',
  rulesRepealed: '规章 本年废止件数',
  rulesInForce: '规章 现行有效件数',
  normsMade: '行政规范性文件 本年制发件数',
  normsRepealed: '行政规范性文件 本年废止件数',
  normsInForce: '行政规范性文件 现行有效件数',
  permits: '行政许可 本年处理决定数量',
  penalties: '行政处罚 本年处理决定数量',
  coercion: '行政强制 本年处理决定数量',
  fees: '行政事业性收费 本年收费金额',
} as const;
export type DisclosureCell = keyof typeof DISCLOSURE_CELLS;
export type Disclosure = Readonly<Record<DisclosureCell, number>>;

/**
 * Figures that do not add up. `carry`: 一 + 二 ≠ 三（七）+ 四 in a column. `applicants`: a row's 总计 is not the sum of the
 * six applicants. `results`: 三（七） is not the sum of the result lines in a column. `outcomes`: a block's 总计 in 表四.
 */
export interface Imbalance {
  readonly rule: 'carry' | 'applicants' | 'results' | 'outcomes';
  readonly table: 'requests' | 'litigation';
  /** The column, row or block, as the form calls it. */
  readonly where: string;
  /** What the parts add up to, and what the table says. */
  readonly expected: number;
  readonly printed: number;
  /** The sum in words: `自然人：一（26）+二（6）≠三（七）（30）+四（1）`. */
  readonly text: string;
}
