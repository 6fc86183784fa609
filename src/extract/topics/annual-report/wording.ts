import { squeeze } from '../../html.ts';
import { plain } from '../../numerals.ts';

/** Numbers that stand before headings and lines of a form: 一、（一）(1) 1. 第一部分. */
const NUMBERING =
  /^(?:第[一二三四五六七八九十]{1,3}(?:部分|章|项)|[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.,，:])/;

/** A label without number, white space, signs and what stands in brackets behind it. */
export function bareLabel(text: string): string {
  const flat = withoutNumber(squeeze(plain(text)));
  return flat.replace(/(?<=.)[（(].*$/s, '').replace(/[^\p{L}\p{N}]/gu, '');
}

export const withoutNumber = (flat: string): string => flat.replace(NUMBERING, '');

/** Lines that say something. */
export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
