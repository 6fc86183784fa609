import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import type { Audit } from '../../model/audit.ts';
import type { CivilDate } from '../../model/civil-date.ts';
import type { TrackedFinding } from '../../model/finding.ts';
import { period } from '../../model/period.ts';
import type { Verdict } from '../../model/verdict.ts';
import { openInspection } from './open-inspection.ts';

const day = (text: string) => text as CivilDate;

const finding = (id: string, more: Partial<TrackedFinding> = {}): TrackedFinding => ({
  ...{
    id,
    unit: 'a',
    check: 'guide',
    topic: 'guide',
    message: 'stale',
    subject: '2023',
    text: '指南未更新',
    advisory: false,
  },
  ...{ state: 'new', firstSeen: day('2023-08-01'), lastSeen: day('2023-08-01'), since: day('2023-08-01') },
  ...more,
});

const night = (run: string, asOf: string) => ({ run, lookedUntil: `${asOf}T01:00:00Z`, asOf: day(asOf) });

const verdict = (id: string, unit: string): Verdict => ({
  ...{ id, unit, check: 'guide', topic: 'guide', column: null, subject: '2023', verdict: 'fail', message: 'stale' },
  ...{ advisory: false, state: null, text: '指南未更新', fix: '请更新', basis: [], reason: null, evidence: [] },
});

const audit = (periodId: string, asOf: string, more: Partial<Audit> = {}): Audit => ({
  ...{ schema: 'xunjian.audit/1', district: '某区', asOf: day(asOf), period: periodId },
  units: [{ id: 'a', name: '甲局', kind: 'department' }],
  run: { id: 'r', startedAt: '', captures: 0, unreadable: 0 },
  ...{ verdicts: [], deductions: [], scores: [] },
  ...more,
});

describe('findings of a data folder', () => {
  it('stand as the last night left them, in another session too', async () => {
    const folder = temporaryFolder();
    const first = await openInspection(folder);
    await first.findings.take(night('r1', '2023-08-01'), ['a'], () => [finding('x')]);
    await first.close();
    const { findings, close } = await openInspection(folder);
    expect(await findings.of(['a'])).toEqual([finding('x')]);
    expect(await findings.of(['b'])).toEqual([]);
    await close();
  });

  it('are as before a night when it is taken again', async () => {
    const { findings, close } = await openInspection(temporaryFolder());
    await findings.take(night('r1', '2023-08-01'), ['a'], () => [finding('x')]);
    const open = finding('x', { state: 'open', lastSeen: day('2023-08-02') });
    const seen: string[][] = [];
    const follow = (after: readonly TrackedFinding[]) => (before: ReadonlyMap<string, TrackedFinding>) => {
      seen.push([...before.values()].map(({ id, state }) => `${id} ${state}`));
      return after;
    };
    await findings.take(night('r2', '2023-08-02'), ['a'], follow([open, finding('y')]));
    // Audited again, with other registers say: y was a mistake, and nothing is said of x.
    await findings.take(night('r2', '2023-08-02'), ['a'], follow([]));
    expect(seen).toEqual([['x new'], ['x new']]);
    expect(await findings.of(['a'])).toEqual([finding('x')]);
    await close();
  });

  it('of one unit are taken again without those of another', async () => {
    const { findings, close } = await openInspection(temporaryFolder());
    const others = finding('z', { unit: 'b' });
    await findings.take(night('r1', '2023-08-01'), ['a', 'b'], () => [finding('x'), others]);
    await findings.take(night('r1', '2023-08-01'), ['a'], (before) => [...before.values()]);
    expect(await findings.of(['a', 'b'])).toEqual([others]);
    await close();
  });

  it('are not taken from a night before the newest, or from an earlier day', async () => {
    const { findings, close } = await openInspection(temporaryFolder());
    const isTaken = (of: ReturnType<typeof night>) => findings.take(of, ['a'], () => []);
    expect(await isTaken(night('r1', '2023-08-01'))).toBe(true);
    expect(await isTaken(night('r2', '2023-08-02'))).toBe(true);
    expect(await isTaken(night('r2', '2023-08-02'))).toBe(true);
    expect(await isTaken(night('r0', '2023-07-31'))).toBe(false);
    expect(await isTaken({ ...night('r0', '2023-07-31'), asOf: day('2023-08-09') })).toBe(false);
    expect(await isTaken({ ...night('r2', '2023-08-02'), asOf: day('2023-06-30') })).toBe(false);
    expect(await isTaken({ ...night('r3', '2023-08-03'), asOf: day('2023-06-30') })).toBe(false);
    await close();
  });
});

describe('quarters of a data folder', () => {
  it('keep the result for the latest day', async () => {
    const { quarters, close } = await openInspection(temporaryFolder());
    await quarters.keep(audit('2023Q2', '2023-07-01'));
    await quarters.keep(audit('2023Q1', '2023-05-01'));
    await quarters.keep(audit('2023Q2', '2023-08-08'));
    await quarters.keep(audit('2023Q2', '2023-07-15'));
    expect((await quarters.all()).map(({ period, asOf }) => `${period} ${asOf}`)).toEqual([
      '2023Q1 2023-05-01',
      '2023Q2 2023-08-08',
    ]);
    await close();
  });
});

describe('bulletins of a data folder', () => {
  it('tell units what the last one before a quarter said; a correction is a new version', async () => {
    const { bulletins, close } = await openInspection(temporaryFolder());
    const verdicts = [verdict('x', 'a'), verdict('y', 'a'), { ...verdict('z', 'a'), verdict: 'pass' as const }];
    const deductions = [{ unit: 'a', group: 'guide', points: 0.5, verdicts: ['x'] }];
    const days = { publishedOn: day('2023-08-08'), rectifyBy: day('2023-08-11') };
    expect(await bulletins.publish({ audit: audit('2023Q2', '2023-08-08', { verdicts, deductions }), ...days })).toBe(
      1,
    );
    const said = async () => (await bulletins.lastBefore(period('quarter', 2023, 3))).get('a');
    expect(await said()).toEqual({
      period: period('quarter', 2023, 2),
      ...days,
      items: [
        { finding: 'x', group: 'guide', text: '指南未更新' },
        { finding: 'y', group: null, text: '指南未更新' },
      ],
    });
    expect(await bulletins.lastBefore(period('quarter', 2023, 2))).toEqual(new Map());
    expect(await bulletins.publish({ audit: audit('2023Q2', '2023-08-09'), ...days })).toBe(2);
    expect((await said())?.items).toEqual([]);
    await close();
  });
});
