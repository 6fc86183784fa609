import type { TrueDocument } from '../site-kit.ts';

export const shell = (title: string, content: string): string =>
  `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${title}</title></head><body>
<div class="top"><div class="logo"><a href="/index.htm">河湾区人民政府</a></div></div>
<div class="menu"><ul><li><a href="/index.htm">首页</a></li><li><a href="/xxgk.htm">信息公开</a></li></ul></div>
<div class="dqwz">当前位置: <a href="/index.htm">首页</a> &gt;&gt; <a href="/xxgk.htm">信息公开</a> &gt;&gt; 正文</div>
${content}
<div class="foot"><p>版权所有 河湾区人民政府办公室</p></div></body></html>`;

/** Rows of one list component: `line_u8_0`, `line_u8_1`, … */
export const rows = (documents: readonly TrueDocument[], component: string, up: string, slashes = false): string =>
  `<ul class="list">${documents
    .map(({ path, title, date }, i) => {
      const shown = slashes ? date.replaceAll('-', '/') : date;
      return `<li id="line_${component}_${i}"><a href="${up}${path.slice(1)}" target="_blank" title="${title}">${title}</a><span>${shown}</span></li>`;
    })
    .join('')}</ul>`;

/**
 * «共 N 条 1/M» with links to the files of the further pages; greyed out are spans. `fileOf` gives the address of page
 * n as seen from the page at hand.
 */
export function pager(count: number, at: number, pages: number, fileOf: (n: number) => string): string {
  const link = (text: string, n: number): string =>
    n < 1 || n > pages || n === at
      ? `<span class="p_no_d">${text}</span>`
      : `<span class="p_no"><a href="${fileOf(n)}">${text}</a></span>`;
  const numbers = Array.from({ length: pages }, (_, i) =>
    i + 1 === at ? `<span class="p_no_d">${i + 1}</span>` : link(String(i + 1), i + 1),
  );
  return `<div class="pb_sys_common pb_sys_normal"><span class="p_t">共${count}条</span> <span class="p_t">${at}/${pages}</span>&nbsp;<span class="p_pages">${link('首页', 1)}${link('上页', at - 1)}${numbers.join('')}${link('下页', at + 1)}${link('尾页', pages)}</span></div>`;
}

export const metaTable = (cells: readonly (readonly [string, string])[]): string => {
  const half = cells.map(([label, value]) => `<td class="bq">${label}：</td><td>${value}</td>`);
  const lines = half.flatMap((pair, i) => (i % 2 === 0 ? [`<tr>${pair}${half[i + 1] ?? ''}</tr>`] : []));
  return `<table class="xxgkml">${lines.join('')}</table>`;
};

/** An article with its generated exports at the bottom, which are no attachments. */
export const article = (title: string, meta: string, body: string, attached = ''): string =>
  shell(
    title,
    `<form name="_newscontent_fromname"><div class="content">${meta}<h1>${title}</h1><div id="vsb_content_2"><div class="v_news_content">${body}</div></div>
${attached}<div class="tools2"><a href="javascript:window.opener=null;window.close();">关闭窗口</a> <a href="/system/resource/export/word.jsp?wbnewsid=1">下载Word</a> <a href="/system/resource/export/pdf.jsp?wbnewsid=1">下载PDF</a></div></div></form>`,
  );

export const paragraphs = (title: string): string =>
  `<p class="vsbcontent_start">根据年度工作安排，现将${title}有关情况予以公开。</p><p class="vsbcontent_end">各有关单位要加强协调配合，确保各项任务按时完成。</p>`;

/** `附件【<a>name.xls</a>】已下载 N 次`: the kind of file stands in the text alone. */
export const attachment = (id: number, name: string): string =>
  `<li>附件【<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1585729837&wbfileid=${id}" target="_blank">${name}</a>】已下载<span>37</span>次</li>`;
export const attachmentPath = (id: number): string =>
  `/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1585729837&wbfileid=${id}`;
