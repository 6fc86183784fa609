import { plainOld } from './plain.ts';
import { type Shape, type Sheet, slug } from './shape.ts';

/** Articles of the platform with eight labels and the body printed; the list as its own servers print it without scripts. */
export const gkmlpt: Shape = {
  ...plainOld,
  cms: 'auto',
  labels: {
    ...{ title: '名称', issuer: '发布机构', number: '文号', index: '索引号' },
    ...{ writtenOn: '成文日期', publishedOn: '发布日期', theme: '主题分类', validity: '时效性' },
  },
  columnPath: (unit, column) => `/${slug(unit)}/gkml/lm${column}/index.html`,
  listPath: (unit, column, n) => `/${slug(unit)}/gkml/lm${column}/index_${n}.html`,
  articlePath: (unit, column, id) => `/${slug(unit)}/gkmlpt/content/1/${column}/post_${5000 + id}.html`,
  filePath: (path, id, type) => `/attachment/0/88/${path.split('/')[1]}/${path.replace(/\D/g, '')}${100 + id}.${type}`,
  article: ({ article, district, cells, body, files }: Sheet): string => {
    const pairs = cells.map(([label, value]) => `<td class="td-label">${label}:</td><td>${value}</td>`);
    const lines = pairs.flatMap((pair, i) => (i % 2 === 0 ? [`<tr>${pair}${pairs[i + 1] ?? ''}</tr>`] : []));
    const links = files
      .map(({ href, name }) => `<p><a class="nfw-cms-attachment" href="${href}" alt="${name}">${name}</a></p>`)
      .join('');
    return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${article.title} - ${district}</title></head><body><div class="nav"><a href="/">首页</a></div>
${lines.length > 0 ? `<div class="classify"><table>${lines.join('')}</table></div>` : ''}<div class="article"><h1 class="title">${article.title}</h1><div class="date-row">发布日期：${article.date}</div><div class="article-content">${body}${links}</div></div></body></html>`;
  },
};
