import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitBytes } from './fit-bytes.ts';

const bytes = (text: string): number => Buffer.byteLength(text);
const isWhole = (text: string): boolean =>
  !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
/** Characters of one to four bytes. */
const text = fc.string({ unit: fc.constantFrom('a', 'é', '巡', '检', '𠮷', '😀', '\n'), maxLength: 60 });

describe('a text cut to a number of bytes', () => {
  it('fits, has whole characters only and is as long as can be', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 120 }), (whole, most) => {
        const cut = fitBytes(whole, most);
        expect(bytes(cut)).toBeLessThanOrEqual(most);
        expect(isWhole(cut)).toBe(true);
        if (cut === whole) return;
        expect(bytes(whole)).toBeGreaterThan(most);
        expect(cut.endsWith('…')).toBe(true);
        const kept = cut.slice(0, -1);
        expect(whole.startsWith(kept)).toBe(true);
        const [next = ''] = Array.from(whole.slice(kept.length));
        expect(bytes(kept + next) + bytes('…')).toBeGreaterThan(most);
      }),
    );
  });

  it('stays as it is where it just fits', () => {
    expect(fitBytes('巡检', 6)).toBe('巡检');
    expect(fitBytes('巡检𠮷', 9)).toBe('巡检…');
  });
});
