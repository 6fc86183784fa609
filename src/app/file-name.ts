/** What no file name may hold on Windows, each with a character that reads alike. */
const ALIKE: Readonly<Record<string, string>> = {
  '/': '／',
  '\\': '＼',
  ':': '：',
  '*': '＊',
  '?': '？',
  '"': '＂',
  '<': '＜',
  '>': '＞',
  '|': '｜',
};
const LONGEST = 80;
/** Names that Windows keeps for devices, whatever follows the dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** A name for people as a part of a file name: safe on Windows, Linux and in archives, and never empty. */
export function fileName(text: string): string {
  const shown = text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, (character) => ALIKE[character] ?? '_');
  const cut = Array.from(shown)
    .slice(0, LONGEST)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return cut === '' || DEVICE.test(cut) ? `_${cut}` : cut;
}

/** Such names for several texts, each of its own: a second one alike (on systems that ignore case, too) gets a number. */
export function fileNames(texts: readonly string[]): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const name = fileName(text);
    let own = name;
    for (let number = 2; taken.has(own.toLowerCase()); number += 1) own = `${name}（${number}）`;
    taken.add(own.toLowerCase());
    return own;
  });
}
