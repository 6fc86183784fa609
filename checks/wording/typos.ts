import type { Entry } from './entry.ts';
import { type Hit, isQuoted } from './steady.ts';

export interface Typo extends Hit {
  readonly wrong: string;
  readonly right: string;
}

/** Two characters as one number. */
const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x1_0000 + text.charCodeAt(at + 1);

/** A reader of texts that goes over each once, and finds all entries of a list. */
export function typoFinder(entries: readonly Entry[]): (text: string) => readonly Typo[] {
  const firsts = new Uint8Array(0x1_0000);
  const byPair = new Map<number, Entry[]>();
  for (const entry of entries) {
    firsts[entry.wrong.charCodeAt(0)] = 1;
    const pair = pairAt(entry.wrong, 0);
    byPair.set(pair, [...(byPair.get(pair) ?? []), entry]);
  }
  return (text) => {
    const found: Typo[] = [];
    for (let at = 0; at < text.length; at++) {
      if (firsts[text.charCodeAt(at)] === 0) continue;
      const entry = byPair.get(pairAt(text, at))?.find(({ wrong }) => text.startsWith(wrong, at));
      if (!entry) continue;
      const { wrong, right } = entry;
      const hit = { from: at, to: at + wrong.length };
      if (!isExcepted(text, at, entry) && !isQuoted(text, hit)) found.push({ ...hit, wrong, right });
    }
    return found;
  };
}

const isExcepted = (text: string, at: number, { wrong, except }: Entry): boolean =>
  except.some((context) => text.startsWith(context, at - context.indexOf(wrong)));
