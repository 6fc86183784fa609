import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { UserError } from '../model/user-error.ts';
import { type AnyCheck, defineCheck } from './check.ts';
import { checkShape } from './check-shape.ts';
import { rulebookWith } from './facts.fixture.ts';
import { monthDay } from './params.ts';
import { prepareChecks } from './registry.ts';

const named = (id: string): AnyCheck =>
  defineCheck({
    id,
    title: '示例',
    topics: ['guide'],
    basis: [{ document: '示例文件', clause: '第一条' }],
    messages: {},
    params: z.strictObject({ from: monthDay('04-01') }),
    subject: () => '2023',
    run() {},
  }) as AnyCheck;

const problemsOf = (act: () => unknown): UserError['problems'] => {
  try {
    act();
  } catch (error) {
    return (error as UserError).problems;
  }
  throw new Error('nothing was refused');
};

describe('the registry', () => {
  it('keeps the built-in order and puts others behind, by id', () => {
    const external = ['z', 'c'].map((id) => ({ check: named(id), file: `/x/${id}/check.ts` }));
    const checks = prepareChecks([named('b'), named('a')], external, rulebookWith());
    expect(checks.map(({ check }) => check.id)).toEqual(['b', 'a', 'c', 'z']);
  });
  it('gives parameters of the rulebook, or their defaults', () => {
    const rulebook = rulebookWith({ params: { a: { from: '07-01' }, unbuilt: { x: 1 } } });
    expect(prepareChecks([named('a'), named('b')], [], rulebook).map(({ params }) => params)).toEqual([
      { from: '07-01' },
      { from: '04-01' },
    ]);
  });
  it.each([
    ['a value that is none', { from: '13-01' }, 'params.a.from', '13-01'],
    ['a key that it does not know', { form: '04-01' }, 'params.a', 'form'],
  ])('refuses %s', (_, params, path, said) => {
    const [problem] = problemsOf(() => prepareChecks([named('a')], [], rulebookWith({ params: { a: params } })));
    expect(problem?.what).toContain(path);
    expect(`${problem?.what}${problem?.value}`).toContain(said);
    expect(problem?.remedy).toMatch(/默认值/);
  });
  it('says where the parameter stands in the rulebook’s file', () => {
    const rulebook = rulebookWith({ params: { a: { from: '13-01' } } });
    const [problem] = problemsOf(() =>
      prepareChecks([named('a')], [], rulebook, (path) => ({ file: path.join('.'), line: 7 })),
    );
    expect(problem?.place).toEqual({ file: 'a.from', line: 7 });
  });
  it('refuses an id that is taken, naming the file', () => {
    const [problem] = problemsOf(() =>
      prepareChecks([named('a')], [{ check: named('a'), file: '/x/check.ts' }], rulebookWith()),
    );
    expect(problem).toMatchObject({ place: { file: '/x/check.ts' }, value: 'a' });
  });
});

describe('what a module exports', () => {
  it('is a check where all its parts are there', () => expect(checkShape(named('a'))).toMatchObject({ ok: true }));
  it.each([
    [undefined, '没有默认导出'],
    [{ ...named('a'), id: 'Not_An_Id' }, 'id'],
    [{ ...named('a'), topics: ['nonsense'] }, 'topics'],
    [{ ...named('a'), basis: [] }, 'basis'],
    [{ ...named('a'), messages: { x: { text: '有文无法' } } }, 'messages.x.fix'],
    [{ ...named('a'), run: undefined }, 'run'],
    [{ ...named('a'), params: {} }, 'params'],
  ])('is none otherwise (%#)', (value, said) => {
    expect(checkShape(value)).toMatchObject({ ok: false, what: expect.stringContaining(said) });
  });
});
