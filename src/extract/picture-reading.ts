import { imageSize } from 'image-size';
import type { Picture } from '../model/document.ts';
import { type Reading, refOf } from '../model/evidence.ts';
import { whyUnread } from '../model/why.ts';
import { decodeHtml } from './charset.ts';
import { fileKind } from './files/kind.ts';
import { type LookedUp, readCapture } from './lookup.ts';

/** The size of a drawing that names none (CSS, default object size). */
const UNSIZED = { width: 300, height: 150 };
/** A page with fewer words may be what a firewall sends instead of a picture. */
const FEWEST_WORDS = 20;

/**
 * What a browser would show for these bytes: a picture of some size, or nothing, with the fault. Not ok where something
 * else may stand between us and the picture.
 */
export function readPicture(bytes: Uint8Array): Reading<Picture> {
  if (bytes.length === 0) return nothing('图片文件为空');
  const kind = fileKind(bytes);
  if (kind === 'html' || kind === 'word-html') {
    return wordsOf(bytes).length < FEWEST_WORDS ? unknown('取得的是空白网页') : nothing('图片地址打开的是网页');
  }
  const size = sizeOf(bytes);
  if (size) return { ok: true, value: size };
  // A line of text may be a refusal; other bytes are a file that nothing can show.
  return kind === 'text' ? unknown('取得的是文字，不是图片') : nothing('图片文件已损坏，不能显示');
}

/** The picture at the end of an address. Only the site's own word that it is not there makes it so. */
export async function readPictureCapture(capture: LookedUp): Promise<Reading<Picture>> {
  const ref = refOf(capture);
  const why = whyUnread(capture.result);
  if (why === 'not-found') return { ...nothing('图片地址已失效（404）'), ref };
  if (why) return { ok: false, why, detail: '未能取得', ref };
  return { ...(await readCapture(capture, 'picture', ({ body }) => readPicture(body))), ref };
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } | null {
  try {
    // A copy: the reader looks at the whole buffer below, and so past the end of a short file.
    const { width, height } = imageSize(Uint8Array.from(bytes));
    return width > 0 && height > 0 ? { width, height } : null;
  } catch {
    return /<svg[\s>]/i.test(Buffer.from(bytes.subarray(0, 65_536)).toString('latin1')) ? UNSIZED : null;
  }
}

const wordsOf = (bytes: Uint8Array): string =>
  decodeHtml(bytes, '')
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1\s*>|<[^>]*>/gi, '')
    .replace(/\s/g, '');

const nothing = (fault: string): Reading<Picture> & { readonly ok: true } => ({
  ok: true,
  value: { width: 0, height: 0, fault },
});
const unknown = (detail: string): Reading<Picture> => ({ ok: false, why: 'unparsed', detail, ref: null });
