import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scheduleNights } from './schedule.ts';

const MINUTE = 60_000;
const AT_TWO = { pattern: '0 2 * * *', timeZone: 'Asia/Shanghai' } as const;

describe('nights by the clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2023-08-08T17:50:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are asked for at their time in the district, also after one that could not be', async () => {
    const asked: string[] = [];
    const errors: unknown[] = [];
    const ask = async (): Promise<void> => {
      asked.push(new Date().toISOString());
      if (asked.length === 1) throw new Error('the disk is full');
    };
    const schedule = scheduleNights(AT_TWO, ask, (error) => errors.push(error));
    expect(schedule.next(new Date())).toEqual(new Date('2023-08-08T18:00:00Z'));
    await vi.advanceTimersByTimeAsync(25 * 60 * MINUTE);
    expect(asked).toEqual(['2023-08-08T18:00:00.000Z', '2023-08-09T18:00:00.000Z']);
    expect(errors).toHaveLength(1);
    await schedule.stop();
    await vi.advanceTimersByTimeAsync(25 * 60 * MINUTE);
    expect(asked).toHaveLength(2);
  });

  it('are refused where the pattern is none', () => {
    expect(() =>
      scheduleNights(
        { ...AT_TWO, pattern: '每天两点' },
        async () => {},
        () => {},
      ),
    ).toThrow(/定时写法不正确/);
  });
});
