import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parameterFault } from './parameter-fault.ts';

const schema = z.strictObject({
  count: z.int().min(1).max(9).optional(),
  since: z.iso.date().optional(),
  mode: z.enum(['a', 'b']).optional(),
  list: z.array(z.string()).optional(),
  words: z.string().min(2, '不得少于两个字').optional(),
});

describe('what is wrong with a parameter', () => {
  it.each([
    [{ count: 'x' }, '应为数字'],
    [{ count: 0 }, '不得小于 1'],
    [{ count: 10 }, '不得大于 9'],
    [{ since: '2020-13-01' }, '应为日期，如 2023-08-08'],
    [{ mode: 'c' }, '应为 a、b 之一'],
    [{ list: 1 }, '应为列表'],
    [{ words: '字' }, '不得少于两个字'],
    [{ cuont: 1 }, '没有名为 cuont 的参数'],
  ])('of %j is said as %s', (value, told) => {
    const issues = schema.safeParse(value).error?.issues ?? [];
    expect(issues.map(parameterFault)).toEqual([told]);
  });
});
