import type { Random } from '../../demo/random.ts';
import type { Person } from './person.ts';

/** One step of somebody's work. */
export type Step = (person: Person, random: Random) => Promise<unknown>;

const numbersIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/\/findings\/([0-9A-F]{8})\b/g)].map(([, number]) => number ?? '')),
];

const FILTERS = ['', 'standing=pending', 'weight=charged', 'state=new', 'text=双随机', 'message=guide', 'page=400'];

/** Looks at a list and at one of its findings. */
const review: Step = async (person, random) => {
  const list = await person.open('findings', `/findings?${random.pick(['', ...FILTERS])}`);
  const [first = '', ...rest] = numbersIn(list);
  if (first !== '') await person.open('one finding', `/findings/${random.pick([first, ...rest])}`);
};

/** Decides on a page of findings, as inspectors do by the dozen. */
const decide: Step = async (person, random) => {
  const list = await person.open('findings', `/findings?standing=pending&page=${random.int(1, 300)}`);
  const chosen = [...list.matchAll(/name="finding" value="([0-9A-F]{8}:\d+)"/g)].map(([, value]) => value ?? '');
  if (chosen.length === 0) throw new Error('a list for an inspector has nothing to choose');
  await person.post('decide', '/findings/decide', {
    finding: chosen.slice(0, random.int(1, 50)),
    decision: 'accepted',
  });
};

export const INSPECTOR: readonly Step[] = [
  (person) => person.open('overview', '/'),
  review,
  review,
  decide,
  (person) => person.open('scorecards', '/scorecards'),
  (person) => person.open('coverage', '/coverage'),
  (person) => person.open('bulletins', '/bulletins'),
  (person) => person.open('rectification', '/rectification'),
  (person) => person.open('log', '/log'),
  (person) => person.open('jobs', '/jobs'),
];

export const UNIT: readonly Step[] = [
  (person) => person.open('unit home', '/'),
  review,
  review,
  (person) => person.open('self-check', '/self-check'),
  (person) => person.open('agenda', '/agenda'),
  (person) => person.open('rectification', '/rectification'),
];
