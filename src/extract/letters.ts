const NOT_A_LETTER = /\P{L}/gu;
const LETTER = 1;
const HALF = 2;

/** For each unit of UTF-16 whether it is a letter, or half of a character: asking a pattern costs a hundred times as much. */
let units: Uint8Array | null = null;

function unitTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) {
    if (unit >= 0xd800 && unit < 0xe000) table[unit] = HALF;
    else if (/\p{L}/u.test(String.fromCharCode(unit))) table[unit] = LETTER;
  }
  return table;
}

/** How long a text is without all that is no letter: digits and signs tell nothing of what a stretch is. */
export function letters(text: string): number {
  units ??= unitTable();
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = units[text.charCodeAt(i)] ?? 0;
    if (kind === HALF) return text.replace(NOT_A_LETTER, '').length;
    count += kind;
  }
  return count;
}
