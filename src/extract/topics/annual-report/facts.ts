import type { CivilDate } from '../../../model/civil-date.ts';
import type { Ref } from '../../../model/evidence.ts';
import type { Disclosure, Litigation, Requests, TableReading } from './table-facts.ts';

/**
 * Which form a report has to follow: before 2019 the older one with a 统计表; 2019 and 2020 国办公开办函〔2019〕60号;
 * since 2021 国办公开办函〔2021〕30号.
 */
export type Generation = 'to-2018' | '2019-2020' | 'from-2021';

/** The six parts of 国办公开办函〔2021〕30号 (and 60号), in their order. */
export const PARTS = {
  general: '总体情况',
  disclosure: '主动公开政府信息情况',
  requests: '收到和处理政府信息公开申请情况',
  litigation: '政府信息公开行政复议、行政诉讼情况',
  problems: '存在的主要问题及改进情况',
  other: '其他需要报告的事项',
} as const;
export type PartKind = keyof typeof PARTS;

export interface ReportPart {
  /** null: a part that only older reports have (收费及减免, 制度建设, …). */
  readonly kind: PartKind | null;
  /** The heading as printed, with its number. */
  readonly heading: string;
  /** What stands under it up to the next part, one block a line. Cells of tables may be among its lines. */
  readonly text: string;
}

/**
 * Where a year is named. `title`: the page's title. `body-title`: a title line in the body. `opening`: the report named
 * before part one. `period`: 统计期限. `general`: the first words of part one.
 */
export type YearPlace = 'title' | 'body-title' | 'opening' | 'period' | 'general';
export interface YearClaim {
  readonly year: number;
  readonly place: YearPlace;
  /** The text it was read from. */
  readonly text: string;
  /** False where characters may be lost (`202211日起`): may excuse, never accuse. */
  readonly sure: boolean;
}

/** 统计期限. A day is null where it is not printed or cannot be read for certain. */
export interface StatisticsPeriod {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly text: string;
  /** Both days were read in the one way possible. */
  readonly sure: boolean;
}

export const CONTACT_ITEMS = { address: '地址', postcode: '邮编', phone: '电话', email: '邮箱' } as const;
export type ContactItem = keyof typeof CONTACT_ITEMS;
export interface ReportContact {
  readonly present: readonly ContactItem[];
  readonly missing: readonly ContactItem[];
  /** The sentence or lines, '' where there are none. */
  readonly text: string;
}

/** How a report calls its unit: a full name at a place that names the author, or 我局, 本镇 in the running text. */
export interface NameClaim {
  readonly place: 'body-title' | 'author' | 'contact' | 'signature' | 'text';
  /** `淄川区示例局`, or the form without 我/本/全: `局`, `镇`, `街道`, `部门`. */
  readonly name: string;
  /** How often the form stands in the text; 1 for the other places. */
  readonly count: number;
  /** Where it was read, at most 60 characters. */
  readonly text: string;
}

export interface Placeholder {
  /** As printed: `××`, `〔〕`, `待补充`. */
  readonly text: string;
  /** The words around it. */
  readonly context: string;
}

/** A sign-off: unit, date, or both, on lines of their own at the end. */
export interface SignOff {
  readonly unit: string | null;
  readonly date: CivilDate | null;
  /** As printed, one entry a line. */
  readonly lines: readonly string[];
  /** The unit's name or the date runs over from one line to the next. */
  readonly broken: boolean;
}

/** What part six has to tell: 国办公开办函〔2021〕30号 (收取信息处理费), the rest local practice. */
export const OTHER_ITEMS = {
  fees: '收取信息处理费情况',
  keyTasks: '年度工作要点落实情况',
  innovation: '政务公开工作创新情况',
  proposals: '建议提案办理情况',
} as const;
export type OtherItem = keyof typeof OTHER_ITEMS;

/** All that one document says as an annual report; nothing of it is a judgement. */
export interface AnnualReport {
  /** Where the text was read: the page, or one of its files (its name); null where neither holds a report that could be read. */
  readonly source: { readonly place: 'body' } | { readonly place: 'attachment'; readonly name: string } | null;
  /** The capture of the source. */
  readonly ref: Ref;
  /** All text of the source. */
  readonly text: string;
  /** The year it is about where its places agree or only one can be read for certain; the title's where they differ. */
  readonly year: number | null;
  readonly years: readonly YearClaim[];
  readonly period: StatisticsPeriod | null;
  /** By the year, else by the tables; null where neither tells. */
  readonly generation: Generation | null;
  /** In the order of the text, older kinds with them. */
  readonly parts: readonly ReportPart[];
  /** Of the six, those without a heading; always empty for `to-2018` and where nothing was read. */
  readonly missingParts: readonly PartKind[];
  /** The six stand in their order, as far as they are there. */
  readonly inOrder: boolean;
  /** Lines of the page's body (never of a file) that are the title again, whole or broken over lines; as printed. */
  readonly titleLines: readonly string[];
  readonly contact: ReportContact;
  readonly names: readonly NameClaim[];
  readonly placeholders: readonly Placeholder[];
  readonly signOffs: readonly SignOff[];
  /**
   * What part six tells; null where there is no part six. `nothing`: it says 无 and no more. `more`: it tells of
   * matters in words that are none of the known ones.
   */
  readonly partSix: {
    readonly present: readonly OtherItem[];
    readonly nothing: boolean;
    readonly more: boolean;
  } | null;
  readonly tables: ReportTables;
}

export interface ReportTables {
  /** 表二, as 30号 has it. */
  readonly disclosure: TableReading<Disclosure>;
  /** 表三. */
  readonly requests: TableReading<Requests>;
  /** 表四. */
  readonly litigation: TableReading<Litigation>;
}
