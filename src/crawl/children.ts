import { attachmentType } from '../extract/attachment-type.ts';
import type { Article, ColumnPage } from '../extract/page.ts';
import { needsBrowser, readArticlePage, readColumnPage } from '../extract/read.ts';
import type { OpenedCapture } from '../model/capture.ts';
import type { Plan } from '../model/plan.ts';
import { whyUnread } from '../model/why.ts';
import type { Task, TaskDraft, TaskKind } from '../store/tasks.ts';

/** What a capture leads to, by the same reading that the audit will do. Addresses outside the site are left out later. */
export function childrenOf(task: Task, capture: OpenedCapture, plan: Plan): TaskDraft[] {
  const child = (kind: TaskKind, url: string): TaskDraft => ({ kind, url, unit: task.unit, column: task.column });
  const render = (): TaskDraft[] => [child('render', task.url)];
  if (task.kind === 'column' && isUnrendered(capture)) return plan.crawl.render === 'always' ? render() : [];
  if (whyUnread(capture.result) !== null) return [];
  switch (task.kind) {
    case 'column':
    case 'list-page': {
      const page = readColumnPage(capture, plan.site);
      const { render: policy } = plan.crawl;
      const wanted = task.kind === 'column' && (policy === 'always' || (policy === 'auto' && needsBrowser(page)));
      const pages = page.kind === 'unfilled' ? [] : page.pager.pages.map((url) => child('list-page', url));
      return [...(wanted ? render() : []), ...pages, ...childrenOfPage(task, page)];
    }
    case 'document':
    case 'model': {
      if (isFile(capture)) return [];
      const article = readArticlePage(capture, plan.site);
      return 'unparsed' in article ? [] : attachmentsOf(article).map((url) => child('attachment', url));
    }
    default:
      return [];
  }
}

/** Documents that a list names, and attachments of articles printed on the column's own page. */
export function childrenOfPage(task: Pick<Task, 'unit' | 'column'>, page: ColumnPage): TaskDraft[] {
  const child = (kind: TaskKind, url: string): TaskDraft => ({ kind, url, unit: task.unit, column: task.column });
  if (page.kind === 'list') return page.entries.map(({ url }) => child('document', url));
  if (page.kind === 'inline')
    return page.articles.flatMap((article) => attachmentsOf(article).map((url) => child('attachment', url)));
  return [];
}

const attachmentsOf = (article: Article): string[] => article.attachments.map(({ url }) => url);

const isUnrendered = ({ result }: OpenedCapture): boolean =>
  result.tag === 'responded' && result.judgement === 'unrendered';

/** A list may lead straight to a file; its bytes are no page to read. */
const isFile = ({ contentType, finalUrl }: OpenedCapture): boolean =>
  !/html/i.test(contentType) && (contentType !== '' || attachmentType(finalUrl, '') !== null);
