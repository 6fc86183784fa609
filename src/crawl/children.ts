import { isScriptedFile } from '../extract/attachment-links.ts';
import { attachmentType } from '../extract/attachment-type.ts';
import { scanForFiles } from '../extract/file-scan.ts';
import type { Article, ColumnPage } from '../extract/page.ts';
import { otherNumbering } from '../extract/pager-scripted.ts';
import { isFetched, showsPictures } from '../extract/pictures.ts';
import { needsBrowser, readArticlePage, readColumnPage } from '../extract/read.ts';
import type { OpenedCapture } from '../model/capture.ts';
import type { Plan } from '../model/plan.ts';
import { whyUnread } from '../model/why.ts';
import type { Listing } from '../store/pages.ts';
import type { Task, TaskDraft, TaskKind } from '../store/tasks.ts';
import { PageText } from './page-text.ts';

/** What a page leads to. */
export interface Leads {
  /** Further list pages of its column. */
  readonly listPages: readonly string[];
  /** Whether a browser is to read the column. */
  readonly rendered: boolean;
  /** The list's entries; null where the page is no list. */
  readonly entries: Listing['entries'] | null;
  /** Whether these are all entries of the page. */
  readonly whole: boolean;
  readonly attachments: readonly string[];
}

const NOWHERE: Leads = { listPages: [], rendered: false, entries: null, whole: false, attachments: [] };

/** What a capture leads to, by the same reading that the audit will do. Addresses outside the site are left out later. */
export function leadsOf(task: Task, capture: OpenedCapture & { readonly text?: PageText | null }, plan: Plan): Leads {
  const { render } = plan.crawl;
  if (task.kind === 'column' && isUnrendered(capture)) return { ...NOWHERE, rendered: render === 'always' };
  const why = whyUnread(capture.result);
  if (why === 'not-found' && task.kind === 'list-page') return { ...NOWHERE, listPages: otherNumbering(task.url) };
  if (why !== null) return NOWHERE;
  switch (task.kind) {
    case 'column':
    case 'list-page': {
      const page = readColumnPage(capture, plan.site);
      const rendered = task.kind === 'column' && (render === 'always' || (render === 'auto' && needsBrowser(page)));
      return {
        ...leadsOfPage(page, showsPicturesOf(task, plan)),
        rendered,
        listPages: page.kind === 'unfilled' ? [] : page.pager.pages,
      };
    }
    case 'document':
    case 'model': {
      if (isFile(capture)) return NOWHERE;
      const { source } = capture.text ?? new PageText(capture.body, capture.contentType);
      const pictures = showsPicturesOf(task, plan);
      // The audit reads the article; here it is enough that no file of it is missed.
      const files = pictures ? null : scanForFiles(source, capture.finalUrl);
      if (files !== null) return { ...NOWHERE, attachments: files };
      const article = readArticlePage(capture, plan.site);
      return 'unparsed' in article ? NOWHERE : { ...NOWHERE, attachments: attachmentsOf(article, pictures) };
    }
    default:
      return NOWHERE;
  }
}

/**
 * Documents that a list names, or attachments of articles printed on the column's own page.
 * @param pictures whether the pictures in their text are asked for too
 */
export function leadsOfPage(page: ColumnPage, pictures: boolean): Leads {
  if (page.kind === 'list')
    return {
      ...NOWHERE,
      entries: page.entries.map(({ url, title, date }) => ({ url, title, published: date ?? '' })),
      whole: page.partial === undefined,
    };
  if (page.kind === 'inline')
    return { ...NOWHERE, attachments: page.articles.flatMap((article) => attachmentsOf(article, pictures)) };
  return NOWHERE;
}

/** The tasks that follow. */
export function tasksOf({ listPages, rendered, entries, attachments }: Leads, task: Task): TaskDraft[] {
  const child = (kind: TaskKind, url: string): TaskDraft => ({ kind, url, unit: task.unit, column: task.column });
  return [
    ...(rendered ? [child('render', task.url)] : []),
    ...listPages.map((url) => child('list-page', url)),
    ...(entries ?? []).map(({ url }) => child('document', url)),
    ...attachments.map((url) => child('attachment', url)),
  ];
}

/** What the list on a page names, for the comparison of later nights. */
export function listingOf(task: Task, { entries, whole }: Leads, view: Listing['view']): Listing[] {
  const { url: listUrl, unit, column } = task;
  return entries === null ? [] : [{ listUrl, view, unit, column, whole, entries }];
}

const attachmentsOf = ({ attachments, body }: Article, pictures: boolean): string[] => [
  ...attachments.filter((link) => !isScriptedFile(link)).map(({ url }) => url),
  ...(pictures && body.ok ? body.value.images.filter(isFetched).map(({ url }) => url) : []),
];

/** Whether the audit will look at the pictures of what was found in this task's column. */
export const showsPicturesOf = (
  { unit, column }: Pick<Task, 'unit' | 'column'>,
  { units }: Pick<Plan, 'units'>,
): boolean =>
  units.some(({ id, columns }) => id === unit && columns.some((one) => one.url === column && showsPictures(one)));

const isUnrendered = ({ result }: OpenedCapture): boolean =>
  result.tag === 'responded' && result.judgement === 'unrendered';

/** A list may lead straight to a file; its bytes are no page to read. */
const isFile = ({ contentType, finalUrl }: OpenedCapture): boolean =>
  !/html/i.test(contentType) && (contentType !== '' || attachmentType(finalUrl, '') !== null);
