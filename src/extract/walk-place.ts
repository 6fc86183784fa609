import type { ListEntry } from '../model/document.ts';

/** Parts of a path that tell a time: years, months and days in folders (2023, 202305, 2023-05, 5). */
const TIME_SEGMENT = /^(?:20\d{2}(?:[-_]?\d{1,2}){0,2}|19\d{2}|\d{1,2})$/;
/** What follows is the number of a column, though it may look like a year. */
const COLUMN_FOLLOWS = /^(?:info|egovinfo|public|col)$/i;
/** Systems that put a column's number into the file name: `art_<column>_<id>`. */
const COLUMN_IN_FILE = /^((?:art|content|info)_\d+)_/;

/** Files in folders that are parts of their own number: gkmlpt's `/content/9/9876/post_9876543.html`. */
const NUMBERED_FOLDERS = /^m?post_\d+\./;

/**
 * Where a document lies, times left out: the same for the documents of one column in the systems that file them by
 * column (TRS `…/tzgg/202307/t…`, 博达 `/info/1021/…`, 大汉 `/art/…/art_<column>_…`, gongkai channels).
 */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  const segments = pathname.split('/');
  const file = segments.pop() ?? '';
  const unimportant = NUMBERED_FOLDERS.test(file) ? /^\d+$/ : TIME_SEGMENT;
  const folders = segments.filter(
    (segment, i) => segment !== '' && (!unimportant.test(segment) || COLUMN_FOLLOWS.test(segments[i - 1] ?? '')),
  );
  return `${host}/${folders.join('/')}/${COLUMN_IN_FILE.exec(file)?.[1] ?? ''}`;
}

/**
 * Tells a further list page of the column from one that the site filled with other news: sites answer a page number
 * that they do not have with the news of their home page (seen by public collectors of static sites). A page most of
 * whose entries lie where no entry of the first page and nothing of the column's own folder lies is not the column's.
 */
export class ColumnPlace {
  private readonly folder: string;
  private readonly places = new Set<string>();
  private readonly ownFile: string | null;
  private sure = false;

  constructor(columnUrl: string) {
    const url = new URL(columnUrl);
    this.folder = url.pathname.split('/').length > 2 ? new URL('.', url).href : '';
    // 大汉: the column `/col/col12/` files some documents as `art_12_…`, others by a long name.
    const number = /\/col\/col(\d+)\//.exec(url.pathname)?.[1];
    this.ownFile = number === undefined ? null : `/art_${number}_`;
  }

  /** Takes the entries of the first page that has any as the column's own. */
  learn(entries: readonly ListEntry[]): void {
    if (this.sure || entries.length === 0) return;
    this.sure = true;
    for (const { url } of entries) this.places.add(placeOf(url));
  }

  isForeign(entries: readonly ListEntry[]): boolean {
    if (!this.sure || entries.length === 0) return false;
    const own = entries.filter(({ url }) => this.isOwn(url)).length;
    return own * 2 < entries.length;
  }

  private isOwn(url: string): boolean {
    if (this.ownFile !== null && url.includes(this.ownFile)) return true;
    return this.places.has(placeOf(url)) || (this.folder !== '' && url.startsWith(this.folder));
  }
}
