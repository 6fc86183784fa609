import type { TrueDocument } from '../site-kit.ts';

/** The chrome of every page: navigation to units, a breadcrumb, a footer. */
export const shell = (title: string, content: string, head = ''): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>
<div class="header"><h2><a href="/">石岭区人民政府</a></h2></div>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/zwgk/bmxxgk/">部门信息公开</a></li></ul></div>
<div class="location">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; ${title}</div>
${content}
<div class="footer"><p>主办：石岭区人民政府办公室 网站标识码 3700000001</p></div></body></html>`;

/** Rows as a TRS outline template writes them, addresses relative to the column's folder. */
export const rows = (documents: readonly TrueDocument[], folder: string): string =>
  `<ul class="list_con">${documents
    .map(({ path, title, date }) => {
      const href = path.startsWith(folder) ? `./${path.slice(folder.length)}` : path;
      const shown = title.length > 24 ? `${title.slice(0, 20)}...` : title;
      return `<li><a href="${href}" title="${title}" target="_blank">${shown}</a><span>${date}</span></li>`;
    })
    .join('\n')}</ul>`;

/** The pager that a script writes: `createPageHTML(<pages>, <current from 0>, "index", "html")`. */
export const scriptPager = (call: string): string =>
  `<div class="page"><script language="JavaScript" src="/images/page.js"></script><script>${call}</script></div>`;

/** Labels stretched by spaces, as 枣庄 prints them; date of writing as `2022年06月22日`. */
export const stretchedMeta = (cells: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(cells).map(([label, value]) => `<th>${label}：</th><td>${value}</td>`);
  const lines = pairs.flatMap((pair, i) => (i % 2 === 0 ? [`<tr>${pair}${pairs[i + 1] ?? ''}</tr>`] : []));
  return `<table class="xxgk_table">${lines.join('')}</table>`;
};

/** Labels and values in a list of spans, as 湘西, 青岛 and 南昌 do. */
export const spannedMeta = (cells: Readonly<Record<string, string>>): string =>
  `<ul class="gk_info">${Object.entries(cells)
    .map(([label, value]) => `<li><b>${label}：</b><span>${value}</span></li>`)
    .join('')}</ul>`;

export const article = (title: string, meta: string, body: string, more = ''): string =>
  shell(
    title,
    `<div class="xl_con"><h1>${title}</h1>${meta}<div class="view TRS_UEDITOR trs_paper_default"><div class="TRS_Editor">${body}</div></div>${more}</div>`,
  );

export const paragraphs = (title: string): string =>
  `<p>各镇人民政府、街道办事处，区政府有关部门：</p><p>现就《${title}》所涉事项说明如下，请结合工作实际认真组织实施，并于规定时限内报送落实情况。</p><p>联系方式见区政府门户网站。</p>`;
