import { type Insertable, type Kysely, sql } from 'kysely';
import { type CaptureDraft, toRow } from './capture-row.ts';
import { Learning } from './learn.ts';
import { insertEvents, type PageEvent } from './page-events.ts';
import type { Listing, PageLook } from './pages.ts';
import { RowStatement } from './row-statement.ts';
import { type RunCost, spend } from './runs.ts';
import type { Tables } from './tables.ts';
import type { TaskDraft, TaskRepository } from './tasks.ts';

/** All that becomes known with one task; goes into the database whole or not at all. */
export interface Step {
  /** Null for what belongs to the run as a whole, such as robots.txt. */
  readonly task: number | null;
  /** `done`, or the epoch millisecond from which the task is to be tried once more. */
  readonly outcome: 'done' | { readonly again: number };
  readonly captures: readonly CaptureDraft[];
  readonly children: readonly TaskDraft[];
  readonly looks: readonly PageLook[];
  readonly listings: readonly Listing[];
  readonly events: readonly PageEvent[];
}

/** Steps of one run that share a transaction, and what the run has cost since the last one. */
export interface Commit {
  readonly runId: string;
  readonly steps: readonly Step[];
  /** Length of each evidence file up to the last record that the steps name. */
  readonly lengths: ReadonlyMap<string, number>;
  readonly cost: RunCost;
}

/** Writes commits, each in a transaction of its caller. */
export class Committer {
  private readonly captures: RowStatement<Insertable<Tables['captures']>>;
  private readonly learning: Learning;
  private readonly tasks: TaskRepository;

  constructor(db: Kysely<Tables>, tasks: TaskRepository) {
    this.tasks = tasks;
    this.captures = new RowStatement((rows) => db.insertInto('captures').values(rows));
    this.learning = new Learning(db);
  }

  /** Returns how many children of each step were new. */
  async write(tx: Kysely<Tables>, { runId, steps, lengths, cost }: Commit): Promise<number[]> {
    await this.captures.run(
      tx,
      steps.flatMap((step) => step.captures.map(toRow)),
    );
    const added: number[] = [];
    for (const { children } of steps) added.push(await this.tasks.add(runId, children, tx));
    const looks = steps.flatMap((step) => step.looks);
    const listings = steps.flatMap((step) => step.listings);
    await this.learning.run(tx, runId, looks, listings);
    const events = steps.flatMap((step) => step.events);
    await insertEvents(tx, runId, events);
    await endTasks(tx, steps);
    for (const [file, length] of lengths) {
      await tx
        .insertInto('evidence_files')
        .values({ file, length })
        .onConflict((conflict) => conflict.column('file').doUpdateSet({ length }))
        .execute();
    }
    await spend(tx, runId, cost);
    return added;
  }
}

async function endTasks(tx: Kysely<Tables>, steps: readonly Step[]): Promise<void> {
  const done = steps.flatMap(({ task, outcome }) => (task !== null && outcome === 'done' ? [task] : []));
  if (done.length > 0) await tx.updateTable('tasks').set({ state: 'done' }).where('id', 'in', done).execute();
  for (const { task, outcome } of steps) {
    if (task === null || outcome === 'done') continue;
    await tx
      .updateTable('tasks')
      .set({ state: 'todo', tries: sql<number>`tries + 1`, not_before: outcome.again })
      .where('id', '=', task)
      .execute();
  }
}
