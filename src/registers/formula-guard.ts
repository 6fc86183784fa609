/** What makes Excel and WPS take a cell of a CSV file for a formula; Chinese editions take the full-width ones too. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]./su;
const GUARDED = /^'+[=+\-@\t\r＝＋－＠]./su;
/** What begins like a formula and is none: points such as -0.5. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * A cell's text as it is written to CSV: one that a spreadsheet would run as a formula gets an apostrophe in front, by
 * which spreadsheets mean text. Nothing is lost, since `unguarded` takes off just one: `unguarded(guarded(x)) === x`.
 */
export const guarded = (text: string): string =>
  FORMULA.test(text) && !NUMBER.test(text.normalize('NFKC')) ? `'${text}` : text;

/** The text that a cell of a CSV file means. */
export const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);
