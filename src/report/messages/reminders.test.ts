import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../model/civil-date.ts';
import { AUDIENCE, bulletinOf, day, item, SETTINGS } from './audience.fixture.ts';
import { type ReminderSources, remindersOf } from './reminders.ts';

const BULLETIN = bulletinOf({
  sfj: [item('a'), item('提醒事项', { group: null }), item('b')],
  tjj: [item('c')],
  sjj: [item('d')],
});

const sources = (today: string, more: Partial<ReminderSources> = {}): ReminderSources => ({
  ...AUDIENCE,
  ...{ remind: { daysBefore: [3, 1, 0], overdueEvery: 3 }, bulletin: BULLETIN, answered: new Map() },
  today: day(today),
  ...more,
});
const reminders = (today: string, more: Partial<ReminderSources> = {}) => remindersOf(sources(today, more));
const answered = (items: Readonly<Record<string, readonly string[]>>): ReminderSources['answered'] =>
  new Map(Object.entries(items).map(([unit, findings]) => [unit, new Set(findings)]));

describe('a reminder', () => {
  it('goes to each address of a unit once, and to each robot once for all', () => {
    expect(reminders('2023-08-08').map(({ about, channel, recipient }) => ({ about, channel, recipient }))).toEqual([
      ...[
        ['sfj/mail/sfj@example.gov.cn', 'mail', 'sfj@example.gov.cn'],
        ['sfj/mail/sfj2@example.gov.cn', 'mail', 'sfj2@example.gov.cn'],
        ['tjj/mail/tjj@example.gov.cn', 'mail', 'tjj@example.gov.cn'],
        ['wecom/工作群', 'wecom', '工作群'],
        ['dingtalk/检查组', 'dingtalk', '检查组'],
      ].map(([about, channel, recipient]) => ({ about: `due/2023Q2/2023-08-08/${about}`, channel, recipient })),
    ]);
  });

  it('tells a unit its items, those that cost points first, the deadline and where to go', () => {
    const [first] = reminders('2023-08-08');
    expect(first?.subject).toBe('【巡检】区司法局：2023年第二季度通报的问题有3项尚未反馈整改情况，距整改期限还有3天');
    expect(first?.body.split('\n')).toEqual([
      '区司法局：',
      '示例区2023年第二季度政务公开通报中，贵单位有3项尚未反馈整改情况。整改期限为2023年8月11日，距整改期限还有3天。',
      '',
      '1. a的问题（减分问题）',
      '2. b的问题（减分问题）',
      '3. 提醒事项的问题（提醒）',
      '',
      '请整改后逐项反馈；反馈后即自动复查，不再提醒。',
      '请登录巡检控制台查看和处理：https://xunjian.example.gov.cn/',
    ]);
  });

  it('tells a group which units have how many, and nothing of what', () => {
    const robot = reminders('2023-08-11').find(({ channel }) => channel === 'wecom');
    expect(robot?.subject).toBe('【巡检】2023年第二季度通报的问题有3个单位尚未反馈整改情况，今天是整改期限');
    expect(robot?.body.split('\n')).toEqual([
      '整改期限为2023年8月11日。',
      '请登录巡检控制台查看和处理：https://xunjian.example.gov.cn/',
      ...['区司法局：3项', '区统计局：1项', '区审计局：1项'],
    ]);
  });

  it('lists no more than can be read, and counts the rest', () => {
    const many = bulletinOf({ tjj: Array.from({ length: 33 }, (_, i) => item(`第${i}`)) });
    const [first] = reminders('2023-08-08', { bulletin: many });
    expect(first?.body).toContain('30. 第29的问题');
    expect(first?.body).not.toContain('31. ');
    expect(first?.body).toContain('另有3项');
  });

  it('counts by the longer term that a unit was given', () => {
    const told = BULLETIN.get('tjj');
    if (!told) throw new Error('the bulletin does not name tjj');
    const bulletin = new Map([...BULLETIN, ['tjj', { ...told, rectifyBy: day('2023-08-18') }]]);
    const robots = (today: string) => reminders(today, { bulletin }).filter(({ channel }) => channel === 'wecom');
    const [late] = robots('2023-08-15');
    expect(late?.subject).toContain('2个单位尚未反馈整改情况，已超过整改期限4天');
    expect(late?.body).not.toContain('区统计局');
    const longer = robots('2023-08-15').find(({ body }) => body.includes('区统计局：1项'));
    expect(longer?.subject).toContain('1个单位尚未反馈整改情况，距整改期限还有3天');
    expect(new Set(robots('2023-08-15').map(({ about }) => about)).size).toBe(2);
    const letter = reminders('2023-08-15', { bulletin }).find(({ recipient }) => recipient === 'tjj@example.gov.cn');
    expect(letter?.subject).toContain('距整改期限还有3天');
  });

  it('is not sent of what was reported on', () => {
    const some = reminders('2023-08-08', { answered: answered({ sfj: ['a', 'b', '提醒事项'], tjj: ['a'] }) });
    expect(some.map(({ recipient }) => recipient)).toEqual(['tjj@example.gov.cn', '工作群', '检查组']);
    expect(some.at(-1)?.body).not.toContain('区司法局');
    const all = answered({ sfj: ['a', 'b', '提醒事项'], tjj: ['c'], sjj: ['d'] });
    expect(reminders('2023-08-08', { answered: all })).toEqual([]);
  });

  it('is sent only by what is configured', () => {
    const without = (settings: Partial<ReminderSources['settings']>) =>
      reminders('2023-08-08', { settings: { ...SETTINGS, ...settings } }).map(({ channel }) => channel);
    expect(without({ mail: null })).toEqual(['wecom', 'dingtalk']);
    expect(without({ robots: [] })).toEqual(['mail', 'mail', 'mail']);
    expect(without({ mail: null, robots: [] })).toEqual([]);
  });

  it('names no address where nobody said which', () => {
    const [first] = reminders('2023-08-08', { settings: { ...SETTINGS, publicUrl: null } });
    expect(first?.body).toContain('请登录巡检控制台查看和处理。');
  });
});

describe('the day of reminding', () => {
  const dayAt = (today: string, more: Partial<ReminderSources> = {}) =>
    reminders(today, more)[0]?.about.split('/')[2] ?? null;

  it.each([
    ['2023-08-07', null],
    ['2023-08-08', '2023-08-08'],
    // The 8th again: it is sent now where the server stood still that day, and is not sent twice.
    ['2023-08-09', '2023-08-08'],
    ['2023-08-10', '2023-08-10'],
    ['2023-08-11', '2023-08-11'],
    ['2023-08-13', '2023-08-11'],
    ['2023-08-14', '2023-08-14'],
    ['2023-08-16', '2023-08-14'],
    ['2023-08-17', '2023-08-17'],
  ])('on %s is %s', (today, about) => expect(dayAt(today)).toBe(about));

  it('is none on the day of publishing and before', () => {
    const remind = { daysBefore: [10, 12], overdueEvery: 3 };
    expect(dayAt('2023-08-02', { remind })).toBe(null);
    expect(dayAt('2023-08-02', { remind: { ...remind, daysBefore: [10, 9] } })).toBe('2023-08-02');
  });

  it('says how late it is by today, not by the day that was missed', () => {
    expect(reminders('2023-08-12')[0]?.subject).toContain('已超过整改期限1天');
  });

  it('never lies ahead, and comes often enough', () => {
    const days = fc.integer({ min: -10, max: 60 });
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 9 }),
        fc.uniqueArray(fc.nat(9)),
        (after, overdueEvery, daysBefore) => {
          const today = addDays(day('2023-08-11'), after);
          const about = dayAt(today, { remind: { daysBefore, overdueEvery } });
          if (about !== null) expect(about <= today && about > '2023-08-01').toBe(true);
          if (after >= overdueEvery) expect(about !== null && about > addDays(today, -overdueEvery)).toBe(true);
          if (after < 0 && !daysBefore.some((before) => -after <= before)) expect(about).toBe(null);
        },
      ),
    );
  });
});
