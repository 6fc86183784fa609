import { describe, expect, it } from 'vitest';
import { readTimeLine } from './time-line.ts';

describe('the line under a title', () => {
  it.each([
    ['时间:2024-02-19', '2024-02-19'],
    ['发布日期：2023-02-17 09:13:17 字号：大 中 小', '2023-02-17'],
    ['来源：区测试局 2023-03-01 字号：[大 中 小]', '2023-03-01'],
    ['来源：区测试局2023-03-01字号：[大 中 小]', '2023-03-01'],
    ['发布机构：区测试局 2023年3月1日', '2023-03-01'],
    ['2023-03-01 10:11 来源：区测试局', '2023-03-01'],
  ])('%s', (line, date) => expect(readTimeLine(line)).toMatchObject({ date }));
  it.each([
    '2023-03-01',
    '时间：2023年3月1日至5日',
    '来源：区测试局',
    '来源：区测试局2023年3月1日至3月5日开展的检查情况',
    '2023-03-01 来源于群众反映的问题，已经全部办结',
  ])('%s is none', (line) => expect(readTimeLine(line)).toBeNull());
});
