import { dayName } from './words.ts';

const OPENING = '《“';
const CLOSING = '》”';

/**
 * What a finding says in a bulletin's few words: its text up to the first bracket, colon or example, outside titles and
 * quotations; days as people write them.
 */
export function brief(text: string): string {
  const whole = text.replace(/。$/, '');
  let depth = 0;
  for (const [i, character] of Array.from(whole).entries()) {
    if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) depth -= 1;
    else if (depth === 0 && i >= SHORTEST && isEnd(whole, i)) return inWords(Array.from(whole).slice(0, i).join(''));
  }
  return inWords(whole);
}

/** Fewer characters say nothing on their own. */
const SHORTEST = 6;

function isEnd(text: string, at: number): boolean {
  const rest = Array.from(text)
    .slice(at, at + 2)
    .join('');
  return rest.startsWith('（') || rest.startsWith('：') || rest === '，如';
}

const inWords = (text: string): string => text.replace(/\d{4}-\d{2}-\d{2}/g, dayName);
