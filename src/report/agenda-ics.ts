import { createHash } from 'node:crypto';
import { AGENDA_KINDS, AGENDA_STATES, type AgendaItem } from '../model/agenda.ts';
import { addDays, type CivilDate } from '../model/civil-date.ts';
import { type IcsComponent, type IcsProperty, icsOf, icsText } from './icalendar.ts';

export interface AgendaCalendar {
  /** How calendar programs call it. */
  readonly name: string;
  /** What makes the items' ids unique in the world: the host of the disclosure site. */
  readonly scope: string;
  /** When it was made. */
  readonly stamp: Date;
}

/**
 * An agenda as an iCalendar file (RFC 5545) that an office can subscribe to: an event of the whole day for every item,
 * under the same UID every day. What has no known due date is a to-do without one.
 */
export function agendaIcs(items: readonly AgendaItem[], calendar: AgendaCalendar): string {
  const name = icsText(calendar.name);
  return icsOf({
    name: 'VCALENDAR',
    properties: [
      ['VERSION', '2.0'],
      ['PRODID', '-//xunjian//agenda//ZH'],
      ['CALSCALE', 'GREGORIAN'],
      ['NAME', name],
      ['X-WR-CALNAME', name],
      ['REFRESH-INTERVAL;VALUE=DURATION', 'P1D'],
      ['X-PUBLISHED-TTL', 'P1D'],
    ],
    // A calendar without any component is none.
    components: items.length > 0 ? items.map((item) => componentOf(item, calendar)) : [emptyNote(calendar)],
  });
}

function componentOf(item: AgendaItem, calendar: AgendaCalendar): IcsComponent {
  const { due, kind, state, column } = item;
  const said: readonly IcsProperty[] = [
    ...identity(item.id, calendar),
    ['SUMMARY', icsText(summaryOf(item))],
    ['DESCRIPTION', icsText(descriptionOf(item))],
    ['CATEGORIES', icsText(AGENDA_KINDS[kind])],
    ...(column === null ? [] : [['URL', column] as const]),
  ];
  if (due === null)
    return {
      name: 'VTODO',
      properties: [...said, ['STATUS', state === 'filled' ? 'COMPLETED' : 'NEEDS-ACTION']],
    };
  return {
    name: 'VEVENT',
    properties: [
      ...said,
      ['DTSTART;VALUE=DATE', dateOf(due)],
      ['DTEND;VALUE=DATE', dateOf(addDays(due, 1))],
      ['TRANSP', 'TRANSPARENT'],
    ],
  };
}

const emptyNote = (calendar: AgendaCalendar): IcsComponent => ({
  name: 'VJOURNAL',
  properties: [...identity(`empty/${calendar.name}`, calendar), ['SUMMARY', icsText('没有到期事项')]],
});

const identity = (id: string, { scope, stamp }: AgendaCalendar): readonly IcsProperty[] => [
  ['UID', `${createHash('sha256').update(`${scope}/${id}`).digest('hex').slice(0, 32)}@xunjian`],
  ['DTSTAMP', stamp.toISOString().replace(/[-:]|\.\d{3}/g, '')],
];

const dateOf = (day: CivilDate): string => day.replaceAll('-', '');

function summaryOf({ title, state, overdue }: AgendaItem): string {
  if (overdue) return `（已逾期）${title}`;
  return state === 'open' ? title : `（${AGENDA_STATES[state]}）${title}`;
}

const descriptionOf = ({ note, points, basis }: AgendaItem): string =>
  [
    ...(note === null ? [] : [note]),
    points > 0 ? `逾期未办的减${points}分` : '只提醒，不减分',
    ...(basis.length > 0 ? [`依据：${basis.map(({ document, clause }) => document + clause).join('；')}`] : []),
  ].join('\n');
