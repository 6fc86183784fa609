/** A register's file as texts, before anything is read into them. */
export interface SheetRow {
  /** Number of the row in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export const isBlank = ({ cells }: SheetRow): boolean => cells.every((cell) => cell.trim() === '');

/** The sheet of a template that says how to fill it in; nothing is read from it. */
export const NOTES_SHEET = '填写说明';
