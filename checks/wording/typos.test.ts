import { describe, expect, it } from 'vitest';
import { entrySchema } from './entry.ts';
import { typoFinder } from './typos.ts';

describe('a finder', () => {
  const find = typoFinder([entrySchema.parse({ wrong: '临缁', right: '临淄', except: ['东临缁水'] })]);
  it.each([
    ['临缁区人民政府', 1],
    ['位于东临缁水之滨', 0],
    ['把“临缁”改为临淄', 0],
    ['依据《临缁县志》的记载', 0],
    ['依据《县志》，临缁古称营丘（见《史记》）', 1],
    ['临缁区、临缁街', 2],
    ['临', 0],
  ])('in %s finds %i', (text, count) => {
    expect(find(text)).toHaveLength(count);
  });
});

describe('an entry of an inspector', () => {
  it.each([
    ['the same twice', { wrong: '临淄', right: '临淄' }],
    ['a single character', { wrong: '缁', right: '淄' }],
    ['an exception without it', { wrong: '临缁', right: '临淄', except: ['缁水'] }],
    ['an unknown key', { wrong: '临缁', right: '临淄', note: '' }],
  ])('is refused with %s', (_, entry) => {
    expect(entrySchema.safeParse(entry).success).toBe(false);
  });
});
