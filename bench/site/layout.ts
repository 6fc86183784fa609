import { randomFor } from '../../demo/random.ts';

const UNITS = 10;
const COLUMNS_A_UNIT = 10;
const COLUMNS = UNITS * COLUMNS_A_UNIT;
const ROWS = 20;
/** The attachments that all articles share. */
const FILES = 20;
/** Of all pages: articles that the second day changes so that a list shows it, and those changed without a trace. */
const TRACED = 0.005;
const UNTRACED = 0.001;
/** Of the traced changes: how many of five are new articles; the others get another title and date. */
const NEW_IN_FIVE = 2;

export interface ArticleRef {
  /** From 0 to 99. */
  readonly column: number;
  /** From 1, the oldest, upwards. */
  readonly serial: number;
}

export type Change = 'none' | 'new' | 'retitled' | 'edited-in-place';

export type Address =
  | { readonly kind: 'home' }
  | { readonly kind: 'unit'; readonly unit: number }
  | { readonly kind: 'list'; readonly column: number; readonly page: number }
  | ({ readonly kind: 'article' } & ArticleRef)
  | { readonly kind: 'file'; readonly number: number };

/** How many pages of each kind a day has, and how many of its articles were changed since the first day. */
export interface Counts {
  readonly lists: number;
  readonly articles: number;
  readonly traced: number;
  readonly untraced: number;
}

/** Which pages the site has and what they are called: arithmetic only, so that 100,000 of them take no memory. */
export class Layout {
  readonly day: number;
  private readonly firstDay: number;
  private readonly added = new Map<number, number>();
  private readonly changes = new Map<string, Change>();

  /** `pages`: list and article pages of the first day, a multiple of 100. */
  constructor(pages: number, day: number) {
    this.day = day;
    const inColumn = pages / COLUMNS;
    this.firstDay = inColumn - Math.ceil(inColumn / (ROWS + 1));
    if (day > 1) this.change(Math.round(pages * TRACED), Math.max(1, Math.round(pages * UNTRACED)));
  }

  articlesIn(column: number): number {
    return this.firstDay + (this.added.get(column) ?? 0);
  }

  listPagesIn(column: number): number {
    return Math.max(1, Math.ceil(this.articlesIn(column) / ROWS));
  }

  /** The rows of a list page, newest first. */
  rows(column: number, page: number): ArticleRef[] {
    const newest = this.articlesIn(column) - (page - 1) * ROWS;
    return Array.from({ length: Math.min(ROWS, Math.max(0, newest)) }, (_, i) => ({ column, serial: newest - i }));
  }

  changeOf({ column, serial }: ArticleRef): Change {
    return serial > this.firstDay ? 'new' : (this.changes.get(`${column} ${serial}`) ?? 'none');
  }

  counts(): Counts {
    const columns = Array.from({ length: COLUMNS }, (_, column) => column);
    const sum = (of: (column: number) => number): number => columns.reduce((total, column) => total + of(column), 0);
    const inPlace = [...this.changes.values()].filter((change) => change === 'edited-in-place').length;
    const added = [...this.added.values()].reduce((total, more) => total + more, 0);
    return {
      lists: sum((column) => this.listPagesIn(column)),
      articles: sum((column) => this.articlesIn(column)),
      traced: this.changes.size - inPlace + added,
      untraced: inPlace,
    };
  }

  /** The page at a path; null where there is none. */
  at(path: string): Address | null {
    if (path === '/') return { kind: 'home' };
    const [, file] = /^\/files\/form_(\d+)\.pdf$/.exec(path) ?? [];
    if (file !== undefined) return Number(file) < FILES ? { kind: 'file', number: Number(file) } : null;
    const [, unit, rest] = /^\/u(\d\d)\/(.*)$/.exec(path) ?? [];
    if (unit === undefined || rest === undefined || Number(unit) >= UNITS) return null;
    if (rest === '') return { kind: 'unit', unit: Number(unit) };
    const [, columnInUnit, name = ''] = /^c(\d\d)\/(.*)$/.exec(rest) ?? [];
    if (columnInUnit === undefined || Number(columnInUnit) >= COLUMNS_A_UNIT) return null;
    const column = Number(unit) * COLUMNS_A_UNIT + Number(columnInUnit);
    const page = name === '' ? 1 : Number(/^index_(\d+)\.html$/.exec(name)?.[1] ?? 0);
    if (page > 0) return page <= this.listPagesIn(column) ? { kind: 'list', column, page } : null;
    const serial = Number(/^art_\d+_(\d+)\.html$/.exec(name)?.[1] ?? 0);
    return serial > 0 && serial <= this.articlesIn(column) ? { kind: 'article', column, serial } : null;
  }

  private change(traced: number, untraced: number): void {
    const random = randomFor('second day');
    const added = Math.floor((traced * NEW_IN_FIVE) / 5);
    for (let i = 0; i < added; i++) {
      const column = random.int(0, COLUMNS - 1);
      this.added.set(column, (this.added.get(column) ?? 0) + 1);
    }
    const mark = (many: number, change: Change): void => {
      const goal = this.changes.size + many;
      while (this.changes.size < goal) {
        const key = `${random.int(0, COLUMNS - 1)} ${random.int(1, this.firstDay)}`;
        if (!this.changes.has(key)) this.changes.set(key, change);
      }
    };
    mark(traced - added, 'retitled');
    mark(untraced, 'edited-in-place');
  }
}

const two = (number: number): string => String(number).padStart(2, '0');

export const unitPath = (unit: number): string => `/u${two(unit)}/`;

export const columnPath = (column: number): string =>
  `${unitPath(Math.floor(column / COLUMNS_A_UNIT))}c${two(column % COLUMNS_A_UNIT)}/`;

export const listPath = (column: number, page: number): string =>
  page === 1 ? columnPath(column) : `${columnPath(column)}index_${page}.html`;

export const articlePath = ({ column, serial }: ArticleRef): string =>
  `${columnPath(column)}art_${column}_${serial}.html`;

/** The attachments of an article, one to three of those shared. */
export const filePaths = ({ column, serial }: ArticleRef): string[] =>
  Array.from({ length: 1 + (serial % 3) }, (_, i) => `/files/form_${(column + serial * 3 + i) % FILES}.pdf`);

/** Columns by unit, as a plan lists them. */
export const allColumns = (): { readonly unit: number; readonly paths: readonly string[] }[] =>
  Array.from({ length: UNITS }, (_, unit) => ({
    unit,
    paths: Array.from({ length: COLUMNS_A_UNIT }, (_, i) => columnPath(unit * COLUMNS_A_UNIT + i)),
  }));
