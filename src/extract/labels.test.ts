import { describe, expect, it } from 'vitest';
import { colonPairs, labelField } from './labels.ts';

const pairs = (line: string) => colonPairs(line).map(({ field, value }) => [field, value]);

describe('labels', () => {
  it('stand in brackets with and without a colon', () => {
    const read = [
      ['index', '113/2023-12'],
      ['publishedOn', '2023-04-05'],
    ];
    expect(pairs('【索引号】113/2023-12【公开日期】2023-04-05')).toEqual(read);
    expect(pairs('【索 引 号】：113/2023-12 【公开日期：】2023-04-05')[0]).toEqual(read[0]);
    expect(pairs('索引号：113/2023-12　公开日期：2023-04-05')).toEqual(read);
  });
  it.each([
    ['组配分类', 'theme'],
    ['主题类别', 'theme'],
    ['信息时效期', 'validity'],
    ['索取号', 'index'],
    ['制定机关', 'issuer'],
    ['形成日期', 'writtenOn'],
  ])('have many words for one thing: %s', (label, field) => expect(labelField(label)).toBe(field));
});
