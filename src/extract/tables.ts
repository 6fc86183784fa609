import { type Element, isTag, isText } from 'domhandler';
import type { Table } from '../model/document.ts';
import type { Flow, Span } from './flow.ts';
import { attribute, fold, own, rawText } from './html.ts';

const MAX_SPAN = 200;

/** The data tables that lie wholly in a stretch of a page, in order; tables nested in cells follow their outer one. */
export function tablesWithin(flow: Flow, from: number, to: number): Table[] {
  return flow.tables
    .filter((span) => span.from >= from && span.to <= to)
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .flatMap((span) => (isWrapper(span) ? [] : [readTable(span.element)]))
    .filter((table) => table.rows.length > 0);
}

/** A table of one cell around others only holds them in place. */
function isWrapper({ element }: Span): boolean {
  const cells = rowsOf(element).flatMap(cellsOf);
  return cells.length === 1 && hasTable(cells[0] as Element);
}

const hasTable = (element: Element): boolean =>
  element.children.some((child) => isTag(child) && (child.name === 'table' || hasTable(child)));

/**
 * A table as a grid: spans resolved by repeating the text, rows padded to one width. The caption is the `<caption>`,
 * or a first row of one cell over all columns (then it is no longer a row).
 */
function readTable(table: Element): Table {
  const rows = rowsOf(table);
  const grid: string[][] = rows.map(() => []);
  rows.forEach((row, r) => {
    let c = 0;
    for (const cell of cellsOf(row)) {
      while (grid[r]?.[c] !== undefined) c += 1;
      const text = cellText(cell, r === 0 || cell.name === 'th');
      const height = Math.min(spanOf(cell, 'rowspan') || rows.length, rows.length - r);
      const width = spanOf(cell, 'colspan') || 1;
      for (let dr = 0; dr < height; dr++) for (let dc = 0; dc < width; dc++) (grid[r + dr] as string[])[c + dc] = text;
      c += width;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  const full = grid.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? ''));
  const caption = captionOf(table);
  const first = rows[0];
  const single = first && full.length > 1 && width > 1 && cellsOf(first).length === 1;
  if (caption === '' && single && full[0]?.every((text) => text === full[0]?.[0])) {
    return { caption: full[0]?.[0] ?? '', rows: full.slice(1) };
  }
  return { caption, rows: full.filter((row) => row.some((text) => text !== '')) };
}

function captionOf(table: Element): string {
  const caption = table.children.find((child) => isTag(child) && child.name === 'caption');
  return caption ? own(fold(rawText(caption))) : '';
}

function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child) => {
    if (!isTag(child)) return [];
    return child.name === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.name) ? rowsOf(child) : [];
  });
}

const cellsOf = (row: Element): Element[] =>
  row.children.filter((child): child is Element => isTag(child) && (child.name === 'td' || child.name === 'th'));

function spanOf(cell: Element, name: 'rowspan' | 'colspan'): number {
  const value = Number.parseInt(attribute(cell, name), 10);
  return Number.isNaN(value) ? 1 : Math.min(Math.max(value, 0), MAX_SPAN);
}

/**
 * A cell's text. A heading broken over lines for want of width is joined (检查 + 时间); in other cells a line break
 * parts things, names for example, and leaves a space.
 */
function cellText(cell: Element, header: boolean): string {
  const lines: string[] = [''];
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (isText(child)) lines[lines.length - 1] += child.data;
      else if (isTag(child) && child.name !== 'script' && child.name !== 'style') {
        const breaks = /^(?:br|p|div|li|tr|td|th|table|h[1-6])$/.test(child.name);
        if (breaks) lines.push('');
        visit(child);
        if (breaks) lines.push('');
      }
    }
  };
  visit(cell);
  const full = lines.map(fold).filter((line) => line !== '');
  return own(header ? joinLines(full) : full.join(' '));
}

const CJK_END = /[\p{Script=Han}）】》、，]$/u;
const CJK_START = /^[\p{Script=Han}（【《]/u;

/** Lines of one text as one line. */
function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    if (text === '') return line;
    return CJK_END.test(text) && CJK_START.test(line) ? text + line : `${text} ${line}`;
  }, '');
}
