import { randomFor } from './random.ts';

const SURNAMES = '邴仉逄亓綦郇劢鄄郈缪衡禚訾郜虢巩嵇澹'.split('');
const FIRST = '云松景知砚望书牧远怀澄言允昭舒临闻予弘青'.split('');
const SECOND = '屿川禾岑廷和棠朗安砺舟衡樾汀原白垣远禹溪'.split('');

/** Invented names of persons, each given once: rare surnames, so that nobody is meant. */
export function personNames(count: number): string[] {
  const random = randomFor('names of persons');
  const names = new Set<string>();
  while (names.size < count) {
    const of = (letters: readonly string[]): string => letters[random.int(0, letters.length - 1)] ?? '';
    // In turn, so that colleagues seldom share a surname.
    const surname = SURNAMES[names.size % SURNAMES.length] ?? '';
    const [first, second] = [of(FIRST), of(SECOND)];
    if (first !== second) names.add(surname + first + second);
  }
  return [...names];
}
