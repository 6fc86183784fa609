import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../model/user-error.ts';
import { nearest } from './nearest.ts';
import { TARGETS, written } from './sample.fixture.ts';
import { loadTargets } from './targets.ts';

/** Loads a text; whatever is wrong must be told as people can use it. */
function tell(text: string): number {
  try {
    loadTargets(written(text));
    return 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.exitCode).toBe(2);
    for (const { place, what, remedy } of error.problems) {
      expect(what.length * remedy.length).toBeGreaterThan(0);
      if (place.line === undefined) continue;
      expect(place.line).toBeLessThanOrEqual(text.split('\n').length);
      expect(place.column).toBeGreaterThan(0);
    }
    return error.problems.length;
  }
}

describe('any text', () => {
  it('is either a plan or told in words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(tell(text)).toBeGreaterThan(0);
      }),
    );
  });
  it('that was once a good file too', () => {
    const lines = TARGETS.split('\n');
    const scraps = fc.constantFrom(
      'null',
      '[]',
      '{}',
      '1',
      '*a',
      '&a x',
      '- -',
      ': :',
      '"',
      '!!binary x',
      '<<: 1',
      '\t',
      'é',
    );
    fc.assert(
      fc.property(fc.nat(lines.length - 1), scraps, fc.boolean(), (at, scrap, whole) => {
        const line = lines[at] ?? '';
        const changed = whole ? scrap : line.replace(/: .*$/, `: ${scrap}`);
        expect(tell(lines.with(at, changed).join('\n'))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the nearest word', () => {
  const words = ['columns', 'enforcement', 'home', 'due'];
  it.each([
    ['colums', 'columns'],
    ['Columns', 'columns'],
    ['enforcment', 'enforcement'],
    ['hoem', 'home'],
    ['dew', 'due'],
    ['telephone', null],
    ['', null],
  ])('to %j is %j', (word, expected) => expect(nearest(word, words)).toBe(expected));
  it.each(words)('to %s is itself', (word) => expect(nearest(word, words)).toBe(word));
});
