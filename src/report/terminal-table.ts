import Table from 'cli-table3';
import stringWidth from 'string-width';

export interface TableShape {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of the terminal. */
  readonly width: number;
  /** A line between rows, for rows of several lines. */
  readonly ruled: boolean;
}

const NARROWEST_TABLE = 60;
const NARROWEST_COLUMN = 6;
const PADDING = 2;
const CLOSING = /^[，。、；：！？）》】”’]$/;

/** A table for a terminal. Chinese characters take two columns; text that does not fit is folded, never cut. */
export function terminalTable({ head, rows, width, ruled }: TableShape): string {
  const cells = [head, ...rows].map((row) => row.map(printable));
  const colWidths = columnWidths(cells, Math.max(NARROWEST_TABLE, width));
  const [first = [], ...rest] = cells.map((row) =>
    row.map((text, column) => folded(text, (colWidths[column] ?? NARROWEST_COLUMN) - PADDING)),
  );
  const table = new Table({ head: first, colWidths, style: { head: [], border: [], compact: !ruled } });
  table.push(...rest);
  return table.toString();
}

/** Every column gets what it needs; where that is too much, the widest give way. */
function columnWidths(cells: readonly (readonly string[])[], width: number): number[] {
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(NARROWEST_COLUMN, ...cells.map((row) => stringWidth(row[column] ?? '') + PADDING)),
  );
  let excess = widths.reduce((sum, one) => sum + one, widths.length + 1) - width;
  while (excess > 0) {
    const [widest = 0, next = 0] = [...widths].sort((one, other) => other - one);
    if (widest <= NARROWEST_COLUMN) break;
    const step = Math.min(excess, Math.max(1, widest - Math.max(next, NARROWEST_COLUMN)));
    widths[widths.indexOf(widest)] = widest - step;
    excess -= step;
  }
  return widths;
}

/** Folds between any two characters, as Chinese text is; the table's own folding counts characters, not columns. */
function folded(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (stringWidth(line + character) > width) {
      // A line may not begin with a closing mark: the character before it goes along.
      const kept = CLOSING.test(character) ? Array.from(line).slice(0, -1).join('') : line;
      lines.push(kept);
      line = line.slice(kept.length);
    }
    line += character;
  }
  return [...lines, line].join('\n');
}

/** A page's title may hold control characters; none may reach the terminal. */
export const printable = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');
