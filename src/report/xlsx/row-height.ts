import stringWidth from 'string-width';

/** Height of a line of body text in points. */
const LINE = 14;
const PADDING = 6;
/** The most that a row can be high in any program. */
const MOST = 409;

/** Lines that a text takes in a column so many half-width characters wide, by its own line breaks and by wrapping. */
export const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(stringWidth(line) / (width - 2))), 0);

/** Height of a row in points so that no text is cut: no program grows rows by itself on opening. */
export const rowHeight = (texts: readonly string[], widths: readonly number[]): number =>
  Math.min(MOST, LINE * Math.max(1, ...texts.map((text, i) => linesOf(text, widths[i] ?? 1))) + PADDING);
