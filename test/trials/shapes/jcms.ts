import type { ListSheet, Shape, Sheet } from './shape.ts';

const number = (unit: { readonly id: string }, column: number): number =>
  Number(`${unit.id.charCodeAt(0)}${unit.id.charCodeAt(1)}${unit.id.slice(-1)}${column}`);

const page = (
  title: string,
  { unit, district }: Pick<Sheet, 'unit' | 'district'>,
  inner: string,
  head = '',
): string => `<!DOCTYPE html><html><head><meta charset="utf-8">${head}<title>${unit.fullName} ${title}</title></head><body>
<div class="bn"><a href="/">${district}人民政府</a></div>${inner}<div class="bq">Produced By 大汉网络 版权所有：${district}人民政府</div></body></html>`;

/** Lists as records inside the page; addresses `/art/2024/3/5/art_118_12.html`. */
export const jcms: Shape = {
  cms: 'jcms',
  perPage: 500,
  labels: {
    ...{ title: '标题', issuer: '发布机构', number: '发文字号', index: '索引号' },
    ...{ writtenOn: '成文日期', publishedOn: '发布日期', theme: '主题分类', validity: '有效性' },
  },
  columnPath: (unit, column) => `/col/col${number(unit, column)}/index.html`,
  listPath: () => '/none',
  articlePath: (unit, column, id, date) =>
    `/art/${date.split('-').map(Number).join('/')}/art_${number(unit, column)}_${9000 + id}.html`,
  filePath: (path, id, type) =>
    `/module/download/downfile.jsp?classid=0&filename=${path.replace(/\D/g, '')}${id}e.${type}`,
  list: (sheet) => page(sheet.column, sheet, listBody({ ...sheet, id: Number(/\d+/.exec(sheet.fileOf(1))?.[0]) })),
  article: (sheet) => page(sheet.article.title, sheet, articleBody(sheet), metas(sheet)),
  inline: (sheet) => page(sheet.column, sheet, articleBody(sheet)),
};

const metas = ({ article }: Sheet): string =>
  `<meta name="ArticleTitle" content="${article.title}"><meta name="PubDate" content="${article.date} 10:20">`;

function listBody({ rows, total, id }: ListSheet & { readonly id: number }): string {
  const records = rows.map(
    ({ href, title, date }) =>
      `<record><![CDATA[<li><a href="${href}" title="${title}">${title.slice(0, 16)}…</a><span>${date}</span></li>]]></record>`,
  );
  return `<div id="${id}"><script type="text/xml"><datastore><totalrecord>${total}</totalrecord><recordset>${records.join('\n')}</recordset></datastore></script></div>
<script>var param_${id} = {col:1,appid:1,webid:1,path:'/',columnid:${id},sourceContentType:1,unitid:'${id}',permissiontype:0};
$('#${id}').jpage({ perPage:500, totalRecord:${total}, proxyUrl:'/module/web/jpage/dataproxy.jsp', param:param_${id} });</script>`;
}

function articleBody({ article, unit, cells, body, files }: Sheet): string {
  const block = cells.map(([label, value]) => `<tr><td class="bt">${label}</td><td>${value}</td></tr>`).join('');
  const links = files.map(({ href, name }) => `<p>附件：<a href="${href}">${name}</a></p>`).join('');
  return `${block ? `<table class="xxgk_t">${block}</table>` : ''}<div class="main-t">${article.title}</div><div class="info">发布日期：${article.date} 来源：${unit.name} 浏览次数：</div><div id="zoom">${body}${links}</div>`;
}
