import { plain } from '../numerals.ts';

/** Contact data as printed in a text, made comparable: see the single fields. */
export interface Contact {
  /** Digits only, without area code: `7212036`. */
  readonly phones: readonly string[];
  readonly faxes: readonly string[];
  /** Lower case. */
  readonly emails: readonly string[];
  /** Without white space, province and city. */
  readonly addresses: readonly string[];
}

const NUMBER = '((?:\\(?0\\d{2,3}\\)?\\s*[-—–－]?\\s*)?[2-8]\\d{6,7}|1[3-9]\\d{9})';
const FAX = new RegExp(`传\\s*真(?:号码)?(?:为)?\\s*:?\\s*${NUMBER}`, 'g');
const PHONE = new RegExp(`(?:电\\s*话|联系方式|热线)(?:号码)?(?:为)?[^\\d\\n]{0,6}${NUMBER}`, 'g');
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const ADDRESS = /地\s*址(?:为)?\s*:\s*(?:地\s*址\s*:\s*)?([^\n;；,，。)）]{4,60})/g;
const NEXT_LABEL = /\s*(?:邮政编码|邮编|办公时间|联系电话|电话|传真).*$/;

/** Telephone and fax numbers, mail and street addresses that a text labels as such, in order, each once. */
export function readContact(text: string): Contact {
  const flat = plain(text);
  const all = (pattern: RegExp, normalise: (value: string) => string): string[] => [
    ...new Set(
      [...flat.matchAll(pattern)].map((match) => normalise(match[1] ?? match[0])).filter((value) => value !== ''),
    ),
  ];
  return {
    phones: all(PHONE, localNumber),
    faxes: all(FAX, localNumber),
    emails: all(EMAIL, (value) => value.toLowerCase()),
    addresses: all(ADDRESS, normaliseAddress),
  };
}

/** A telephone number without area code and signs, so that `0533—7212036` and `7212036` are one. */
function localNumber(printed: string): string {
  const digits = printed.replace(/\D/g, '');
  return digits.startsWith('0') ? digits.replace(/^0(?:10|2\d|[3-9]\d\d)/, '') : digits;
}

function normaliseAddress(printed: string): string {
  return printed
    .replace(NEXT_LABEL, '')
    .replace(/\s/g, '')
    .replace(/^(?:.{2,3}省)?(?:.{2,3}市)?/, '');
}
