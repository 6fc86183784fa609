/** Every way a zero is written inside a Chinese year, Latin and full-width O among them. */
const ZEROS = '〇○零◯OoＯｏΟО0';
const DIGITS = '一二三四五六七八九';

export const CHINESE_DIGIT = `[${ZEROS}${DIGITS}]`;
export const CHINESE_NUMBER =
  '(?:[一二三四五六七八九]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九元])';

/**
 * Full-width digits, signs and special spaces as their plain forms, one character for one, so that positions in the
 * result are positions in the text.
 */
export function plain(text: string): string {
  return text.replace(/[０-９\u3000\u00a0\u2002-\u200a\u202f／－．：～]/g, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0);
    return PLAIN[character] ?? ' ';
  });
}

const PLAIN: Readonly<Record<string, string>> = { '／': '/', '－': '-', '．': '.', '：': ':', '～': '~' };

/** A year of four digits, Chinese or plain, spaces allowed between them; null where it is not one. */
export function yearNumber(text: string): number | null {
  const digits = Array.from(text.replace(/\s/g, ''), (character) => {
    if (ZEROS.includes(character)) return 0;
    const chinese = DIGITS.indexOf(character) + 1;
    return chinese > 0 ? chinese : /\d/.test(character) ? Number(character) : Number.NaN;
  });
  const value = digits.reduce((sum, digit) => sum * 10 + digit, 0);
  return digits.length === 4 && !Number.isNaN(value) ? value : null;
}

/** A month or day up to 39, in Chinese (十二, 三十一, 廿一, 元) or plain digits; null where it is not one. */
export function smallNumber(text: string): number | null {
  const trimmed = text.trim();
  if (/^\d{1,2}$/.test(trimmed)) return Number(trimmed);
  if (trimmed === '元') return 1;
  const match = /^(?:([一二三四五六七八九])?(十)|(廿|卅))?([一二三四五六七八九])?$/.exec(trimmed);
  if (!match || trimmed === '') return null;
  const [, leading, ten, short, ones] = match;
  const tens = ten ? (leading ? DIGITS.indexOf(leading) + 1 : 1) : short === '廿' ? 2 : short === '卅' ? 3 : 0;
  return tens * 10 + (ones ? DIGITS.indexOf(ones) + 1 : 0);
}
