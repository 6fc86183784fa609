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

/**
 * Which of address, post code, telephone and mail a report gives, wherever it does: in the opening, under part six, or
 * at the end.
 */
export function readReportContact(text: string): ReportContact {
  const flat = plain(text);
  const present = ITEMS.filter((item) => PATTERNS[item].test(flat));
  const itemsIn = (line: string): number => ITEMS.filter((item) => PATTERNS[item].test(line)).length;
  const lines = linesOf(flat);
  const sentence = lines.filter((line) => itemsIn(line) > 1);
  const telling = sentence.length > 0 ? sentence : lines.filter((line) => itemsIn(line) > 0);
  return { present, missing: ITEMS.filter((item) => !present.includes(item)), text: telling.slice(0, 6).join('\n') };
}
