import type { Cell, CellStyle } from 'hucre/xlsx';
import { evidenceName, isWebAddress } from '../web-address.ts';
import { localTime } from '../words.ts';
import { type Alignment, cellStyle, linkStyle } from './style.ts';

/** What a cell holds: text, a number, a day (`2023-08-08`), an instant in the clock of a zone, or an address. */
export type Content =
  | string
  | number
  | null
  | { readonly day: string }
  | { readonly instant: string; readonly timeZone: string }
  | { readonly link: string; readonly text: string };

/** What a link shows of an address on one line: LibreOffice does not wrap links. The whole of it is the link's target and hint. */
export function pageLink(address: string | null | undefined, width: number): Content {
  if (address === null || address === undefined) return null;
  if (!isWebAddress(address)) return evidenceName(address);
  const { host } = new URL(address);
  const path = address.slice(address.indexOf(host) + host.length);
  const room = Math.floor(width) - 5;
  if (host.length + path.length <= room) return { link: address, text: `${host}${path}` };
  const tail = Math.max(8, room - host.length - 2);
  return { link: address, text: `${host}/…${path.slice(-tail)}` };
}

/** The most characters that a cell can hold, an address that programs still open, and the hint of a link. */
const MOST_TEXT = 32_000;
const MOST_ADDRESS = 2000;
const MOST_HINT = 250;

/** Characters that no workbook may hold, or that would show as boxes or turn the text round; line breaks stay. */
const UNPRINTABLE = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\uFFFE\uFFFF]/gu;

const clean = (text: string): string => {
  const printable = text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(UNPRINTABLE, '');
  return printable.length > MOST_TEXT ? `${printable.slice(0, MOST_TEXT)}…` : printable;
};

/** How a cell's content reads, for the height of its row. */
export function textOf(content: Content): string {
  if (content === null) return '';
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string') return clean(content);
  if ('day' in content) return content.day;
  if ('instant' in content) return localTime(content.instant, content.timeZone);
  return clean(content.text);
}

/**
 * A cell. Text is stored as text whatever it begins with, so that no program takes what a page said for a formula;
 * only http(s) addresses become links; days and instants are real dates.
 */
export function cellOf(content: Content, align: Alignment, dress: (style: CellStyle) => CellStyle): Partial<Cell> {
  const style = dress(cellStyle(align));
  if (content === null) return { value: null, style };
  if (typeof content === 'number') return { value: content, style };
  if (typeof content === 'object' && 'day' in content)
    return { value: new Date(`${content.day}T00:00:00Z`), style: { ...style, numFmt: 'yyyy-mm-dd' } };
  if (typeof content === 'object' && 'instant' in content)
    return {
      value: new Date(`${textOf(content).replace(' ', 'T')}:00Z`),
      style: { ...style, numFmt: 'yyyy-mm-dd hh:mm' },
    };
  const text = textOf(content);
  if (typeof content === 'string' || !isWebAddress(content.link) || content.link.length > MOST_ADDRESS)
    return { ...asText(text), style };
  const target = new URL(content.link).href;
  return { ...asText(text), style: linkStyle(style), hyperlink: { target, tooltip: target.slice(0, MOST_HINT) } };
}

/** A text such as `#REF!` would be stored as an error unless it is given as rich text. */
const asText = (text: string): Partial<Cell> =>
  text.startsWith('#') ? { value: text, richText: [{ text }] } : { value: text };
