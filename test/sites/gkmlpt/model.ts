import { dayBefore, type TrueDocument } from '../site-kit.ts';

/** How a column's data is handed over; the defaults are those of the platform. */
export interface Behaviour {
  /** Entries of one answer. */
  readonly pageSize: number;
  /** Whether the page number is obeyed; page 0 is page 1 in any case. */
  readonly obeysPage: boolean;
  /** From this page on the site answers 404, however many there are. */
  readonly lastPage: number;
  /** What comes after the last page. */
  readonly beyond: 'empty' | 'foreign' | 'missing';
  /** The last page is filled up with news of others. */
  readonly filledUp: boolean;
  /** How far `total` and the count in the column tree are off. */
  readonly miscount: number;
  readonly treeMiscount: number;
  /** Titles come as `%uXXXX`. */
  readonly escaped: boolean;
}

export const WELL_BEHAVED: Behaviour = {
  ...{ pageSize: 100, obeysPage: true, lastPage: Number.POSITIVE_INFINITY, beyond: 'empty', filledUp: false },
  ...{ miscount: 0, treeMiscount: 0, escaped: false },
};

export interface PlatformDocument extends TrueDocument {
  readonly id: number;
  readonly flag?: 'is_expired' | 'is_abolished';
}

export interface PlatformColumn {
  readonly id: number;
  readonly name: string;
  readonly behaviour: Behaviour;
  readonly documents: readonly PlatformDocument[];
  /** The tree sends the reader elsewhere. */
  readonly jumpUrl?: string;
}

/** The folders are the first digits of the article's own number. */
const pathOf = (unit: string, id: number): string =>
  `/${unit}/gkmlpt/content/${Math.floor(id / 1_000_000)}/${Math.floor(id / 1000)}/post_${id}.html`;

/** `count` documents of a column, the newest first. */
export function documentsOf(unit: string, column: number, count: number): PlatformDocument[] {
  return Array.from({ length: count }, (_, i) => {
    const id = 9_000_000 + column * 10_000 - i * 7;
    const title = `关于栏目${column}第${count - i}项便民服务事项办理安排的通知`;
    return { id, path: pathOf(unit, id), title, date: dayBefore('2023-07-04', i * 2) };
  });
}
