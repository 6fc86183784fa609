import { isUtf8 } from 'node:buffer';
import sniffEncoding from 'html-encoding-sniffer';

const HEADER_CHARSET = /charset\s*=\s*["']?([\w.:-]+)/i;
const DEFAULT_NAME = 'x-none';
const LATIN = /^(?:iso-?8859-?1|latin-?1|windows-1252|us-ascii|ascii)$/i;

/** The WHATWG name to decode with. Node's own `gbk` table differs from the browsers'; gb18030 holds all of it. */
function decoderFor(label: string): InstanceType<typeof TextDecoder> | null {
  const name = /^(?:x-)?gb|^chinese$|^csgb|^iso-ir-58$/i.test(label) ? 'gb18030' : label;
  try {
    return new TextDecoder(name);
  } catch {
    return null;
  }
}

/** Signs of Chinese texts; by chance, bytes in another encoding read as UTF-8 give hardly any. */
const CHINESE = /[\u2e80-\ufffc]/g;
/** So many of them are no chance. */
const BEYOND_CHANCE = 10;
/** A few letters that an editor cut in half do not make a page another encoding's. */
const MOST_BROKEN = 0.05;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const utf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);
const gb18030 = (bytes: Uint8Array): string => new TextDecoder('gb18030').decode(bytes);

/**
 * UTF-8 where the bytes fit, but for a letter here and there, else GB18030: the two encodings that Chinese sites use
 * without saying so. A few short words in GB18030 are valid UTF-8 by chance (目录); then the reading with Chinese
 * characters stands.
 */
function decodeUnlabelled(bytes: Uint8Array): string {
  const text = utf8(bytes);
  if (!isUtf8(bytes)) return count(text, /\ufffd/g) <= count(text, CHINESE) * MOST_BROKEN ? text : gb18030(bytes);
  if (!/\P{ASCII}/u.test(text) || /[\u2000-\uffff]/.test(text)) return text;
  const other = gb18030(bytes);
  return /^[\p{ASCII}\p{Script=Han}\u3000-\u303f\uff00-\uffef]*$/u.test(other) ? other : text;
}

/**
 * The text of an HTML answer. Order: byte order mark, Content-Type header, `<meta>`, UTF-8, GB18030. A label that its
 * own bytes contradict is not believed: UTF-8 that is not valid, GBK that is valid UTF-8, nor the Latin alphabet that
 * some servers declare for everything.
 */
export function decodeHtml(bytes: Uint8Array, contentType: string): string {
  const header = HEADER_CHARSET.exec(contentType)?.[1];
  const label = sniffEncoding(bytes, {
    ...(header === undefined || LATIN.test(header) ? {} : { transportLayerEncodingLabel: header }),
    defaultEncoding: DEFAULT_NAME,
  });
  if (label === DEFAULT_NAME || LATIN.test(label) || /^utf-?8$/i.test(label)) return decodeUnlabelled(bytes);
  const decoder = decoderFor(label);
  if (decoder?.encoding !== 'gb18030') return decoder?.decode(bytes) ?? decodeUnlabelled(bytes);
  const other = isUtf8(bytes) ? utf8(bytes) : '';
  return count(other, CHINESE) >= BEYOND_CHANCE ? other : decoder.decode(bytes);
}

/** The text of a plain-text file: byte order mark, strict UTF-8, GB18030. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return decodeUnlabelled(bytes);
}
