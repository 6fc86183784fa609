import { expect, it } from 'vitest';
import { issueNumber } from './issue-number.ts';

it.each([
  ['空气质量简报（2023年第5期）', 5],
  ['空气质量简报第 １２ 期', 12],
  ['统计月报（第十一期）', 11],
  ['一期工程进展', null],
  ['2023年第二季度简报', null],
])('%s is issue %s', (title, number) => expect(issueNumber(title)).toBe(number));
