import type { MetadataField } from '../../../src/model/document.ts';
import type { CmsFamily } from '../../../src/model/plan.ts';
import type { Article, TrialUnit } from '../types.ts';

export interface Row {
  readonly href: string;
  readonly title: string;
  readonly date: string;
}
export interface FileLink {
  readonly href: string;
  readonly name: string;
}
/** What a page prints of an article. */
export interface Sheet {
  readonly article: Article;
  readonly unit: TrialUnit;
  readonly district: string;
  readonly column: string;
  /** Label and value, in order. */
  readonly cells: readonly (readonly [label: string, value: string])[];
  /** The body with what is linked below it. */
  readonly body: string;
  readonly files: readonly FileLink[];
}
export interface ListSheet {
  readonly unit: TrialUnit;
  readonly district: string;
  readonly column: string;
  readonly rows: readonly Row[];
  readonly at: number;
  readonly pages: number;
  readonly total: number;
  readonly fileOf: (page: number) => string;
}

/** How one make of site addresses and prints its pages. */
export interface Shape {
  readonly cms: CmsFamily;
  readonly perPage: number;
  readonly labels: Readonly<Record<MetadataField, string>>;
  columnPath(unit: TrialUnit, column: number): string;
  /** The file of a list's page n (from 2). */
  listPath(unit: TrialUnit, column: number, page: number, pages: number): string;
  articlePath(unit: TrialUnit, column: number, id: number, date: string): string;
  filePath(articlePath: string, id: number, type: string): string;
  list(sheet: ListSheet): string;
  article(sheet: Sheet): string;
  inline(sheet: Sheet): string;
}

export const slug = (unit: TrialUnit): string => `yx${unit.id}`;
