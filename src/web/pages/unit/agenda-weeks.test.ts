import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgendaItem } from '../../../model/agenda.ts';
import { addDays, type CivilDate } from '../../../model/civil-date.ts';
import { agendaSections, monthsBetween, shortDay, weekday } from './agenda-weeks.ts';

const TODAY = '2023-06-07' as CivilDate;
const item = (id: string, due: string | null, overdue = false): AgendaItem => ({
  ...{ id, due: due as CivilDate | null, overdue, kind: 'periodic', title: id, note: null, column: null },
  ...{ topic: 'statistics', state: 'open', points: 0.5, basis: [], from: null, workdaysLeft: null, finding: null },
});
const days = fc.integer({ min: -4000, max: 4000 }).map((offset) => addDays(TODAY, offset));

describe('the weeks of an agenda', () => {
  it('come after what is overdue and what nobody looked at since, and before what has no known day', () => {
    const items = [item('a', '2023-05-30', true), item('b', '2023-06-01'), item('c', '2023-06-07')];
    const sections = agendaSections(
      [...items, item('d', '2023-06-11'), item('e', '2023-06-12'), item('f', '2023-07-03'), item('g', null)],
      TODAY,
    );
    expect(sections.map(({ title, items: all }) => [title, all.map(({ id }) => id).join()])).toEqual([
      ['已逾期', 'a'],
      ['已到期，尚未判定', 'b'],
      ['本周（6月5日—6月11日）', 'c,d'],
      ['下周（6月12日—6月18日）', 'e'],
      ['7月3日—7月9日', 'f'],
      ['期限待定', 'g'],
    ]);
  });

  it('hold every item once, and none twice', () => {
    const some = fc.array(fc.tuple(fc.option(days), fc.boolean()), { maxLength: 30 });
    fc.assert(
      fc.property(some, days, (given, today) => {
        const items = given.map(([due, overdue], at) => item(`${at}`, due, overdue));
        const shown = agendaSections(items, today).flatMap((section) => section.items.map(({ id }) => id));
        expect([...shown].sort()).toEqual(items.map(({ id }) => id).sort());
      }),
    );
  });

  it('begin on Mondays', () => {
    expect([weekday('2023-06-05' as CivilDate), weekday('2023-06-11' as CivilDate)]).toEqual([0, 6]);
    fc.assert(fc.property(days, (day) => weekday(addDays(day, 1)) === (weekday(day) + 1) % 7));
  });
});

describe('the months of an agenda', () => {
  it('are those that its days lie in, over the end of a year too', () => {
    const ids = (from: string, until: string) =>
      monthsBetween(from as CivilDate, until as CivilDate).map((month) => month.id);
    expect(ids('2023-06-30', '2023-08-01')).toEqual(['2023-06', '2023-07', '2023-08']);
    expect(ids('2023-12-15', '2024-02-13')).toEqual(['2023-12', '2024-01', '2024-02']);
    expect(shortDay('2023-12-01' as CivilDate)).toBe('12月1日');
  });
});
