import type { CivilDate } from '../../model/civil-date.ts';
import { findDates } from '../dates.ts';
import { POST_WORDS, personName } from './persons.ts';

export interface Appointment {
  readonly name: string;
  /** As printed. */
  readonly post: string;
  readonly kind: 'appointed' | 'removed';
  /** The day of the decision: the last sure date of the text; null where it has none. */
  readonly date: CivilDate | null;
}

const NAME = '\\p{Script=Han}(?:[\\s\\u3000]?\\p{Script=Han}){1,3}?';
const NAMES = `(${NAME}(?:[、，,]\\s*${NAME})*)`;
const GENDER = '(?:[（(][^）)]{1,8}[)）])?';
const APPOINTED = new RegExp(
  `^(?:(?:决定|经研究|现)[^，,：:]{0,10})?(?:任命|聘任|提名|推选)?\\s*${NAMES}${GENDER}(?:同志)?\\s*(?:为|任|兼任|担任|挂职任)\\s*(.+)$`,
  'u',
);
const REMOVED = new RegExp(
  `^(?:(?:决定|经研究|现)[^，,：:]{0,10})?(?:免去|解聘|免除)\\s*${NAMES}${GENDER}(?:同志)?\\s*(?:的|担任的|原任的|所任的)\\s*(.+?)\\s*(?:职务|职位)?$`,
  'u',
);
const NO_LONGER = new RegExp(
  `^${NAMES}${GENDER}(?:同志)?\\s*(?:不再|不)(?:担任|任|兼任)\\s*(.+?)\\s*(?:职务|职位)?$`,
  'u',
);
const HEADING = /^(?:决定|经研究)?[^。：:]{0,12}?(任命|聘任|免去|解聘|任职|免职)[^。：:]{0,6}[:：]\s*(.*)$/;

/** Appointments and removals that a notice tells, one for each person and post, in order. */
export function readAppointments(text: string): Appointment[] {
  const date = findDates(text).findLast((found) => found.sure)?.date ?? null;
  const found: Appointment[] = [];
  let list: Appointment['kind'] | null = null;
  for (const sentence of sentencesOf(text)) {
    const heading = HEADING.exec(sentence);
    if (heading) list = /免|解/.test(heading[1] ?? '') ? 'removed' : 'appointed';
    const rest = heading ? (heading[2] ?? '') : sentence;
    if (rest !== '') found.push(...fromSentence(rest, list).map((one) => ({ ...one, date })));
  }
  return found;
}

/** Clauses end at 。；and line ends, and before a new 任命 or 免去. */
function sentencesOf(text: string): string[] {
  return text
    .split(/[。；;\n]|[，,](?=\s*(?:免去|任命|聘任|解聘))/)
    .flatMap((part) => part.split(/[，,]\s*(?=\p{Script=Han}{2,4}(?:同志)?不再)/u))
    .map((part) =>
      part
        .trim()
        .replace(/^.*?(?=(?:任命|聘任|免去|解聘)\p{Script=Han})/u, '')
        .trim(),
    )
    .filter((part) => part.length >= 3 && part.length <= 200);
}

function fromSentence(sentence: string, list: Appointment['kind'] | null): Omit<Appointment, 'date'>[] {
  const removal = REMOVED.exec(sentence) ?? NO_LONGER.exec(sentence);
  const marked = list !== null || /^(?:任命|聘任|免去|解聘|免除)|同志/.test(sentence);
  if (removal) return people(removal[1] ?? '', removal[2] ?? '', 'removed', marked);
  const listed =
    list === 'removed' ? new RegExp(`^${NAMES}${GENDER}(?:同志)?的\\s*(.+?)\\s*(?:职务)?$`, 'u').exec(sentence) : null;
  if (listed) return people(listed[1] ?? '', listed[2] ?? '', 'removed', marked);
  const appointment = APPOINTED.exec(sentence);
  return appointment ? people(appointment[1] ?? '', appointment[2] ?? '', 'appointed', marked) : [];
}

function people(
  names: string,
  postText: string,
  kind: Appointment['kind'],
  marked: boolean,
): Omit<Appointment, 'date'>[] {
  const post = postText
    .replace(/[（(](?:试用期|任期|聘期|挂职|按|正|副)[^）)]*[)）]/g, '')
    .replace(/[，,]?\s*(?:试用期|任期|聘期).*$/, '')
    .trim();
  if (!POST_WORDS.test(post) || post.length > 80) return [];
  return names.split(/[、，,]/).flatMap((text) => {
    const name = personName(text, marked);
    return name ? [{ name, post, kind }] : [];
  });
}
