import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenRegister } from '../../../app/registers/open-register.ts';
import { assembled, type DraftRow, notIn, readRows, shownRows } from './edit-form.ts';

const rowsOf = (...units: readonly string[]): OpenRegister['rows'] =>
  units.map((unit, at) => ({ line: at + 2, texts: { unit, month: '2023-04' } }));

const draft = (key: string, texts: DraftRow['texts'], isDeleted = false): DraftRow => ({ key, texts, isDeleted });

describe('fields of an editing form', () => {
  it('are read row by row, column names with hyphens among them', () => {
    const fields = {
      ...{ version: 'x', 'cell.0.unit': '甲局', 'cell.0.extra-7': '注', 'cell.n1.unit': '乙局' },
      ...{ 'delete.0': '1', 'cell.x.unit': '丙镇', 'cell.9.': '空', 'cell.3.unit': new File([], 'a') },
    };
    expect(readRows(fields)).toEqual([
      draft('0', { unit: '甲局', 'extra-7': '注' }, true),
      draft('n1', { unit: '乙局' }),
    ]);
  });
});

describe('rows of a page laid over a register', () => {
  it('change, delete and add, and say which row of the page each is', () => {
    const drafts = [
      ...[draft('1', { unit: '乙局改' }), draft('2', { unit: '丙镇' }, true)],
      ...[draft('n1', { unit: '丁局' }), draft('n2', { unit: '  ' }), draft('n3', { unit: '戊局' }, true)],
    ];
    expect(assembled({ rows: rowsOf('甲局', '乙局', '丙镇') }, drafts)).toEqual({
      rows: [{ unit: '甲局', month: '2023-04' }, { unit: '乙局改', month: '2023-04' }, { unit: '丁局' }],
      keys: ['0', '1', 'n1'],
    });
  });

  it('leave every row of other pages as it is', () => {
    const texts = fc.record({ unit: fc.string(), month: fc.string() });
    fc.assert(
      fc.property(
        fc.array(texts, { maxLength: 30 }),
        fc.array(fc.nat(29)),
        fc.array(fc.nat(29)),
        (all, edited, deleted) => {
          const rows = all.map((one, at) => ({ line: at + 2, texts: one }));
          const touched = new Set([...edited, ...deleted].filter((at) => at < rows.length));
          const drafts = [...touched].map((at) => draft(`${at}`, { unit: 'x', month: 'y' }, deleted.includes(at)));
          const { rows: after, keys } = assembled({ rows }, drafts);
          const kept = keys.flatMap((key, at) => (touched.has(Number(key)) ? [] : [after[at]]));
          expect(kept).toEqual(all.filter((_, at) => !touched.has(at)));
        },
      ),
    );
  });
});

describe('what would be lost where somebody else saved first', () => {
  it('is what the register does not say in these words', () => {
    const drafts = [
      ...[draft('0', { unit: '甲局', month: '2023-04' }), draft('1', { unit: '乙局', month: '2023-05' })],
      ...[draft('2', { unit: '丙镇', month: '2023-04' }, true), draft('n1', { unit: '' })],
    ];
    expect(notIn({ rows: rowsOf('甲局', '乙局', '丙镇') }, drafts).map(({ key }) => key)).toEqual(['1', '2']);
  });
});

describe('the rows of a page', () => {
  const open: OpenRegister = {
    ...{ id: 'submissions', title: '', columns: [], version: '', file: null, isEditable: true },
    rows: rowsOf(...Array.from({ length: 250 }, (_, at) => (at % 2 === 0 ? '甲局' : '乙局'))),
    problems: [{ place: {}, what: '', remedy: '', row: 7, columnId: null }],
  };
  it('are a hundred at most, found by a text or their mistakes', () => {
    const all = shownRows(open, { text: '', isWrong: false, page: 3 });
    expect([all.drafts.length, all.drafts[0]?.key, all.total, all.pages]).toEqual([50, '200', 250, 3]);
    const some = shownRows(open, { text: '乙', isWrong: false, page: 99 });
    expect([some.drafts.length, some.drafts[0]?.key, some.page]).toEqual([25, '201', 2]);
    expect(shownRows(open, { text: '', isWrong: true, page: 1 }).drafts.map(({ key }) => key)).toEqual(['7']);
  });
});
