import sniffEncoding from 'html-encoding-sniffer';

const HEADER_CHARSET = /charset\s*=\s*["']?([\w.:-]+)/i;
const DEFAULT_NAME = 'x-none';

/** The WHATWG name to decode with. Node's own `gbk` table differs from the browsers'; gb18030 holds all of it. */
function decoderFor(label: string): InstanceType<typeof TextDecoder> | null {
  const name = /^(?:x-)?gb|^chinese$|^csgb|^iso-ir-58$/i.test(label) ? 'gb18030' : label;
  try {
    return new TextDecoder(name);
  } catch {
    return null;
  }
}

/**
 * UTF-8 where every byte fits, else GB18030: the two encodings that Chinese sites use without saying so. A few short
 * words in GB18030 are valid UTF-8 by chance (目录); then the reading with Chinese characters stands.
 */
function decodeUnlabelled(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!/\P{ASCII}/u.test(text) || /[\u2000-\uffff]/.test(text)) return text;
    const other = new TextDecoder('gb18030').decode(bytes);
    return /^[\p{ASCII}\p{Script=Han}\u3000-\u303f\uff00-\uffef]*$/u.test(other) ? other : text;
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/**
 * The text of an HTML answer. Order: byte order mark, Content-Type header, `<meta>`, strict UTF-8, GB18030.
 * A label that its own bytes contradict (declared UTF-8, but not valid) is not believed.
 */
export function decodeHtml(bytes: Uint8Array, contentType: string): string {
  const header = HEADER_CHARSET.exec(contentType)?.[1];
  const label = sniffEncoding(bytes, {
    ...(header === undefined ? {} : { transportLayerEncodingLabel: header }),
    defaultEncoding: DEFAULT_NAME,
  });
  if (label === DEFAULT_NAME || /^utf-?8$/i.test(label)) return decodeUnlabelled(bytes);
  return decoderFor(label)?.decode(bytes) ?? decodeUnlabelled(bytes);
}

/** The text of a plain-text file: byte order mark, strict UTF-8, GB18030. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return decodeUnlabelled(bytes);
}
