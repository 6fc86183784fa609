import { createHash } from 'node:crypto';
import type { Plan, Unit } from '../model/plan.ts';
import type { TaskDraft } from '../store/tasks.ts';

/** What a crawl walks. */
export interface Scope {
  readonly units: readonly Unit[];
  /** Only these of their columns, by address; all without it. */
  readonly columns?: readonly string[] | undefined;
}

/** The columns that are walked, each with its unit. */
export const columnsIn = ({ units, columns }: Scope): { readonly unit: string; readonly url: string }[] =>
  units.flatMap((unit) =>
    unit.columns.flatMap(({ url }) => (columns === undefined || columns.includes(url) ? [{ unit: unit.id, url }] : [])),
  );

/**
 * The pages that a crawl starts from: the columns, and the pages that others are compared with; these not where only
 * some columns are walked.
 */
export function seedTasks(plan: Plan, scope: Scope): TaskDraft[] {
  const columns = columnsIn(scope).map(({ unit, url }): TaskDraft => ({ kind: 'column', url, unit, column: url }));
  if (scope.columns !== undefined) return columns;
  const models = Object.values(plan.models).map((url): TaskDraft => ({ kind: 'model', url, unit: '', column: '' }));
  return [...columns, ...models];
}

/** Tells whether an unfinished run was of the same work: the same addresses read in the same way. */
export function planDigest(plan: Plan, scope: Scope): string {
  const isPart = scope.columns !== undefined;
  return digest({ reading: readingOf(plan), seeds: seedTasks(plan, scope), ...(isPart && { isPart }) });
}

/** Tells whether what an earlier run read of the pages holds still: the same program, reading the same site alike. */
export const readingDigest = (plan: Plan, version: string): string => digest({ version, ...readingOf(plan) });

function readingOf({ site, crawl }: Plan): object {
  const { home, cms, hosts } = site;
  const { render, caps } = crawl;
  return { home, cms, hosts, render, caps };
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
