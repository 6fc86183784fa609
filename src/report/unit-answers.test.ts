import { describe, expect, it } from 'vitest';
import type { Verdict } from '../model/verdict.ts';
import { answersOf } from './unit-answers.ts';

const verdict = (id: string, more: Partial<Verdict>): Verdict => ({
  ...{ id, unit: 'u', check: 'periodic', topic: 'statistics', column: 'http://u.example/', subject: id },
  ...{ verdict: 'pass', message: null, advisory: false, state: 'conforming', text: `已公开${id}`, fix: null },
  ...{ basis: [], reason: null, evidence: [] },
  ...more,
});
const fail = (id: string, more: Partial<Verdict> = {}) =>
  verdict(id, { verdict: 'fail', message: 'overdue', text: `${id}逾期`, fix: '请补发', ...more });
const rowsOf = (...args: Parameters<typeof answersOf>) => answersOf(...args).flatMap(({ rows }) => rows);

describe('the answers of a unit', () => {
  it('have a line for every problem, first, and one for all that conform', () => {
    const rows = rowsOf([verdict('4月', {}), verdict('5月', {}), fail('6月')], [], new Map());
    expect(rows.map(({ verdict, text }) => [verdict, text])).toEqual([
      ['fail', '6月逾期'],
      ['pass', '已公开4月；已公开5月'],
    ]);
  });
  it('cut a long list short and say how long it was', () => {
    const many = Array.from({ length: 6 }, (_, month) => verdict(`${month + 1}月`, {}));
    expect(rowsOf(many, [], new Map())[0]?.text).toBe('已公开1月；已公开2月；已公开3月；已公开4月等6项');
  });
  it('say what each problem costs', () => {
    const verdicts = [
      fail('a'),
      fail('b'),
      fail('c', { check: 'guide' }),
      fail('d', { advisory: true }),
      fail('e', { advisory: true, alert: true }),
      fail('f'),
    ];
    const deductions = [
      { unit: 'u', group: 'periodic', points: 0.5, verdicts: ['a', 'b'] },
      { unit: 'u', group: 'guide', points: 1, verdicts: ['c'] },
    ];
    expect(rowsOf(verdicts, deductions, new Map()).map(({ cost }) => cost)).toEqual([
      ...['与同类问题合计减0.5分', '与同类问题合计减0.5分', '减1分', '提醒，不减分'],
      ...['不自动减分，须当日处理', '未减分'],
    ]);
  });
  it('keep what could not be settled apart from what conforms', () => {
    const rows = rowsOf(
      [verdict('4月', {}), verdict('5月', { verdict: 'inconclusive', text: '打不开' })],
      [],
      new Map(),
    );
    expect(rows.map(({ verdict, url }) => [verdict, url])).toEqual([
      ['inconclusive', 'http://u.example/'],
      ['pass', null],
    ]);
  });
  it('name checks by their titles, topics in the order of the list, what has no column last', () => {
    const sections = answersOf(
      [verdict('x', { topic: 'other', check: 'links' }), verdict('y', { topic: 'guide', check: 'guide' })],
      [],
      new Map([['guide', '信息公开指南']]),
    );
    expect(sections.map(({ title, rows }) => [title, rows[0]?.check])).toEqual([
      ['信息公开指南', '信息公开指南'],
      ['综合检查和日常工作', 'links'],
    ]);
  });
  it('show a page and no register as the place of a problem', () => {
    const ref = { capturedAt: '2023-08-08T00:00:00Z', sha256: '', record: 'r' };
    const evidence = [
      { ...ref, url: 'registers/feedback.csv' },
      { ...ref, url: 'http://u.example/doc' },
    ];
    expect(rowsOf([fail('a', { evidence })], [], new Map())[0]?.url).toBe('http://u.example/doc');
    expect(rowsOf([fail('a', { evidence: evidence.slice(0, 1), column: null })], [], new Map())[0]?.url).toBeNull();
  });
});
