import { expect, it } from 'vitest';
import { period } from '../model/period.ts';
import { dayName, localTime, quarterName } from './words.ts';

it('names quarters and days as officials write them', () => {
  expect(quarterName(period('quarter', 2023, 4))).toBe('2023年第四季度');
  expect(dayName('2023-08-08')).toBe('2023年8月8日');
});

it('shows an instant on the clock of the district, not of the machine', () => {
  expect(localTime('2023-08-07T18:13:00.000Z', 'Asia/Shanghai')).toBe('2023-08-08 02:13');
  expect(localTime('2023-08-07T16:00:00.000Z', 'Asia/Shanghai')).toBe('2023-08-08 00:00');
});
