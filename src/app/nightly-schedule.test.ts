import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scheduleOf } from './nightly-schedule.ts';

const ZONE = 'Asia/Shanghai';
const MINUTE = 60_000;
const EVERY_TEN_MINUTES = '*/10 * * * *';

describe('a schedule', () => {
  it('is of the time zone of the district, wherever the machine stands', () => {
    const { next } = scheduleOf('0 2 * * *', ZONE);
    expect(next(new Date('2023-08-08T17:59:59Z'))).toEqual(new Date('2023-08-08T18:00:00Z'));
    expect(next(new Date('2023-08-08T18:00:00Z'))).toEqual(new Date('2023-08-09T18:00:00Z'));
  });

  it.each(['', '每天2点', '0 25 * * *', '2 * * *', '0 2 * * * * 2030', '2033-12-01T02:00:00'])(
    'is refused where it is none: %s',
    (pattern) => {
      const refusal = { exitCode: 2, message: expect.stringContaining(`定时写法不正确：${pattern}。请按`) };
      expect(() => scheduleOf(pattern, ZONE)).toThrow(expect.objectContaining(refusal));
    },
  );

  it('is refused where it names a day that never comes', () => {
    expect(() => scheduleOf('0 0 31 2 *', ZONE)).toThrow(/永远不会到来：0 0 31 2 \*/);
  });
});

describe('work that is scheduled', () => {
  const until = { signal: new AbortController().signal, onOverrun: () => {} };
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2023-08-08T12:00:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('begins at each time, and is left out while the one before lasts', async () => {
    const { signal } = until;
    const began: string[] = [];
    const onOverrun = vi.fn();
    const work = (): Promise<void> => {
      began.push(new Date().toISOString());
      // The first lasts until after the next time.
      return new Promise((resolve) => setTimeout(resolve, began.length === 1 ? 15 * MINUTE : MINUTE));
    };
    void scheduleOf(EVERY_TEN_MINUTES, ZONE).run(work, { signal, onOverrun });
    await vi.advanceTimersByTimeAsync(39 * MINUTE);
    expect(began).toEqual(['2023-08-08T12:10:00.000Z', '2023-08-08T12:30:00.000Z']);
    expect(onOverrun).toHaveBeenCalledTimes(1);
  });

  it('is waited for when all is to stop, and does not begin again', async () => {
    const controller = new AbortController();
    const seen: string[] = [];
    const work = async (): Promise<void> => {
      seen.push('began');
      await new Promise((resolve) => setTimeout(resolve, MINUTE));
      seen.push('ended');
    };
    const running = scheduleOf(EVERY_TEN_MINUTES, ZONE)
      .run(work, { ...until, signal: controller.signal })
      .then(() => seen.push('stopped'));
    await vi.advanceTimersByTimeAsync(10.5 * MINUTE);
    controller.abort();
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    await running;
    expect(seen).toEqual(['began', 'ended', 'stopped']);
  });

  it('need not have begun to be stopped', async () => {
    const controller = new AbortController();
    const work = vi.fn();
    const running = scheduleOf(EVERY_TEN_MINUTES, ZONE).run(work, { ...until, signal: controller.signal });
    controller.abort();
    await running;
    await scheduleOf(EVERY_TEN_MINUTES, ZONE).run(work, { ...until, signal: controller.signal });
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    expect(work).not.toHaveBeenCalled();
  });

  it('ends it all by a fault', async () => {
    const work = vi.fn().mockRejectedValue(new Error('a fault'));
    const running = expect(scheduleOf(EVERY_TEN_MINUTES, ZONE).run(work, until)).rejects.toThrow('a fault');
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    await running;
    expect(work).toHaveBeenCalledTimes(1);
  });
});
