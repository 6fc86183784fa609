// For checks between places: the file may be wrong elsewhere too, and all of it is to be told at once, so nothing is
// assumed about the shape of what was read.

/** What a key holds; undefined where `node` is no map or lacks the key. */
export const of = (node: unknown, key: string): unknown => (node as Record<string, unknown> | null | undefined)?.[key];

/** The list that a key holds; empty where it holds none. */
export function listOf(node: unknown, key: string): readonly unknown[] {
  const list = of(node, key);
  return Array.isArray(list) ? list : [];
}

/** The text that a key holds; null where it holds none. */
export function textOf(node: unknown, key: string): string | null {
  const value = of(node, key);
  return typeof value === 'string' ? value : null;
}
