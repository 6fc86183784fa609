import fc from 'fast-check';
import { expect, it } from 'vitest';
import { letters } from './letters.ts';

it('counts what is left of any text without what is no letter', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constant('𠮷野家2023年（试行）'),
  );
  fc.assert(fc.property(texts, (text) => letters(text) === text.replace(/\P{L}/gu, '').length));
});

it('knows every unit of UTF-16', () => {
  const wrong: number[] = [];
  for (let unit = 0; unit < 0x10000; unit++) {
    const text = `甲${String.fromCharCode(unit)}`;
    if (letters(text) !== text.replace(/\P{L}/gu, '').length) wrong.push(unit);
  }
  expect(wrong).toEqual([]);
});
