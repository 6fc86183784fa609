import { describe, expect, it } from 'vitest';
import { builtInChecks } from '../../checks/index.ts';
import { prepareChecks } from '../audit/registry.ts';
import type { Rulebook } from '../model/rulebook.ts';
import { UserError } from '../model/user-error.ts';
import { refuseUnknownNames } from './rulebook-names.ts';

const rulebook = (messages: readonly string[], params: Rulebook['params']): Rulebook => ({
  ...{ id: 'test', title: '测试用考核办法', base: 15, coverageMax: 5, params },
  groups: [{ id: 'wording', title: '表述', points: 0.5, advisory: false, messages, basis: [] }],
});
const check = (one: Rulebook): void =>
  refuseUnknownNames(one, prepareChecks(builtInChecks, [], { ...one, params: {} }));

describe('names in a rulebook', () => {
  it('that a check has are taken', () => {
    expect(() => check(rulebook(['wording/placeholder'], { wording: {} }))).not.toThrow();
  });
  it.each([
    [rulebook(['wording/placeholdr'], {}), 'wording/placeholdr', '是否指 wording/placeholder？'],
    [rulebook([], { leadrship: {} }), 'leadrship', '是否指 leadership？'],
    [rulebook([], { 'of-our-own': {} }), 'of-our-own', '--checks'],
  ])('that no check has are refused', (one, value, remedy) => {
    const caught = (() => {
      try {
        check(one);
        return null;
      } catch (error) {
        return error;
      }
    })();
    if (!(caught instanceof UserError)) throw caught;
    expect(caught.problems).toHaveLength(1);
    expect(caught.problems[0]).toMatchObject({ value, remedy: expect.stringContaining(remedy) });
  });
});
