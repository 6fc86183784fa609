import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import type { CivilDate } from '../../model/civil-date.ts';
import type { LogEntryDraft } from '../../model/log-entry.ts';
import { openDatabase } from '../database.ts';
import type { DecisionDraft } from './decisions.ts';
import { openInspection } from './open-inspection.ts';

const entry = (by: string, subject = 'f'): LogEntryDraft => ({
  ...{ at: '2023-08-08T02:00:00.000Z', by, byName: by, role: 'inspector', action: 'decide', subject },
  ...{ period: '2023Q2', unit: 'a', before: null, after: { kind: 'accepted' } },
});

const draft = (by: string, seen: number, more: Partial<DecisionDraft> = {}): DecisionDraft => ({
  ...{ period: '2023Q2', finding: 'f', unit: 'a', kind: 'accepted', points: null, reason: '', by, byName: by, seen },
  ...{ at: '2023-08-08T02:00:00.000Z', on: '2023-08-08' as CivilDate, entry: entry(by, more.finding) },
  ...more,
});

describe('decisions', () => {
  it('stand with their entry in the log, in another session too', async () => {
    const folder = temporaryFolder();
    const first = await openInspection(folder);
    await first.decisions.make([
      draft('甲', 0),
      draft('甲', 0, { finding: 'g', kind: 'repriced', points: 0.2, reason: '轻微' }),
    ]);
    await first.close();
    const { decisions, log, close } = await openInspection(folder);
    expect((await decisions.of('2023Q2')).map(({ finding, kind, points }) => [finding, kind, points])).toEqual([
      ['f', 'accepted', null],
      ['g', 'repriced', 0.2],
    ]);
    expect((await log.entries({ limit: 9 })).map(({ seq, subject }) => [seq, subject])).toEqual([
      [2, 'g'],
      [1, 'f'],
    ]);
    expect(await decisions.of('2023Q3')).toEqual([]);
    await close();
  });

  it('of two people at once are made once: the other is told what stands', async () => {
    const { decisions, log, close } = await openInspection(temporaryFolder());
    const [one, other] = await Promise.all([decisions.make([draft('甲', 0)]), decisions.make([draft('乙', 0)])]);
    expect([one.made.size, one.conflicts.size, other.made.size, other.conflicts.get('f')?.by]).toEqual([1, 0, 0, '甲']);
    expect(await log.entries({ limit: 9 })).toHaveLength(1);
    await close();
  });

  it('are made anew by whoever has seen the one before, which the log keeps', async () => {
    const { decisions, log, close } = await openInspection(temporaryFolder());
    const { made } = await decisions.make([draft('甲', 0)]);
    const seen = made.get('f')?.version ?? 0;
    await decisions.make([draft('乙', seen, { kind: 'rejected', reason: '页面已更新' })]);
    expect(await decisions.of('2023Q2')).toMatchObject([{ kind: 'rejected', by: '乙' }]);
    expect((await log.entries({ subject: 'f', limit: 1 }))[0]).toMatchObject({
      before: { kind: 'accepted', by: '甲' },
    });
    const [{ version = 0 } = {}] = await decisions.of('2023Q2');
    expect((await decisions.make([draft('乙', version, { kind: null })])).made.get('f')).toBeNull();
    expect(await decisions.of('2023Q2')).toEqual([]);
    expect((await decisions.make([draft('甲', version)])).conflicts.get('f')).toBeNull();
    await close();
  });
});

describe('the log', () => {
  it('is refused every change, by the database itself', async () => {
    const folder = temporaryFolder();
    const { log, close } = await openInspection(folder);
    await log.add([entry('甲'), entry('乙')]);
    await close();
    const file = openDatabase(join(folder, 'inspection.db'), {});
    for (const change of [
      "update action_log set by = '丙'",
      'delete from action_log',
      'delete from action_log where seq = 2',
    ])
      expect(() => file.exec(change)).toThrow(/append-only/);
    file.close();
  });

  it('is read by what was done, to what, of which unit, page by page', async () => {
    const { log, close } = await openInspection(temporaryFolder());
    await log.add([entry('甲', 'f'), { ...entry('乙', 'g'), unit: 'b' }, { ...entry('甲', 'g'), action: 'withdraw' }]);
    const found = async (filter: Omit<Parameters<typeof log.entries>[0], 'limit'>) =>
      (await log.entries({ ...filter, limit: 9 })).map(({ seq }) => seq);
    expect([await found({ subject: 'g' }), await found({ unit: 'b' }), await found({ action: 'withdraw' })]).toEqual([
      [3, 2],
      [2],
      [3],
    ]);
    expect([await found({ before: 3 }), (await log.entries({ limit: 1 })).length]).toEqual([[2, 1], 1]);
    await close();
  });
});
