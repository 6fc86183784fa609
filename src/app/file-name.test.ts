import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName, fileNames } from './file-name.ts';

describe('a file name made of a name', () => {
  it.each([
    ['区发改局', '区发改局'],
    ['关于〔2023〕5号', '关于〔2023〕5号'],
    ['文旅/体育局', '文旅／体育局'],
    ['..\\..\\autorun', '＼..＼autorun'],
    ['<b>"x"|?*:', '＜b＞＂x＂｜？＊：'],
    ['con', '_con'],
    ['NUL.2023', '_NUL.2023'],
    ['a\u0000b\u202Ec\n', 'abc'],
    [' . ', '_'],
  ])('%j is %j', (text, name) => {
    expect(fileName(text)).toBe(name);
  });
  it('is safe whatever the name was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = fileName(text);
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^\.|[. ]$|^$/u);
        expect(Array.from(name).length).toBeLessThanOrEqual(81);
      }),
    );
  });
  it('is no other unit’s', () => {
    expect(fileNames(['A/B', 'a／b', '区志', 'A/B'])).toEqual(['A／B', 'a／b（2）', '区志', 'A／B（3）']);
  });
});
