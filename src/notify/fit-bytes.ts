const ELLIPSIS = '…';
const encoder = new TextEncoder();

/** The text where it takes no more than `most` bytes of UTF-8; else as many whole characters as fit before «…». */
export function fitBytes(text: string, most: number): string {
  if (read(text, most) === text.length) return text;
  return text.slice(0, read(text, most - encoder.encode(ELLIPSIS).length)) + ELLIPSIS;
}

/** How many UTF-16 units fit; a character is never taken in part. */
const read = (text: string, most: number): number => encoder.encodeInto(text, new Uint8Array(most)).read;
