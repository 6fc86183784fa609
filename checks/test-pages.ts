/** Small pages for cases, in the shape that the pilot's sites print. */

const page = (title: string, content: string): string =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body>
<div class="content">${content}</div></body></html>`;

export interface TestEntry {
  readonly title: string;
  /** Path of the document's page. */
  readonly url: string;
  readonly date: string;
}

/** A list page; without entries it says that there are none. */
export function listPage(entries: readonly TestEntry[], next?: string): string {
  if (entries.length === 0) return page('栏目', '<h2 class="name">栏目</h2><p class="none">暂无信息</p>');
  const rows = entries.map(
    ({ title, url, date }) => `<li><a href="${url}" title="${title}">${title}</a><span>${date}</span></li>`,
  );
  const pager =
    next === undefined ? '' : `<div class="pager"><span class="cur">1</span> <a href="${next}">下一页</a></div>`;
  return page('栏目', `<h2 class="name">栏目</h2><ul class="list">${rows.join('\n')}</ul>${pager}`);
}

export interface TestArticle {
  readonly title: string;
  /** `YYYY-MM-DD`; without it the page prints none. */
  readonly date?: string;
  /** HTML. */
  readonly body: string;
  /** Metadata as the page prints it: 文号, 成文日期 … */
  readonly metadata?: Readonly<Record<string, string>>;
  readonly files?: readonly { readonly name: string; readonly url: string }[];
}

/** An article, on a page of its own or on the column's page. */
export function articlePage({ title, date, body, metadata = {}, files = [] }: TestArticle): string {
  const cells = Object.entries(metadata).map(
    ([label, value]) => `<li><label>${label}：</label><span>${value}</span></li>`,
  );
  const meta =
    cells.length > 0
      ? `<ul class="policy-meta"><li class="wide"><label>标题：</label><span>${title}</span></li>${cells.join('\n')}</ul>`
      : '';
  const links = files.map(({ name, url }) => `<p><a href="${url}">${name}</a></p>`);
  return page(
    title,
    `${meta}<h1>${title}</h1>${date === undefined ? '' : `<div class="info">时间:${date}</div>`}
<div class="article" id="zoom">${body}</div>
${links.length > 0 ? `<div class="files"><p>附件下载：</p>${links.join('\n')}</div>` : ''}`,
  );
}

export const paragraphs = (...texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('\n');

export const table = (...rows: readonly (readonly string[])[]): string =>
  `<table border="1"><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</tbody></table>`;
