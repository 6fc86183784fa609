import { type FileLink, type ListSheet, type Shape, type Sheet, slug } from './shape.ts';

const channel = (column: number): string =>
  `channel_c_61a2b3c4d5e6f7089a1b2c${String(column).padStart(2, '0')}_n_16${String(column).padStart(8, '3')}.${100 + column}`;
const hex = (date: string, id: number): string => {
  const seconds = Math.floor(Date.parse(`${date}T03:00:00Z`) / 1000).toString(16);
  return `${seconds.padStart(8, '0')}a1b2c3d4e5${String(id).padStart(6, '0')}`;
};

const page = (
  title: string,
  { unit, district }: Pick<Sheet, 'unit' | 'district'>,
  inner: string,
): string => `<!doctype html>
<html><head><meta charset="utf-8"><title>${unit.name} - ${title}</title></head><body>
<div id="top"><a href="/">${district}人民政府门户网站</a></div><div class="side"><a href="/gongkai/site_${slug(unit)}/">${unit.fullName}</a></div>
<div id="main">${inner}</div><div id="bottom"><p>主办单位：${district}人民政府办公室</p><p>网站标识码：3400000019</p></div></body></html>`;

const files = (links: readonly FileLink[]): string =>
  links.length === 0
    ? ''
    : `<div class="fj"><b>附件下载</b>${links.map(({ href, name }) => `<p><a href="${href}" target="_blank">${name}</a></p>`).join('')}</div>`;

/** `/gongkai/site_…/channel_…/doc_….html`: cells above, the date once more below the title. */
export const gongkai: Shape = {
  cms: 'gongkai',
  perPage: 15,
  labels: {
    ...{ title: '标题', issuer: '发文机关', number: '发文字号', index: '索引号' },
    ...{ writtenOn: '成文日期', publishedOn: '发文日期', theme: '主题分类', validity: '有效性' },
  },
  columnPath: (unit, column) => `/gongkai/site_${slug(unit)}/${channel(column)}/`,
  listPath: (unit, column, n) => `/gongkai/site_${slug(unit)}/${channel(column)}/?page=${n}`,
  articlePath: (unit, column, id, date) => `/gongkai/site_${slug(unit)}/${channel(column)}/doc_${hex(date, id)}.html`,
  filePath: (path, id, type) => path.replace('.html', `_${String(id).padStart(32, 'c')}.${type}`),
  list: (sheet) => page(sheet.column, sheet, listBody(sheet)),
  article: (sheet) => page(sheet.article.title, sheet, articleBody(sheet)),
  inline: (sheet) =>
    page(
      sheet.column,
      sheet,
      `<div class="dw">${sheet.unit.name}</div><div class="bt">${sheet.article.title}</div><div class="sj">时间:${sheet.article.date}</div><div class="nr">${sheet.body}</div>${files(sheet.files)}`,
    ),
};

function listBody({ column, rows, at, pages, fileOf }: ListSheet): string {
  const lines = rows.map(
    ({ href, title, date }) => `<li><a href="${href}" title="${title}">${title}</a><span>${date}</span></li>`,
  );
  const next = at < pages ? `<a href="${fileOf(at + 1)}">下一页</a>` : '<span>下一页</span>';
  const pager = pages > 1 ? `<div class="fy">第${at}页/共${pages}页 ${next}</div>` : '';
  return `<h3>${column}</h3>${lines.length > 0 ? `<ul>${lines.join('')}</ul>` : '<p>暂无相关信息</p>'}${pager}`;
}

function articleBody({ article, unit, cells, body, files: links }: Sheet): string {
  const block = cells.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join('');
  const line = cells.length > 0 ? `<div class="sj">发布日期:${article.date}　字号：大 中 小　打印</div>` : '';
  return `<div class="dw">${unit.name}</div>${block ? `<table>${block}</table>` : ''}<div class="bt">${article.title}</div>${line}<div class="nr">${body}</div>${files(links)}`;
}
