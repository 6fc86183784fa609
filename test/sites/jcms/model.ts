import type { Why } from '../../../src/model/why.ts';
import type { TrueDocument } from '../site-kit.ts';
import { dayBefore } from '../site-kit.ts';

/** How a column's list and its proxy behave; the defaults are those of a well-behaved JCMS. */
export interface Behaviour {
  readonly perPage: number;
  /** What the page holds of the list: the first group of three pages, the first page, or nothing. */
  readonly embedded: 'group' | 'page' | 'none';
  /** Whether the page has the parameters of its list, or only the address of the next group. */
  readonly turns: 'parameters' | 'nextgroup';
  /** What the proxy goes by: records, page numbers (counting pages or groups), or nothing at all. */
  readonly obeys: 'records' | 'pages' | 'groups' | 'nothing';
  readonly answers: 'xml' | 'html';
  /** From the third group on the first record repeats the last one of the group before. */
  readonly repeats: boolean;
  /** What comes where there are no records: an empty list, 54 bytes, news of others, the home page. */
  readonly beyond: 'empty' | 'blank' | 'foreign' | 'home';
  /** The proxy has nothing to give from this record on, though there is more. */
  readonly deepestRecord: number;
  /** How far the declared total is off. */
  readonly miscount: number;
  readonly tellsTotal: boolean;
  /** Entries of a box with a list of its own beside it. */
  readonly sideBox: number;
  readonly addresses: 'numbered' | 'long' | 'below-column';
  /** The proxy answers 404 to who does not name the column's page. */
  readonly needsReferer: boolean;
}

export const WELL_BEHAVED: Behaviour = {
  ...{ perPage: 15, embedded: 'group', turns: 'parameters', obeys: 'records', answers: 'xml', repeats: false },
  ...{ beyond: 'empty', deepestRecord: Number.POSITIVE_INFINITY, miscount: 0, tellsTotal: true, sideBox: 0 },
  ...{ addresses: 'numbered', needsReferer: false },
};

export interface JcmsColumn {
  readonly number: number;
  readonly name: string;
  readonly behaviour: Behaviour;
  readonly documents: readonly TrueDocument[];
  /** On the system that came after JCMS. */
  readonly onJpaas?: true;
  /** What cannot be read of it. */
  readonly gaps?: readonly Why[];
  readonly unseen?: readonly string[];
}

/** `/art/2018/2/7/art_2201_123.html`: months and days without zeros; the date is when the file was made, not published. */
function addressOf(column: number, id: number, kind: Behaviour['addresses']): string {
  const long = (column * 100_003 + id).toString(16).padStart(32, '7');
  if (kind === 'long') return `/art/2024/art_${long}.html`;
  if (kind === 'below-column') return `/col/col${column}/art/2024/art_${long}.html`;
  return `/art/2018/${(id % 12) + 1}/${(id % 27) + 1}/art_${column}_${id}.html`;
}

/** `count` documents of a column, the newest first. */
export function documentsOf(column: number, count: number, addresses: Behaviour['addresses']): TrueDocument[] {
  return Array.from({ length: count }, (_, i) => ({
    path: addressOf(column, 9000 - i, addresses),
    title: `栏目${column}关于第${count - i}批便民服务设施维护安排的通知`,
    date: dayBefore('2023-07-04', i * 3),
  }));
}
