import { escapeHtml } from '../html.ts';
import type { DemoColumn, DemoDocument, DemoSite, DemoUnit, PlacedFile } from '../types.ts';
import { shell } from './shell.ts';

const TOOLS =
  '<span class="size">字号：[<a href="javascript:;">大</a> <a href="javascript:;">中</a> <a href="javascript:;">小</a>]</span>　<a href="javascript:window.print()">打印</a>';

/** Links to reading versions of annual reports; the separators are Greek capital iotas, as on real pages. */
const MEDIA_STRIP = '<div class="strip">电子书 Ι H5 Ι 图文解读   Ι   语音播报</div>';

const titleOf = (document: DemoDocument): string => document.titleHtml ?? escapeHtml(document.title);

/** L1: one cell each for title, index, number, date and issuer. */
function plainMeta(document: DemoDocument): string {
  return `<table class="meta"><tbody>
<tr><th>标题</th><td colspan="3">${titleOf(document)}</td></tr>
<tr><th>索引号</th><td>${escapeHtml(document.index)}</td><th>文号</th><td>${escapeHtml(document.number)}</td></tr>
<tr><th>发文日期</th><td>${document.dateText}</td><th>发布机构</th><td>${escapeHtml(document.issuer)}</td></tr>
</tbody></table>`;
}

/** L2: the layout for policy documents. */
function policyMeta(document: DemoDocument): string {
  const cells: readonly (readonly [string, string])[] = [
    ['发文机关', document.issuer],
    ['发文字号', document.number],
    ['索引号', document.index],
    ['成文日期', document.writtenOn ?? ''],
    ['发文日期', document.dateText],
    ['主题分类', document.theme ?? ''],
    ['有效性', document.validity ?? ''],
  ];
  const items = cells.map(([label, value]) => `<li><label>${label}：</label><span>${escapeHtml(value)}</span></li>`);
  return `<ul class="policy-meta"><li class="wide"><label>标题：</label><span>${titleOf(document)}</span></li>\n${items.join('\n')}</ul>`;
}

const fileLink = (file: PlacedFile): string =>
  `<p><a href="${file.path}" target="_blank">${escapeHtml(file.name)}</a></p>`;

function downloads(files: readonly PlacedFile[]): string {
  const listed = files.filter((file) => file.type !== 'png');
  return listed.length === 0 ? '' : `<div class="files"><p>附件下载：</p>\n${listed.map(fileLink).join('\n')}</div>`;
}

/** Documents of the same unit that this one explains or is explained by. */
function related(site: DemoSite, document: DemoDocument): string {
  if (!document.linkKey) return '';
  const links = site.columns.flatMap((column) =>
    column.documents
      .filter((other) => other !== document && other.linkKey === document.linkKey)
      .map((other) => {
        const label = column.topic === 'interpretation' ? '相关解读' : '相关文件';
        return `<p>${label}：<a href="${other.path}">${escapeHtml(other.title)}</a></p>`;
      }),
  );
  return links.length === 0 ? '' : `<div class="files">${links.join('\n')}</div>`;
}

/** A document's own page. */
export function articlePage(site: DemoSite, column: DemoColumn, document: DemoDocument): string {
  const meta = document.layout === 'L2' ? policyMeta(document) : plainMeta(document);
  const content = `${meta}
<h1>${titleOf(document)}</h1>
<div class="info">发布日期：${document.date}　${TOOLS}</div>
${document.mediaStrip ? MEDIA_STRIP : ''}
<div class="article" id="zoom">
${document.body(document.files)}
</div>
${related(site, document)}${downloads(document.files)}`;
  return shell({
    site,
    column,
    title: `${column.name} - ${document.title}`,
    metas: { ArticleTitle: document.title, PubDate: `${document.date} 09:00:00`, ColumnType: site.unit.fullName },
    ...(document.header ? { header: document.header } : {}),
    content,
  });
}

/** L3: an article printed on the column's own page, without metadata block. */
export function inlinePage(site: DemoSite, column: DemoColumn): string {
  const { unit } = site;
  const article = column.inline;
  if (!article) throw new Error(`${column.name} has no article of its own`);
  const file = article.placed ? `<div class="files">${fileLink(article.placed)}</div>` : '';
  return shell({
    site,
    column,
    title: `${column.name} - ${article.title}`,
    content: `<p class="unit-name">${escapeHtml(nameOn(unit))}</p>
<h1>${escapeHtml(article.title)}</h1>
<div class="info">时间:${article.date}</div>
<div class="article" id="zoom">
${article.html}
</div>
${file}`,
  });
}

const nameOn = (unit: DemoUnit): string => unit.fullName;
