import type { OpenRegister } from '../../../app/registers/open-register.ts';

/** A row of the editing table as it was typed. */
export interface DraftRow {
  /** Position of the row in the register, from 0; `n1`, `n2` … for a new one. */
  readonly key: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly isDeleted: boolean;
}

/** All rows that the register is to have, and which row of the page each of them is. */
export interface AssembledRows {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly keys: readonly string[];
}

/** Rows that one page of the table shows. */
export const PAGE_ROWS = 100;

const CELL = /^cell\.(n?\d{1,6})\.(.+)$/;

/** Reads the fields `cell.ROW.COLUMN` and `delete.ROW`, in the order of the page. */
export function readRows(fields: Readonly<Record<string, unknown>>): readonly DraftRow[] {
  const texts = new Map<string, Record<string, string>>();
  for (const [name, value] of Object.entries(fields)) {
    const [, key, column] = CELL.exec(name) ?? [];
    if (key === undefined || column === undefined || typeof value !== 'string') continue;
    const row = texts.get(key) ?? {};
    row[column] = value;
    texts.set(key, row);
  }
  return [...texts].map(([key, row]) => ({ key, texts: row, isDeleted: fields[`delete.${key}`] === '1' }));
}

export const isNew = ({ key }: DraftRow): boolean => key.startsWith('n');

const isBlank = ({ texts }: DraftRow): boolean => Object.values(texts).every((text) => text.trim() === '');

/** Lays the rows of a page over the register: those on other pages stay as they are, new ones come last. */
export function assembled({ rows }: Pick<OpenRegister, 'rows'>, drafts: readonly DraftRow[]): AssembledRows {
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]));
  const kept = rows.flatMap(({ texts }, at) => {
    const draft = byKey.get(`${at}`);
    return draft?.isDeleted ? [] : [{ key: `${at}`, texts: { ...texts, ...draft?.texts } }];
  });
  const fresh = drafts.filter((draft) => isNew(draft) && !draft.isDeleted && !isBlank(draft));
  const all = [...kept, ...fresh];
  return { rows: all.map(({ texts }) => texts), keys: all.map(({ key }) => key) };
}

/** Typed rows that the register does not have in just these words: what would be lost where somebody else saved first. */
export function notIn({ rows }: Pick<OpenRegister, 'rows'>, drafts: readonly DraftRow[]): readonly DraftRow[] {
  const content = (texts: DraftRow['texts']): string =>
    JSON.stringify(
      Object.entries(texts)
        .flatMap(([id, text]) => (text.trim() === '' ? [] : [[id, text.trim()]]))
        .sort(),
    );
  const there = new Set(rows.map(({ texts }) => content(texts)));
  return drafts.filter((draft) => !isBlank(draft) && (draft.isDeleted || !there.has(content(draft.texts))));
}

/** Which rows of a register a page shows. */
export interface RowQuery {
  /** Text that must stand in a row. */
  readonly text: string;
  /** Only rows with mistakes. */
  readonly isWrong: boolean;
  readonly page: number;
}

export interface ShownRows {
  readonly drafts: readonly DraftRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** The rows of one page, as they stand in the register. */
export function shownRows({ rows, problems }: OpenRegister, { text, isWrong, page }: RowQuery): ShownRows {
  const wrong = new Set(problems.map(({ row }) => row));
  const fits = rows.flatMap(({ texts }, at): DraftRow[] => {
    if (isWrong && !wrong.has(at)) return [];
    if (text !== '' && !Object.values(texts).some((cell) => cell.includes(text))) return [];
    return [{ key: `${at}`, texts, isDeleted: false }];
  });
  const pages = Math.max(1, Math.ceil(fits.length / PAGE_ROWS));
  const at = Math.min(Math.max(1, page), pages);
  return { drafts: fits.slice((at - 1) * PAGE_ROWS, at * PAGE_ROWS), total: fits.length, page: at, pages };
}
