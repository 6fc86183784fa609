import type { Answer, TrueDocument } from '../site-kit.ts';
import { embeddedList, sideBox } from './list.ts';
import type { JcmsColumn } from './model.ts';

export interface JcmsUnit {
  readonly name: string;
  readonly folder: string;
  readonly columns: readonly JcmsColumn[];
}

export const columnPath = ({ number }: JcmsColumn): string => `/col/col${number}/index.html`;

const shell = (title: string, body: string, head = ''): Answer => ({
  body: `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>
<div class="header"><a href="/">青石区人民政府</a></div>${body}
<div class="footer">主办：青石区人民政府办公室　Produced By 大汉网络 大汉版通发布系统</div></body></html>`,
});

const menu = (unit: JcmsUnit): string =>
  `<div class="left-menu"><h2>${unit.name}</h2><ul>${unit.columns.map((column) => `<li><a href="${columnPath(column)}">${column.name}</a></li>`).join('')}</ul></div>`;

export const homePage = (units: readonly JcmsUnit[]): Answer =>
  shell(
    '青石区政府信息公开',
    `<h1>政府信息公开</h1><ul class="tree">${units.map((unit) => `<li><a href="/${unit.folder}/">${unit.name}</a>${menu(unit)}</li>`).join('')}</ul>`,
  );

export const unitPage = (unit: JcmsUnit): Answer => shell(`${unit.name}-信息公开`, menu(unit));

/** A column: its unit's menu, a side box on some, the list. */
export function columnPage(unit: JcmsUnit, column: JcmsColumn, list = embeddedList(column)): Answer {
  const head = `<meta name="ColumnName" content="${column.name}">`;
  return shell(
    `${unit.name}-${column.name}`,
    `${menu(unit)}${sideBox(column)}<div class="main"><h2>${column.name}</h2>${list}</div>`,
    head,
  );
}

const fileName = ({ path }: TrueDocument): string => `${/(\w+)\.html$/.exec(path)?.[1] ?? 'file'}`;

/** An article with its metas, the open-government table of labels and a body in `#zoom`. */
export function articlePage(unit: JcmsUnit, column: JcmsColumn, document: TrueDocument): Answer {
  const { title, date, metadata = {}, attachments = [] } = document;
  const head = `<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${date} 09:15:20"><meta name="ContentSource" content="${unit.name}">`;
  const cells = [
    ['索引号', metadata.index ?? ''],
    ['组配分类', column.name],
    ['成文日期', metadata.writtenOn ?? ''],
    ['发布日期', date],
    ['发布机构', metadata.issuer ?? unit.name],
    ['标题', title],
    ['发文字号', metadata.number ?? ''],
    ['有效性', metadata.validity ?? ''],
  ];
  const table = cells.map(([label, value]) => `<td>${label}:</td><td>${value}</td>`);
  const rows = [0, 2, 4, 6].map((i) => `<tr>${table.slice(i, i + 2).join('')}</tr>`).join('');
  // `downfile.jsp` names the kind of the file only in the query.
  const files = attachments
    .map(
      ({ name, type }) =>
        `<p>附件：<a href="/module/download/downfile.jsp?classid=0&amp;filename=${fileName(document)}.${type}">${name}</a></p>`,
    )
    .join('');
  const text = `<p>为方便群众办事，现将${title.slice(0, 8)}的有关安排公布如下，请各有关单位认真落实，按期完成。</p><p>各责任单位应当于每月月底前报送进展情况，由牵头单位汇总后向社会公开。</p>`;
  return shell(
    `${unit.name} ${column.name} ${title}`,
    `<table class="xxgk_table">${rows}</table><h1>${title}</h1><div class="info">发布日期：${date}　来源：${unit.name}</div><div id="zoom">${text}${files}</div>`,
    head,
  );
}
