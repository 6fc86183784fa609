import type { Article } from '../extract/page.ts';
import { readArticlePage, readColumnPage } from '../extract/read.ts';
import type { OpenedCapture } from '../model/capture.ts';
import type { Site } from '../model/plan.ts';
import type { TaskKind } from '../store/tasks.ts';

/**
 * In Chinese, which parts of a page say something else than on the earlier capture; '' where only its dress changed
 * (counters, navigation, tokens). A page whose reading makes no sense on either side has `内容` changed.
 */
export function describeChange(kind: TaskKind, earlier: OpenedCapture, now: OpenedCapture, site: Site): string {
  if (kind === 'attachment') return '文件内容';
  if (!/html/i.test(`${earlier.contentType} ${now.contentType}`)) return '文件内容';
  const [before, after] = [articlesOf(kind, earlier, site), articlesOf(kind, now, site)];
  if (before === null || after === null) return before === after ? '' : '内容';
  return PARTS.filter(([, part]) => before.map(part).join('\n') !== after.map(part).join('\n'))
    .map(([name]) => name)
    .join('、');
}

const PARTS: readonly (readonly [string, (article: Article) => string])[] = [
  ['标题', ({ title }) => title],
  ['元数据', ({ metadata }) => JSON.stringify(metadata)],
  ['正文', ({ body }) => (body.ok ? body.value.text : '')],
  ['图片', ({ body }) => (body.ok ? JSON.stringify(body.value.images) : '')],
  ['附件', ({ attachments }) => attachments.map(({ url, name }) => `${url} ${name}`).join('\n')],
];

/** The articles of a page: its own, or those printed on a column; none for a list, whose rows are compared one by one. */
function articlesOf(kind: TaskKind, capture: OpenedCapture, site: Site): readonly Article[] | null {
  if (kind === 'column') {
    const page = readColumnPage(capture, site);
    return page.kind === 'inline' ? page.articles : page.kind === 'list' ? [] : null;
  }
  const article = readArticlePage(capture, site);
  return 'unparsed' in article ? null : [article];
}
