import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import type { JobKind } from '../../model/job.ts';
import { openRecords } from '../open-records.ts';
import { type JobDraft, JobRepository } from './jobs.ts';
import { CONSOLE_MIGRATIONS } from './migrations.ts';
import type { ConsoleTables } from './tables.ts';

async function jobsIn(folder: string): Promise<JobRepository> {
  const { db, close } = await openRecords<ConsoleTables>(folder, 'console.db', CONSOLE_MIGRATIONS);
  onTestFinished(close);
  return new JobRepository(db);
}

const job = (id: string, kind: JobKind, unit: string | null = null, finding: string | null = null): JobDraft => ({
  ...{ id, kind, unit, finding, requestedBy: 'someone' },
});

/** Begins and ends the jobs one after the other, and says in which order. */
async function workedOff(jobs: JobRepository): Promise<string[]> {
  const order: string[] = [];
  for (let next = await jobs.next(); next; next = await jobs.next()) {
    await jobs.begin(next.id, 100);
    await jobs.end(next.id, { state: 'done', result: null, error: null }, 200);
    order.push(next.id);
  }
  return order;
}

describe('a job', () => {
  it('is there once for what it is about, also when twenty ask at the same instant', async () => {
    const jobs = await jobsIn(temporaryFolder());
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, i) => jobs.ask(job(`j${i}`, 'self-check', 'jia'), i)),
    );
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    const [first] = asked;
    expect(await jobs.recent(50)).toEqual([first]);
    await jobs.begin(first?.id ?? '', 30);
    expect(await jobs.ask(job('again', 'self-check', 'jia'), 40)).toMatchObject({
      ...{ id: first?.id, state: 'running', startedAt: 30 },
    });
    expect(await jobs.ask(job('other', 'self-check', 'yi'), 40)).toMatchObject({ id: 'other', unit: 'yi' });
    expect(await jobs.ask(job('x', 'recheck', 'jia', 'x'), 40)).toMatchObject({ id: 'x', finding: 'x' });
    expect(await jobs.ask(job('y', 'recheck', 'jia', 'y'), 40)).toMatchObject({ id: 'y', finding: 'y' });
  });

  it('can be asked for again when it has ended, with what came of it kept', async () => {
    const jobs = await jobsIn(temporaryFolder());
    await jobs.ask(job('first', 'night'), 10);
    await jobs.begin('first', 20);
    const result = { captures: 3, unreadable: 1, fails: 2, advisories: 0, inconclusive: 1 };
    await jobs.end('first', { state: 'done', result, error: null }, 30);
    expect(await jobs.ask(job('second', 'night'), 40)).toMatchObject({ id: 'second', state: 'waiting', result: null });
    expect(await jobs.get('first')).toEqual({
      ...{ id: 'first', kind: 'night', unit: null, finding: null, state: 'done', requestedBy: 'someone' },
      ...{ requestedAt: 10, startedAt: 20, endedAt: 30, result, error: null },
    });
    expect(await jobs.get('nobody')).toBeNull();
    await jobs.end('first', { state: 'failed', result: null, error: '迟到的话' }, 50);
    expect(await jobs.get('first')).toMatchObject({ state: 'done', error: null });
  });

  it('is cancelled while it waits and not once it has begun, and is begun once', async () => {
    const jobs = await jobsIn(temporaryFolder());
    await jobs.ask(job('a', 'self-check', 'jia'), 10);
    await jobs.ask(job('b', 'self-check', 'yi'), 11);
    expect(await jobs.cancel('a', 20)).toBe(true);
    expect(await jobs.begin('a', 21)).toBe(false);
    expect([await jobs.begin('b', 22), await jobs.begin('b', 23)]).toEqual([true, false]);
    expect(await jobs.cancel('b', 24)).toBe(false);
    expect((await jobs.recent(9)).map(({ id, state, endedAt }) => `${id} ${state} ${endedAt}`)).toEqual([
      'b running null',
      'a cancelled 20',
    ]);
  });
});

describe('the queue', () => {
  it('does re-checks, then self-checks, audits and nights, each as they were asked for', async () => {
    const jobs = await jobsIn(temporaryFolder());
    await jobs.ask(job('audit', 'audit'), 0);
    await jobs.ask(job('night', 'night'), 1);
    await jobs.ask(job('self 1', 'self-check', 'jia'), 2);
    await jobs.ask(job('self 2', 'self-check', 'yi'), 2);
    await jobs.ask(job('recheck', 'recheck', 'yi', 'f'), 3);
    const order = ['recheck', 'self 1', 'self 2', 'audit', 'night'];
    expect(await Promise.all(order.map((id) => jobs.waitingBefore(id)))).toEqual([0, 1, 2, 3, 4]);
    expect(await jobs.next('night')).toMatchObject({ id: 'night' });
    expect(await workedOff(jobs)).toEqual(order);
    expect(await jobs.waitingBefore('night')).toBeNull();
  });

  it('goes on first with what was in hand when the program ended, a night after the others all the same', async () => {
    const folder = temporaryFolder();
    const before = await jobsIn(folder);
    await before.ask(job('night', 'night'), 1);
    await before.begin('night', 2);
    await before.ask(job('begun', 'self-check', 'yi'), 3);
    await before.begin('begun', 4);
    await before.ask(job('recheck', 'recheck', 'jia', 'f'), 5);
    const after = await jobsIn(folder);
    await after.requeueRunning();
    expect(await after.get('begun')).toMatchObject({ state: 'waiting', startedAt: 4 });
    expect(await workedOff(after)).toEqual(['begun', 'recheck', 'night']);
    expect(await after.get('begun')).toMatchObject({ state: 'done', startedAt: 4, endedAt: 200 });
  });

  it('counts what is in hand as coming before', async () => {
    const jobs = await jobsIn(temporaryFolder());
    await jobs.ask(job('night', 'night'), 1);
    await jobs.begin('night', 2);
    await jobs.ask(job('self', 'self-check', 'jia'), 3);
    expect(await jobs.waitingBefore('self')).toBe(1);
    await jobs.giveBack('night');
    expect([await jobs.waitingBefore('self'), await jobs.waitingBefore('night')]).toEqual([0, 1]);
  });

  it('shows each unit its own jobs, the newest first', async () => {
    const jobs = await jobsIn(temporaryFolder());
    await jobs.ask(job('a', 'self-check', 'jia'), 1);
    await jobs.ask(job('b', 'self-check', 'yi'), 2);
    await jobs.ask(job('c', 'recheck', 'jia', 'f'), 3);
    await jobs.ask(job('d', 'night'), 4);
    const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id).join();
    expect(ids(await jobs.of('jia', 9))).toBe('c,a');
    expect(ids(await jobs.of('jia', 1))).toBe('c');
    expect(ids(await jobs.recent(3))).toBe('d,c,b');
  });
});
