import { type ListSheet, type Shape, type Sheet, slug } from './shape.ts';

const page = (
  title: string,
  { district }: Pick<Sheet, 'district'>,
  inner: string,
): string => `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${title}-${district}人民政府</title></head><body>
<div class="logo"><a href="/index.htm">${district}人民政府</a></div><div class="dqwz">当前位置：<a href="/index.htm">首页</a> &gt; 正文</div>${inner}
<div class="copy">${district}人民政府主办 ${district}政务服务管理局承办</div></body></html>`;

/** `/info/1201/1.htm`; list files count down. */
export const vsb: Shape = {
  cms: 'vsb',
  perPage: 14,
  labels: {
    ...{ title: '信息名称', issuer: '发布机构', number: '文　号', index: '索引号' },
    ...{ writtenOn: '成文日期', publishedOn: '公开日期', theme: '主题分类', validity: '是否有效' },
  },
  columnPath: (unit, column) => `/${slug(unit)}/c${column}.htm`,
  listPath: (unit, column, n, pages) => `/${slug(unit)}/c${column}/${pages - n + 1}.htm`,
  articlePath: (unit, column, id) => `/info/${unit.id.charCodeAt(0)}${unit.id.slice(-1)}${column}/${7000 + id}.htm`,
  filePath: (path, id) =>
    `/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1412${path.length}&wbfileid=${path.replace(/\D/g, '')}${id}`,
  list: (sheet) => page(sheet.column, sheet, listBody(sheet)),
  article: (sheet) => page(sheet.article.title, sheet, articleBody(sheet)),
  inline: (sheet) => page(sheet.column, sheet, articleBody(sheet)),
};

function listBody({ rows, at, pages, total, fileOf }: ListSheet): string {
  const lines = rows.map(
    ({ href, title, date }, i) =>
      `<li id="line_u9_${i}"><a href="${href}" title="${title}">${title}</a><span>${date.replaceAll('-', '/')}</span></li>`,
  );
  const links = Array.from({ length: pages }, (_, i) =>
    i + 1 === at
      ? `<span class="p_no_d">${i + 1}</span>`
      : `<span class="p_no"><a href="${fileOf(i + 1)}">${i + 1}</a></span>`,
  );
  const pager = `<div class="pb_sys_common"><span class="p_t">共${total}条</span> <span class="p_t">${at}/${pages}</span> ${links.join('')}</div>`;
  return rows.length > 0 ? `<ul class="lb">${lines.join('')}</ul>${pager}` : '<p>栏目暂无内容</p>';
}

function articleBody({ article, cells, body, files }: Sheet): string {
  const block = cells
    .map(
      ([label, value]) =>
        `<li><b>${label}：</b><span>${value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$1/$2/$3')}</span></li>`,
    )
    .join('');
  const links = files
    .map(({ href, name }) => `<li>附件【<a href="${href}" target="_blank">${name}</a>】已下载<span>12</span>次</li>`)
    .join('');
  return `<form name="_newscontent_fromname"><div class="nr">${block ? `<ul class="xxgk">${block}</ul>` : ''}<h1>${article.title}</h1><div class="time">时间：${article.date}</div>
<div id="vsb_content"><div class="v_news_content">${body}</div></div>${links ? `<ul>${links}</ul>` : ''}<div><a href="javascript:window.close();">关闭窗口</a></div></div></form>`;
}
