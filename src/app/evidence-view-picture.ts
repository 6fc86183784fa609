/** A picture that every browser shows and that cannot run anything. */
export interface PictureBytes {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** By the bytes that they begin with; of a WebP file the size comes between. */
const SIGNATURES: readonly (readonly [begins: string, goesOn: string, contentType: string])[] = [
  ['\x89PNG\r\n\x1a\n', '', 'image/png'],
  ['\xff\xd8\xff', '', 'image/jpeg'],
  ['GIF87a', '', 'image/gif'],
  ['GIF89a', '', 'image/gif'],
  ['RIFF', 'WEBP', 'image/webp'],
];
const SECOND_AT = 8;
const HEAD = 16;

/** The bytes with their type, by what they are, whatever the site called them; null for no such picture. */
export function pictureBytes(bytes: Uint8Array): PictureBytes | null {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const known = SIGNATURES.find(([begins, goesOn]) => head.startsWith(begins) && head.startsWith(goesOn, SECOND_AT));
  return known ? { bytes, contentType: known[2] } : null;
}
