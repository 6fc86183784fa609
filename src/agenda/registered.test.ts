import { describe, expect, it } from 'vitest';
import type { ApplicationRow, TaskRow } from '../model/register.ts';
import { agendaOn, day, look, NO_REGISTERS, RULEBOOK, verdictOn } from './agenda.fixture.ts';

const task = (due: string, done: string | null, more: Partial<TaskRow> = {}): TaskRow => ({
  unit: 'water',
  task: '报送台账',
  due: day(due),
  done: done === null ? null : day(done),
  points: 0.5,
  ...more,
});
const tasksOn = (today: string, ...tasks: TaskRow[]) => agendaOn(today, [], { registers: { ...NO_REGISTERS, tasks } });

describe('tasks', () => {
  it('are on the calendar by their own dates and cost what their rows say', () =>
    expect(tasksOn('2023-08-08', task('2023-09-30', null, { points: 1.5 }))).toMatchObject([
      {
        id: 'water/task/报送台账',
        kind: 'task',
        title: '完成任务“报送台账”',
        due: '2023-09-30',
        state: 'open',
        points: 1.5,
        column: null,
        topic: 'other',
      },
    ]));

  it.each([
    ['done', task('2023-08-31', '2023-08-01'), [['filled', false]]],
    ['done on a day that has not come', task('2023-08-31', '2023-08-09'), [['open', false]]],
    ['due today', task('2023-08-08', null), [['open', false]]],
    ['past due', task('2023-08-07', null), [['open', true]]],
    ['long past due', task('2022-01-07', null), [['open', true]]],
    ['past due and done', task('2023-08-07', '2023-08-08'), []],
    ['due on the last day of the window', task('2023-10-07', null), [['open', false]]],
    ['due later', task('2023-10-08', null), []],
    ['another unit’s', task('2023-08-31', null, { unit: 'forest' }), []],
  ])('%s', (_, row, expected) =>
    expect(tasksOn('2023-08-08', row).map(({ state, overdue }) => [state, overdue])).toEqual(expected),
  );

  it('cost nothing where the rulebook does not charge them, and nothing more where the audit no longer does', () => {
    const registers = { ...NO_REGISTERS, tasks: [task('2023-06-20', null)] };
    const groups = RULEBOOK.groups.filter(({ id }) => id !== 'tasks');
    const rulebook = { ...RULEBOOK, groups };
    expect(agendaOn('2023-08-08', [], { registers, rulebook })[0]?.points).toBe(0);
    const said = (period: string, advisory: boolean) =>
      look('2023-08-08', period, [verdictOn('tasks/not-done', '报送台账', { column: null, advisory })]);
    const points = (...looks: ReturnType<typeof look>[]) => agendaOn('2023-08-08', [], { registers, looks })[0]?.points;
    expect(points(said('2023Q3', true))).toBe(0);
    expect(points(said('2023Q3', true), said('2023Q2', false))).toBe(0.5);
  });
});

const application = (received: string, more: Partial<ApplicationRow> = {}): ApplicationRow => ({
  unit: 'water',
  received: day(received),
  channel: '网上',
  extended: null,
  answered: null,
  ...more,
});
const applicationsOn = (today: string, ...applications: ApplicationRow[]) =>
  agendaOn(today, [], { registers: { ...NO_REGISTERS, applications } });

describe('applications', () => {
  it('are to be answered in twenty working days, and in twenty more where the applicant was told in time', () => {
    expect(applicationsOn('2023-08-08', application('2023-07-20'))).toMatchObject([
      {
        id: 'water/application/2023-07-20',
        title: '答复2023-07-20收到的政府信息公开申请（网上）',
        due: '2023-08-17',
        state: 'open',
        points: 0,
      },
    ]);
    const told = (extended: string) =>
      applicationsOn('2023-08-08', application('2023-07-20', { extended: day(extended) }));
    expect(told('2023-08-01')[0]?.due).toBe('2023-09-14');
    expect(told('2023-08-18')[0]?.due).toBe('2023-08-17');
  });

  it.each([
    ['answered in time', application('2023-07-20', { answered: day('2023-08-01') }), [['filled', false]]],
    ['late and open', application('2023-07-03'), [['open', true]]],
    ['late and answered', application('2023-07-03', { answered: day('2023-08-08') }), []],
    ['not received yet', application('2023-08-09'), []],
    ['another unit’s', application('2023-07-20', { unit: 'forest' }), []],
  ])('%s', (_, row, expected) =>
    expect(applicationsOn('2023-08-08', row).map(({ state, overdue }) => [state, overdue])).toEqual(expected),
  );

  it('of one day are told apart', () => {
    const two = applicationsOn('2023-08-08', application('2023-07-20'), application('2023-07-20', { channel: '' }));
    expect(two.map(({ id }) => id)).toEqual(['water/application/2023-07-20', 'water/application/2023-07-20/2']);
    expect(two[1]?.title).toBe('答复2023-07-20收到的政府信息公开申请（渠道未登记，当日第2件）');
  });

  it('have no due date where the working days are not known, and are not overdue', () => {
    const [item] = applicationsOn('2031-08-08', application('2031-06-20'));
    expect(item).toMatchObject({ due: null, state: 'open', overdue: false });
    expect(item?.note).toContain('不早于2031-07-10');
    expect(applicationsOn('2031-08-08', application('2031-06-20', { answered: day('2031-07-01') }))).toEqual([]);
  });
});
