import { createHash } from 'node:crypto';
import type { Plan, Unit } from '../model/plan.ts';
import type { TaskDraft } from '../store/tasks.ts';

/** The pages that a crawl starts from: the columns of the units, and the pages that others are compared with. */
export function seedTasks(plan: Plan, units: readonly Unit[]): TaskDraft[] {
  const columns = units.flatMap((unit) =>
    unit.columns.map(({ url }): TaskDraft => ({ kind: 'column', url, unit: unit.id, column: url })),
  );
  const models = Object.values(plan.models).map((url): TaskDraft => ({ kind: 'model', url, unit: '', column: '' }));
  return [...columns, ...models];
}

/** Tells whether an unfinished run was of the same work: the same addresses read in the same way. */
export function planDigest(plan: Plan, units: readonly Unit[]): string {
  return digest({ reading: readingOf(plan), seeds: seedTasks(plan, units) });
}

/** Tells whether what an earlier run read of the pages holds still: the same program, reading the same site alike. */
export const readingDigest = (plan: Plan, version: string): string => digest({ version, ...readingOf(plan) });

function readingOf({ site, crawl }: Plan): object {
  const { home, cms, hosts } = site;
  const { render, caps } = crawl;
  return { home, cms, hosts, render, caps };
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
