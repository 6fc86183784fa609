import type { MetadataField } from '../../model/document.ts';
import { readArticle } from '../article.ts';
import { footerStart } from '../article-range.ts';
import { attachmentLinks } from '../attachment-links.ts';
import { attachmentType } from '../attachment-type.ts';
import { dateFacts } from '../date-facts.ts';
import { fold, own, parseHtml, rawText } from '../html.ts';
import { resolveUrl } from '../links.ts';
import { type Metadata, readMetadata } from '../metadata.ts';
import type { Article, AttachmentLink } from '../page.ts';
import type { ParsedPage } from '../parsed-page.ts';
import { publishedOn } from './gkmlpt-list.ts';
import { pageOfHtml } from './listed-rows.ts';
import { isMembers, jsonGiven, type Members, textIn, unescaped } from './script-data.ts';

/**
 * An article whose body a script takes from `_CONFIG.DETAIL.content` (escaped HTML); the table of eight labels (索引号,
 * 分类, 发布机构, 成文日期, 名称, 文号, 发布日期, 主题词) is the page's own.
 */
export function readGkmlptArticle(page: ParsedPage): Article | { readonly unparsed: string } {
  const detail = jsonGiven(page.html, 'DETAIL');
  if (!isMembers(detail))
    return /["']?DETAIL["']?\s*[:=]/.test(page.html)
      ? { unparsed: '页面数据（_CONFIG.DETAIL）无法识别' }
      : readArticle(page);
  const content = htmlIn(textIn(detail, 'content'));
  const title = fold(unescaped(textIn(detail, 'title')));
  const shown = readArticle(page);
  if (content === '' || title === '') return shown;
  const inner = readArticle(pageOfHtml(`<h1>${asText(title)}</h1><div id="zoom">${content}</div>`, page));
  if ('unparsed' in inner) return inner;
  const metadata = metadataOf(page, detail);
  const claimed = dateFacts(metadata.publishedOn?.value ?? '', 'claimed');
  const written = dateFacts(metadata.writtenOn?.value ?? '', 'written');
  return {
    title: inner.title,
    metadata,
    dates: [...claimed, ...written, ...inner.dates.filter(({ place }) => place === 'body')],
    body: inner.body,
    attachments: attachmentsOf(page, detail, inner.attachments),
  };
}

/** HTML that was escaped once more to stand in a script: by `%uXXXX`, or by entities. */
function htmlIn(escaped: string): string {
  const text = unescaped(escaped);
  return /<\w/.test(text) || !/&lt;\w/.test(text) ? text : rawText(parseHtml(`<textarea>${text}</textarea>`));
}

const asText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const FIELDS: readonly (readonly [MetadataField, string, string])[] = [
  ['index', '索引号', 'identifier'],
  ['theme', '分类', 'classify_main_name'],
  ['issuer', '发布机构', 'publisher'],
  ['title', '名称', 'title'],
  ['number', '文号', 'document_number'],
];

/** The page's own table; what its script would fill in is taken from the data. */
function metadataOf(page: ParsedPage, detail: Members): Metadata {
  const { metadata } = readMetadata(page.flow, 0, footerStart(page.flow));
  for (const [field, label, name] of FIELDS) {
    const value = fold(unescaped(textIn(detail, name)));
    if (name in detail && !metadata[field]?.value) metadata[field] = { label: metadata[field]?.label ?? label, value };
  }
  const published = publishedOn(detail);
  if (published && !metadata.publishedOn?.value) metadata.publishedOn = { label: '发布日期', value: published };
  const flag = isSet(detail.is_abolished) ? '废止' : isSet(detail.is_expired) ? '失效' : null;
  if (flag && !metadata.validity?.value) metadata.validity = { label: '有效性', value: flag };
  return metadata;
}

const isSet = (value: unknown): boolean => value === true || value === 1 || value === '1' || value === 'true';

function attachmentsOf(page: ParsedPage, detail: Members, inBody: readonly AttachmentLink[]): AttachmentLink[] {
  const { flow, base } = page;
  const listed = Array.isArray(detail.attachment) ? detail.attachment : [];
  const found = new Map<string, AttachmentLink>();
  for (const link of [
    ...inBody,
    ...attachmentLinks(flow, 0, footerStart(flow), base),
    ...listed.flatMap((file: unknown) => (isMembers(file) ? attachmentOf(file, page) : [])),
  ])
    if (!found.has(link.url)) found.set(link.url, link);
  return [...found.values()];
}

function attachmentOf(file: Members, page: ParsedPage): AttachmentLink[] {
  const url = resolveUrl(textIn(file, 'url'), page.base);
  const name = fold(unescaped(textIn(file, 'name')));
  if (!url) return [];
  const type = attachmentType(url, `${name}.${textIn(file, 'type')}`) ?? 'other';
  return [{ url: own(url), name: own(name), type }];
}
