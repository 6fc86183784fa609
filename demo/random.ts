/** Numbers that look random and are the same on every run: seeded by a text, never by a clock. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** `count` different items in the order of the list. */
  some<T>(items: readonly T[], count: number): T[];
  chance(oneIn: number): boolean;
  hex(length: number): string;
}

/** FNV-1a over the UTF-16 code units. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A generator for this seed (xorshift32, warmed up so that similar seeds part quickly). */
export function randomFor(seed: string): Random {
  let state = seedOf(seed) || 1;
  const step = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  for (let i = 0; i < 8; i += 1) step();
  const int = (low: number, high: number): number => low + (step() % (high - low + 1));
  return {
    int,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    some: (items, count) => {
      const keep = new Set<number>();
      while (keep.size < Math.min(count, items.length)) keep.add(int(0, items.length - 1));
      return items.filter((_, i) => keep.has(i));
    },
    chance: (oneIn) => int(1, oneIn) === 1,
    hex: (length) => Array.from({ length }, () => int(0, 15).toString(16)).join(''),
  };
}
