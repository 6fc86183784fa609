import { type ListSheet, type Shape, type Sheet, slug } from './shape.ts';

const page = (
  title: string,
  { unit, district, column }: Pick<Sheet, 'unit' | 'district' | 'column'>,
  inner: string,
): string => `<html><head><title>${title}</title></head><body>
<table width="1000" class="hd"><tr><td><a href="/">${district}政务信息网</a></td></tr></table>
<p class="path"><a href="/">网站首页</a> &gt;&gt; <a href="/${slug(unit)}/">${unit.name}</a> &gt;&gt; ${column}</p>${inner}
<div class="ft">主办：${district}人民政府　技术支持：${district}大数据中心</div></body></html>`;

/** An old site of tables; pages list_2.html on, linked by number. */
export const plainOld: Shape = {
  cms: 'generic',
  perPage: 20,
  labels: {
    ...{ title: '文件名称', issuer: '制发机关', number: '文件编号', index: '索引号' },
    ...{ writtenOn: '生成日期', publishedOn: '公开日期', theme: '主题分类', validity: '时效性' },
  },
  columnPath: (unit, column) => `/${slug(unit)}/lm${column}/list.html`,
  listPath: (unit, column, n) => `/${slug(unit)}/lm${column}/list_${n}.html`,
  articlePath: (unit, column, id, date) => `/${slug(unit)}/lm${column}/${date.slice(0, 4)}/${300 + id}.html`,
  filePath: (path, id, type) => path.replace('.html', `_${id}.${type}`),
  list: (sheet) => page(sheet.column, sheet, listBody(sheet)),
  article: (sheet) => page(sheet.article.title, sheet, articleBody(sheet)),
  inline: (sheet) => page(sheet.column, sheet, articleBody(sheet)),
};

function listBody({ rows, at, pages, fileOf }: ListSheet): string {
  const lines = rows.map(
    ({ href, title, date }) => `<tr><td>·<a href="${href}">${title}</a></td><td width="90">${date}</td></tr>`,
  );
  const numbers = Array.from({ length: pages }, (_, i) =>
    i + 1 === at ? `<b>${i + 1}</b>` : `<a href="${fileOf(i + 1)}">[${i + 1}]</a>`,
  );
  const pager =
    pages > 1
      ? `<p>${numbers.join(' ')} ${at < pages ? `<a href="${fileOf(at + 1)}">下一页</a>` : ''} 共${pages}页</p>`
      : '';
  return `<table class="lst">${lines.join('')}</table>${rows.length === 0 ? '<p>该栏目暂无信息</p>' : ''}${pager}`;
}

function articleBody({ article, cells, body, files }: Sheet): string {
  const block = cells.map(([label, value]) => `<p>【${label}】${value}</p>`).join('');
  const links = files.map(({ href, name }) => `<p>附件：<a href="${href}">${name}</a></p>`).join('');
  return `${block}<h2 align="center">${article.title}</h2><p align="center">发布时间：${article.date}</p><div class="con">${body}</div>${links}`;
}

/** A site of these days: cards, a definition list of metadata, address without names. */
export const plainNew: Shape = {
  ...plainOld,
  perPage: 10,
  labels: {
    ...{ title: '标题', issuer: '发文单位', number: '公文字号', index: '索引号' },
    ...{ writtenOn: '成文日期', publishedOn: '发布时间', theme: '主题分类', validity: '有效性' },
  },
  columnPath: (unit, column) => `/open/${slug(unit)}/${column}/`,
  listPath: (unit, column, n) => `/open/${slug(unit)}/${column}/p${n}.shtml`,
  articlePath: (unit, column, id) => `/open/${slug(unit)}/${column}/${id}0c7f.shtml`,
  filePath: (path, id, type) => path.replace('.shtml', `-fj${id}.${type}`),
  list: (sheet) => {
    const rows = sheet.rows.map(
      ({ href, title, date }) => `<div class="item"><a href="${href}"><h4>${title}</h4></a><em>${date}</em></div>`,
    );
    const next = sheet.at < sheet.pages ? `<a class="next" href="${sheet.fileOf(sheet.at + 1)}">下一页</a>` : '';
    const pager = sheet.pages > 1 ? `<nav class="pages"><span>${sheet.at}/${sheet.pages}</span>${next}</nav>` : '';
    return page(
      sheet.column,
      sheet,
      `<section>${rows.join('')}${rows.length === 0 ? '<p>暂无数据</p>' : ''}</section>${pager}`,
    );
  },
  article: (sheet) => {
    const block = sheet.cells.map(([label, value]) => `<dt>${label}：</dt><dd>${value}</dd>`).join('');
    const links = sheet.files.map(({ href, name }) => `<a class="file" href="${href}" download>${name}</a>`).join('');
    return page(
      sheet.article.title,
      sheet,
      `<article><header>${block ? `<dl>${block}</dl>` : ''}<h1>${sheet.article.title}</h1><time>${sheet.article.date} 16:05:11</time></header><div class="article-content">${sheet.body}</div>${links ? `<div class="files"><h5>附件</h5>${links}</div>` : ''}</article>`,
    );
  },
};
