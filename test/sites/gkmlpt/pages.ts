import type { Answer } from '../site-kit.ts';
import { countOf, fieldsOf, filePath } from './answers.ts';
import type { PlatformColumn, PlatformDocument } from './model.ts';

export interface PlatformUnit {
  readonly name: string;
  readonly folder: string;
  readonly sid: string;
  readonly columns: readonly PlatformColumn[];
}

export const columnPath = (unit: PlatformUnit, { id }: PlatformColumn): string => `/${unit.folder}/gkmlpt/index#${id}`;

const shell = (title: string, body: string): Answer => ({
  body: `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`,
});

export const homePage = (units: readonly PlatformUnit[]): Answer =>
  shell(
    '政府信息公开平台',
    `<h1>政府信息公开平台</h1><ul>${units.map(({ folder, name }) => `<li><a href="/${folder}/gkmlpt/index">${name}</a></li>`).join('')}</ul>`,
  );

/** The one page of all columns of a unit: its tree is in a script, its list comes by another. */
export function indexPage(unit: PlatformUnit): Answer {
  const tree = unit.columns.map((column) => ({
    ...{ id: column.id, name: column.name, post_count: Math.max(0, countOf(column) + column.behaviour.treeMiscount) },
    ...{ jump_url: column.jumpUrl ?? '', children: [] },
  }));
  const grouped = [{ id: 1, name: '法定主动公开内容', post_count: 0, jump_url: '', children: tree }];
  const menu = unit.columns.map((column) => `<li><a href="#${column.id}">${column.name}</a></li>`).join('');
  return shell(
    `${unit.name}政府信息公开平台`,
    `<div class="nav"><a href="/">首页</a></div><div class="tree"><h2>${unit.name}</h2><ul>${menu}</ul></div>
<div id="app"><ul class="list"></ul></div>
<script>window._CONFIG = { SID: '${unit.sid}', NAME: '${unit.name}', TREE: ${JSON.stringify(grouped)}, };</script>
<script src="/gkmlpt/static/app.js"></script>`,
  );
}

const LABELS = ['索引号', '分类', '发布机构', '成文日期', '名称', '文号', '发布日期', '主题词'] as const;

/** An article: the table of eight labels is printed, its body is filled in from `_CONFIG.DETAIL`. */
export function articlePage(column: PlatformColumn, document: PlatformDocument, origin: string): Answer {
  const { id, title, date, metadata = {}, attachments = [] } = document;
  const values: Record<(typeof LABELS)[number], string> = {
    ...{
      索引号: metadata.index ?? '',
      分类: column.name,
      发布机构: metadata.issuer ?? '',
      成文日期: metadata.writtenOn ?? '',
    },
    ...{ 名称: title, 文号: metadata.number ?? '', 发布日期: date, 主题词: '' },
  };
  const cells = LABELS.map((label) => `<td class="td-label">${label}:</td><td>${values[label]}</td>`);
  const rows = [0, 2, 4, 6].map((i) => `<tr>${cells.slice(i, i + 2).join('')}</tr>`).join('');
  const files = attachments
    .map(
      ({ name, type }, i) =>
        `<p><a class="nfw-cms-attachment" href="${filePath(id, i, type)}" alt="${name}">${name}</a></p>`,
    )
    .join('');
  const text = `<p>为做好本年度便民服务工作，现就有关事项通知如下。</p><p>请各相关单位于2023年9月30日前完成各项准备，并将落实情况书面报送。</p>${files}`;
  const entities = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  const detail = { ...fieldsOf(document, column.name, origin, column.behaviour.escaped), content: entities };
  return shell(
    title,
    `<div class="nav"><a href="/">首页</a></div><div class="classify"><table>${rows}</table></div>
<div class="article"><h1 class="title">${title}</h1><div class="date-row">发布日期：${date}</div><div class="article-content"></div></div>
<script>window._CONFIG = { SID: '755041', DETAIL: ${JSON.stringify(detail)} };</script><script src="/gkmlpt/static/detail.js"></script>`,
  );
}
