import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import type { CivilDate } from '../../model/civil-date.ts';
import type { LogEntryDraft } from '../../model/log-entry.ts';
import { openInspection } from './open-inspection.ts';

const entry: LogEntryDraft = {
  ...{ at: '2023-08-08T02:00:00.000Z', by: 'jia', byName: '经办人', role: 'unit', action: 'feed-back', subject: 'f' },
  ...{ period: '2023Q2', unit: 'a', before: null, after: null },
};

const reportAt = (at: string) => ({
  ...{ period: '2023Q2', finding: 'f', unit: 'a', text: '已整改', link: null, byName: '经办人' },
  ...{ at, on: '2023-08-08' as CivilDate },
});

describe('a report', () => {
  it('is not answered by a re-check that was begun before it', async () => {
    const { feedback, close } = await openInspection(temporaryFolder());
    await feedback.put(reportAt('2023-08-08T02:00:00.000Z'), entry);
    await feedback.put(reportAt('2023-08-08T02:05:00.000Z'), entry);
    const begun = '2023-08-08T02:03:00.000Z';
    await feedback.rechecked('f', { outcome: 'not-fixed', text: '仍未更新', at: '2023-08-08T02:06:00.000Z' }, begun);
    const outcomes = async () => (await feedback.of('2023Q2')).map(({ recheck }) => recheck?.outcome ?? null);
    expect(await outcomes()).toEqual(['not-fixed', null]);
    expect(await feedback.isReportedSince('f', begun)).toBe(true);
    expect(await feedback.isReportedSince('g', begun)).toBe(false);
    await feedback.rechecked('f', { outcome: 'fixed', text: '已更新', at: '2023-08-08T02:09:00.000Z' });
    expect(await outcomes()).toEqual(['not-fixed', 'fixed']);
    expect(await feedback.isReportedSince('f', begun)).toBe(false);
    await close();
  });
});
