/**
 * How alike two short texts are, 0 to 1: twice their longest common subsequence over both lengths. 0 as well where their
 * lengths, or the letters that one has and the other has not, rule out `least`.
 */
export function likeness(a: string, b: string, least = 0): number {
  const left = Array.from(a);
  const right = Array.from(b);
  const both = left.length + right.length;
  if (left.length === 0 || right.length === 0 || 2 * Math.min(left.length, right.length) < least * both) return 0;
  // No more can be common than letters that the other text has at all: a look that spares most comparisons.
  if ((2 * left.filter((character) => b.includes(character)).length) / both < least) return 0;
  let row = new Array<number>(right.length + 1).fill(0);
  for (const character of left) {
    const next = [0];
    let before = 0;
    for (let j = 0; j < right.length; j++) {
      before = character === right[j] ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, before);
      next.push(before);
    }
    row = next;
  }
  return (2 * (row[right.length] ?? 0)) / both;
}
