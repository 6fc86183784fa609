import { describe, expect, it } from 'vitest';
import { isTitledAfter, mayBeSameMatter, namesTitle, quotedTitles } from './quoted-titles.ts';

const POLICY = '临淄区测试局关于印发《测试项目管理办法》的通知';

describe('titles in a text', () => {
  it('are the outer ones', () => {
    expect(quotedTitles('《关于印发〈甲〉的通知》和《乙《丙》办法》、《丁')).toEqual([
      '关于印发〈甲〉的通知',
      '乙《丙》办法',
    ]);
  });
  it.each([
    ['《测试项目管理办法》政策解读', true],
    ['《临淄区测试局关于印发《测试项目管理办法》的通知》解读', true],
    ['《临淄区测试局关于印发〈测试项目管理办法〉的通知》解读', true],
    ['《测试项目 管理办法（2023年修订）》解读', true],
    ['《其他项目管理办法》政策解读', false],
    ['《通知》解读', false],
    ['测试项目管理办法解读', false],
  ])('%s names the document: %s', (text, expected) => expect(namesTitle(text, POLICY)).toBe(expected));
  it.each([
    ['一图读懂：测试项目管理办法', true],
    ['临淄区测试项目管理办法政策解读', true],
    ['关于印发测试项目管理办法的政策解读', true],
    ['节水测试项目管理办法解读', false],
    ['测试项目怎么管', false],
  ])('%s is the title with words around it: %s', (text, expected) =>
    expect(isTitledAfter(text, POLICY)).toBe(expected),
  );
  it.each([
    ['一图读懂测试项目管理办法', true],
    ['测试项目管理办法问答', true],
    ['节水宣传周活动问答', false],
  ])('%s may be about the same matter: %s', (text, expected) => expect(mayBeSameMatter(text, POLICY)).toBe(expected));
});
