import type { Answer } from '../site-kit.ts';
import { shell, UNIT } from './shell.ts';

export interface Page {
  readonly title: string;
  readonly date: string;
  readonly index?: string;
  readonly number?: string;
  readonly issuer?: string;
  readonly written?: string;
  readonly theme?: string;
  readonly validity?: string;
  readonly body: string;
  readonly after?: string;
  readonly head?: string;
  /** As printed where it differs from `title`. */
  readonly metaTitle?: string;
  readonly printed?: string;
  readonly top?: string;
}

const TOOLS = '字号：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>　<a href="javascript:;">打印</a>';
export const MEDIA = '<p>电子书 Ι H5 Ι 图文解读     Ι  语音播报 Ι 动漫</p>';
const titleOf = ({ printed, title }: Page): string => printed ?? title;

type Cell = readonly [string, string];
const cellsOf = (page: Page): readonly Cell[] => [
  ['标题', page.metaTitle ?? titleOf(page)],
  ['索引号', page.index ?? ''],
  ['文号', page.number ?? ''],
  ['发文日期', page.date],
  ['发布机构', page.issuer ?? UNIT],
];

/** The block of five cells; nobody knows how the real one is marked up, so it comes in five ways. */
export type Markup = 'table' | 'dl' | 'li' | 'spans' | 'lines';
function block(cells: readonly Cell[], markup: Markup): string {
  const all = (make: (cell: Cell) => string): string => cells.map(make).join('\n');
  switch (markup) {
    case 'table':
      return `<table>${all(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`)}</table>`;
    case 'dl':
      return `<dl>${all(([label, value]) => `<dt>${label}：</dt><dd>${value}</dd>`)}</dl>`;
    case 'li':
      return `<ul>${all(([label, value]) => `<li><b>${label}</b><i>${value}</i></li>`)}</ul>`;
    case 'spans':
      return `<div>${all(([label, value]) => `<div><span>${label}：</span><span>${value}</span></div>`)}</div>`;
    case 'lines':
      return all(([label, value]) => `<p>${label}：${value}</p>`);
  }
}

/** L1: block, title again, line with the date, body. */
export function layout1(page: Page, markup: Markup = 'table', media = ''): Answer {
  return shell(
    `${UNIT} - ${page.title}`,
    `<div class="q1">${UNIT}</div>${block(cellsOf(page), markup)}
<div class="q2">${titleOf(page)}</div><div class="q3">发布日期:${page.date.slice(0, 10)}　${TOOLS}</div>${media}
<div class="q4">${page.body}</div>${page.after ?? ''}`,
    { head: page.head ?? '', top: page.top ?? UNIT },
  );
}

/** L1 of the government level: a breadcrumb, and anchors to the parts of the page. */
export function layout1Government(page: Page): Answer {
  return shell(
    page.title,
    `<div class="q1">首页 政务公开 政府信息公开 政府信息公开年报 区政府</div>${block(cellsOf(page), 'table')}
<div class="q5"><a href="#a">标题</a> <a href="#b">正文</a> <a href="#c">手机</a> <a href="#d">附件</a> <a href="#e">解读</a></div>
<div class="q2">${titleOf(page)}</div><div class="q3">发布日期:${page.date}　${TOOLS}</div><div class="q4">${page.body}</div>`,
    { top: '青石区人民政府' },
  );
}

/** L2: the block of policy documents. */
export function layout2(page: Page, markup: Markup = 'table'): Answer {
  const cells: readonly Cell[] = [
    ['标题', titleOf(page)],
    ['发文机关', page.issuer ?? UNIT],
    ['发文字号', page.number ?? ''],
    ['索引号', page.index ?? ''],
    ['成文日期', page.written ?? ''],
    ['发文日期', page.date],
    ['主题分类', page.theme ?? ''],
    ['有效性', page.validity ?? ''],
  ];
  return shell(
    page.title,
    `${block(cells, markup)}<div class="q2">${titleOf(page)}</div><div class="q4">${page.body}</div>`,
  );
}

/** L3: unit, title, time and text on the column's own page. */
export const layout3 = ({ title, printed, date, body, after = '', top = UNIT }: Page): Answer =>
  shell(
    `${top} - 信息公开指南`,
    `<div class="q1">${top}</div><div class="q2">${printed ?? title}</div><div class="q3">时间:${date}</div><div class="q4">${body}</div>${after}`,
    { top },
  );

/** L4: index number, short name and date in sequence, none with a label. */
export const layout4 = (page: Page, markup: 'li' | 'span'): Answer => {
  const values = [page.index ?? '', page.issuer ?? '', page.date];
  const line =
    markup === 'li'
      ? `<ul>${values.map((value) => `<li>${value}</li>`).join('')}</ul>`
      : `<div>${values.map((value) => `<span>${value}</span>`).join(' ')}</div>`;
  return shell(
    page.title,
    `<div>政府信息公开</div><div class="q2">${titleOf(page)}</div>${line}
<div>字号：大 中 小</div><div><a href="#">打印整页</a> <a href="#">打印内容</a> <a href="#">分享</a></div><div class="q4">${page.body}</div>`,
  );
};

/** L4b: no date in the text at all. */
export const layout4b = (page: Page): Answer =>
  shell(
    `${UNIT} - 部门文件 - ${page.title}`,
    `<div class="q2">${titleOf(page)}</div><div>字号 大 中 小</div><div class="q4">${page.body}</div>`,
    {
      head: `<meta name="SiteName" content="青石区"><meta name="SiteIDCode" content=""><meta name="ColumnType" content="${UNIT}">
<meta name="ArticleTitle" content="${page.title}"><meta name="PubDate" content="${page.date}"><meta name="ContentSource" content="">`,
    },
  );

/** L5: values without labels first, then two with. */
export const layout5 = (page: Page): Answer =>
  shell(
    page.title,
    `<div><span>其他</span><span>${page.index}</span><span>${page.date}</span><span>${page.issuer}</span></div>
<div class="q2">${titleOf(page)}</div><div>发文单位:${page.issuer} 时间:${page.date} 【字号:大 中 小】</div><div class="q4">${page.body}</div>`,
  );
