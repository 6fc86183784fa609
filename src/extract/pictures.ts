import type { Element } from 'domhandler';
import type { BodyImage, Picture } from '../model/document.ts';
import type { Reading } from '../model/evidence.ts';
import type { Column } from '../model/plan.ts';
import { attribute, fold, own } from './html.ts';
import { resolveUrl } from './links.ts';
import { readPicture } from './picture-reading.ts';

/** What scripts that load pictures late keep the address in, while `src` shows a stand-in. */
const LATE = ['data-original', 'data-src', 'data-lazy-src', 'data-lazy', 'data-echo'] as const;
const STAND_IN = /(?:^|\/)(?:blank|loading|lazy|load|placeholder|spacer|grey|gray|transparent|pixel|1x1)[^/]*$/i;
/** Pasted from an editor on somebody's machine: no browser ever shows it to others. */
const ON_A_MACHINE = /^\s*(?:file:|[a-z]:[\\/])/i;
const IN_PLACE = /^\s*data:\s*(image\/[\w.+-]+)?([^,]*),/i;

/** The picture that an `img` shows; null for one without an address. Pictures that stand in the page are read here. */
export function pictureOf(element: Element, base: string): BodyImage | null {
  const alt = own(fold(attribute(element, 'alt')));
  const reference = addressOf(element, base);
  if (ON_A_MACHINE.test(reference)) {
    const value: Picture = { width: 0, height: 0, fault: '图片地址指向编辑者本机文件' };
    return { url: own(reference.trim()), alt, reading: { ok: true, value } };
  }
  const inPlace = IN_PLACE.exec(reference);
  if (inPlace) return { url: own(`data:${inPlace[1] ?? ''}`), alt, reading: readInPlace(reference, inPlace) };
  const url = resolveUrl(reference, base);
  return url ? { url: own(url), alt } : null;
}

/** `src`, or where that is left out or only a stand-in, the address that a script will put in its place. */
function addressOf(element: Element, base: string): string {
  const src = attribute(element, 'src');
  const late = LATE.map((name) => attribute(element, name)).find((value) => resolveUrl(value, base) !== null);
  if (late === undefined) return src;
  const isLazy = attribute(element, 'data-original') !== '' || /\blazy/i.test(attribute(element, 'class'));
  const isStandIn = src.trim() === '' || /^\s*data:/i.test(src) || STAND_IN.test(src.replace(/[?#].*$/, ''));
  return isLazy || isStandIn ? late : src;
}

function readInPlace(reference: string, { 0: head, 2: parameters = '' }: RegExpExecArray): Reading<Picture> {
  const data = reference.slice(head.length);
  if (/;\s*base64/i.test(parameters)) return readPicture(Buffer.from(data, 'base64'));
  try {
    return readPicture(Buffer.from(decodeURIComponent(data)));
  } catch {
    return readPicture(Buffer.from(data));
  }
}

/** Whether a picture has an address of its own that can be asked for. */
export const isFetched = ({ url }: Pick<BodyImage, 'url'>): boolean => /^https?:/i.test(url);

/** Whether the pictures of a column's documents are asked for and read: those of annual reports. */
export const showsPictures = ({ topic }: Pick<Column, 'topic'>): boolean => topic === 'annual-report';
