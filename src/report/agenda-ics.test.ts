import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgendaItem } from '../model/agenda.ts';
import type { CivilDate } from '../model/civil-date.ts';
import { agendaIcs } from './agenda-ics.ts';

const day = (text: string): CivilDate => text as CivilDate;
const item = (more: Partial<AgendaItem> = {}): AgendaItem => ({
  id: 'water/periodic/statistics/2023-07/http://www.qinghe.example/data/',
  due: day('2023-08-28'),
  kind: 'periodic',
  title: '在“统计数据”栏目公开2023年7月信息',
  note: null,
  column: 'http://www.qinghe.example/data/?a=1;b,c',
  topic: 'statistics',
  state: 'open',
  points: 0.5,
  basis: [{ document: '临政办字〔2021〕8号', clause: '第八条' }],
  from: null,
  workdaysLeft: 14,
  overdue: false,
  finding: null,
  ...more,
});
const about = { name: '区水务局公开事项', scope: 'www.qinghe.example', stamp: new Date('2023-08-08T01:02:03.456Z') };

/** Lines as a calendar program reads them. */
const unfolded = (ics: string): readonly string[] => ics.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
const valuesOf = (ics: string, name: string): readonly string[] =>
  unfolded(ics).flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1)] : []));
const plain = (text: string): string =>
  text.replace(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));

describe('an agenda for calendar programs', () => {
  it('has an event of a whole day for every item', () => {
    expect(unfolded(agendaIcs([item()], about))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//xunjian//agenda//ZH',
      'CALSCALE:GREGORIAN',
      'NAME:区水务局公开事项',
      'X-WR-CALNAME:区水务局公开事项',
      'REFRESH-INTERVAL;VALUE=DURATION:P1D',
      'X-PUBLISHED-TTL:P1D',
      'BEGIN:VEVENT',
      expect.stringMatching(/^UID:[0-9a-f]{32}@xunjian$/),
      'DTSTAMP:20230808T010203Z',
      'SUMMARY:在“统计数据”栏目公开2023年7月信息',
      'DESCRIPTION:逾期未办的减0.5分\\n依据：临政办字〔2021〕8号第八条',
      'CATEGORIES:定期公开',
      'URL:http://www.qinghe.example/data/?a=1;b,c',
      'DTSTART;VALUE=DATE:20230828',
      'DTEND;VALUE=DATE:20230829',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it.each([
    ['2023-12-31', '20240101'],
    ['2024-02-28', '20240229'],
    ['2024-02-29', '20240301'],
  ])('ends the day after %s', (due, end) =>
    expect(valuesOf(agendaIcs([item({ due: day(due) })], about), 'DTEND;VALUE=DATE')).toEqual([end]),
  );

  it.each([
    [{ state: 'filled' }, '（已完成）办'],
    [{ state: 'unknown' }, '（未能判定）办'],
    [{ state: 'open', overdue: true }, '（已逾期）办'],
    [{ state: 'open' }, '办'],
  ] as const)('says in the title how it stands: %j', (more, summary) =>
    expect(valuesOf(agendaIcs([item({ title: '办', ...more })], about), 'SUMMARY')).toEqual([summary]),
  );

  it('keeps its ids whatever becomes of an item, and gives others to others', () => {
    const uid = (more: Partial<AgendaItem>, scope = about.scope) =>
      valuesOf(agendaIcs([item(more)], { ...about, scope, stamp: new Date(0) }), 'UID')[0];
    expect(uid({ due: day('2023-09-01'), state: 'filled', title: '改了' })).toBe(uid({}));
    expect(uid({ id: 'water/guide' })).not.toBe(uid({}));
    expect(uid({}, 'www.other.example')).not.toBe(uid({}));
  });

  it('has a to-do without a date where none is known', () => {
    const ics = agendaIcs([item({ due: null, note: '期限暂不能确定', points: 0 })], about);
    expect(unfolded(ics)).toContain('BEGIN:VTODO');
    expect(ics).not.toMatch(/DTSTART|DUE|VEVENT/);
    expect(valuesOf(ics, 'STATUS')).toEqual(['NEEDS-ACTION']);
    expect(valuesOf(ics, 'DESCRIPTION')).toEqual([expect.stringMatching(/^期限暂不能确定\\n只提醒，不减分\\n/)]);
    expect(valuesOf(agendaIcs([item({ due: null, state: 'filled' })], about), 'STATUS')).toEqual(['COMPLETED']);
  });

  it('is a calendar, too, where nothing falls due', () => {
    const ics = agendaIcs([], about);
    expect(unfolded(ics).filter((line) => line.startsWith('BEGIN:'))).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VJOURNAL']);
    expect(valuesOf(ics, 'SUMMARY')).toEqual(['没有到期事项']);
  });

  it('folds lines at 75 octets without tearing characters, and gives back any text', () => {
    const texts = fc.string({ unit: fc.oneof(fc.constantFrom('栏', '𠮷', ';', ',', '\\', '\n', ':', 'a', '"', ' ')) });
    fc.assert(
      fc.property(texts, texts, (title, note) => {
        const ics = agendaIcs([item({ title, note })], about);
        expect(ics.endsWith('\r\n')).toBe(true);
        for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(ics).not.toContain('\uFFFD');
        expect(valuesOf(ics, 'SUMMARY').map(plain)).toEqual([title]);
        expect(plain(valuesOf(ics, 'DESCRIPTION')[0] ?? '').startsWith(note)).toBe(true);
      }),
    );
  });

  it('lets no text break out of its line', () => {
    const evil = 'a\r\nEND:VCALENDAR\rATTACH:x\u0000\u0007\u0085b';
    const ics = agendaIcs([item({ title: evil, column: 'http://a/\r\nATTACH:x', note: evil })], about);
    expect(unfolded(ics).filter((line) => /^(?:END:VCALENDAR|ATTACH)/.test(line))).toEqual(['END:VCALENDAR']);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f]/);
    expect(valuesOf(ics, 'SUMMARY')).toEqual(['a\\nEND:VCALENDAR\\nATTACH:x\u0085b']);
  });
});
