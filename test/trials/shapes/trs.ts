import { type ListSheet, type Shape, type Sheet, slug } from './shape.ts';

const folder = (unit: Parameters<typeof slug>[0], column: number): string => `/zfxxgk/${slug(unit)}/lm${column}/`;

const page = (
  title: string,
  { district, column }: Pick<Sheet, 'district' | 'column'>,
  inner: string,
): string => `<!DOCTYPE html><html><head><meta charset="utf-8">
<title>${title}_${district}人民政府</title></head><body><div class="head"><a href="/">${district}人民政府</a></div>
<div class="wz">您的位置：<a href="/">首页</a>&gt;<a href="/zfxxgk/">政府信息公开</a>&gt;${column}</div>${inner}
<div class="foot">版权所有：${district}人民政府　网站标识码：4300000007</div></body></html>`;

/** `t20240305_812.html`, further list pages `index_1.html` on, written by a script. */
export const trs: Shape = {
  cms: 'trs',
  perPage: 12,
  labels: {
    ...{ title: '标　　题', issuer: '发布机构', number: '文　　号', index: '索 引 号' },
    ...{ writtenOn: '成文时间', publishedOn: '发文时间', theme: '主题分类', validity: '效力状态' },
  },
  columnPath: folder,
  listPath: (unit, column, n) => `${folder(unit, column)}index_${n - 1}.html`,
  articlePath: (unit, column, id, date) =>
    `${folder(unit, column)}${date.slice(0, 7).replace('-', '')}/t${date.replaceAll('-', '')}_${4000 + id}.html`,
  filePath: (path, id, type) =>
    `${path.slice(0, path.lastIndexOf('/') + 1)}P02024${String(id).padStart(12, '0')}.${type}`,
  list: (sheet) => page(sheet.column, sheet, listBody(sheet)),
  article: (sheet) => page(sheet.article.title, sheet, articleBody(sheet)),
  inline: (sheet) => page(sheet.column, sheet, articleBody(sheet)),
};

function listBody({ rows, at, pages }: ListSheet): string {
  const lines = rows.map(
    ({ href, title, date }) =>
      `<li><span>${date}</span><a href="${href}" target="_blank" title="${title}">${title.length > 26 ? `${title.slice(0, 24)}...` : title}</a></li>`,
  );
  const pager =
    pages > 1 ? `<div class="fanye"><script>createPageHTML(${pages}, ${at - 1}, "index", "html");</script></div>` : '';
  return `<div class="gl"><ul class="list">${lines.join('\n')}</ul>${rows.length === 0 ? '<div class="none">暂无内容</div>' : ''}${pager}</div>`;
}

function articleBody({ article, unit, cells, body, files }: Sheet): string {
  const pairs = cells.map(([label, value]) => `<th>${label}：</th><td>${value}</td>`);
  const lines = pairs.flatMap((pair, i) => (i % 2 === 0 ? [`<tr>${pair}${pairs[i + 1] ?? ''}</tr>`] : []));
  const links = files.map(({ href, name }) => `<li><a href="${href}">${name}</a></li>`).join('');
  return `<div class="xl">${lines.length > 0 ? `<table class="xxgk">${lines.join('')}</table>` : ''}<h1>${article.title}</h1>
<div class="ly"><span>来源：${unit.name}</span><span>发布时间：${article.date} 09:${String(article.title.length % 60).padStart(2, '0')}</span></div>
<div class="view TRS_UEDITOR"><div class="TRS_Editor">${body}</div></div>${links ? `<div class="fjxz">相关附件：<ul>${links}</ul></div>` : ''}</div>`;
}
