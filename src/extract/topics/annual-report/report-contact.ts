import { plain } from '../../numerals.ts';
import { CONTACT_ITEMS, type ContactItem, type ReportContact } from './facts.ts';
import { linesOf } from './wording.ts';

/** A label with something behind it. The mail address itself may be hidden from programs; its label is enough. */
const PATTERNS: Readonly<Record<ContactItem, RegExp>> = {
  address: /地\s*[址点]\s*(?:为|是|位于)?\s*[:：]?\s*[\p{Script=Han}\d]{3}|坐?落?位于[^。；;]{3,30}(?:路|街|号|楼|室)/u,
  postcode: /邮\s*(?:政\s*)?编(?:\s*码)?\s*(?:为|是)?\s*[:：]?\s*\d{4}/,
  phone:
    /(?:电\s*话|联系方式|热\s*线)(?:号码)?(?:\/传真)?\s*(?:为|是)?\s*[:：]?\s*[（(]?\d{3}|[（(]?0\d{2,3}[)）]?\s?[-—–]\s?[2-8]\d{6,7}/,
  email:
    /邮\s*箱\s*(?:地址)?\s*(?:为|是)?\s*[:：]|电子邮[箱件]\s*(?:地址)?\s*(?:为|是)?\s*[:：]?|E-?mail|[\w.+-]+\s?[@＠#]\s?[\w-]+\s?(?:\.\s?[\w-]+)+/i,
};
const ITEMS = Object.keys(CONTACT_ITEMS) as ContactItem[];

/** Lines of part one that give the unit's own data rather than tell of desks and hotlines. */
const OWN = /疑问|联系(?:方式|地址|电话|人)|邮\s*(?:政\s*)?编|邮\s*箱|电子邮件/;

/**
 * Which of address, post code, telephone and mail a report gives, wherever it does: in the opening, under part six, or
 * at the end. `general`: part one, which may speak of the addresses and telephones of others.
 */
export function readReportContact(text: string, general = ''): ReportContact {
  const told = new Set(linesOf(plain(general)).filter((line) => !OWN.test(line)));
  const lines = linesOf(plain(text)).filter((line) => !told.has(line));
  const flat = lines.join('\n');
  const present = ITEMS.filter((item) => PATTERNS[item].test(flat));
  const itemsIn = (line: string): number => ITEMS.filter((item) => PATTERNS[item].test(line)).length;
  const sentence = lines.filter((line) => itemsIn(line) > 1);
  const telling = sentence.length > 0 ? sentence : lines.filter((line) => itemsIn(line) > 0);
  return { present, missing: ITEMS.filter((item) => !present.includes(item)), text: telling.slice(0, 6).join('\n') };
}
