import { pdfBytes } from '../../demo/files/pdf.ts';
import { randomFor } from '../../demo/random.ts';
import {
  type Address,
  type ArticleRef,
  allColumns,
  articlePath,
  columnPath,
  filePaths,
  type Layout,
  listPath,
  unitPath,
} from './layout.ts';
import { type Piece, packed, stored } from './packed.ts';
import { pastedBody, titleOf } from './text.ts';

const BODIES = 64;
/** Bytes of an article's inside, so that whole pages are of 22 to 70 KB. */
const SMALLEST = 19_500;
const LARGEST = 56_000;
const DAY = 86_400_000;
const FIRST = Date.UTC(2021, 0, 4);
/** The days at which pages of the first day were last touched at the latest, and those of the second. */
const TOUCHED = ['2023-08-07T01:30:00Z', '2023-08-08T01:30:00Z'] as const;

export interface Page {
  readonly pieces: readonly Piece[];
  /** Of an article, known without reading the page; null: the page itself tells. */
  readonly version: string | null;
  readonly modified: Date;
}

/** Writes the pages of the site, the same ones for the same layout on every machine. */
export class Pages {
  private readonly top = packed(top());
  private readonly bottom = packed(bottom());
  private readonly bodies = Array.from({ length: BODIES }, (_, i) => {
    const size = SMALLEST + Math.round(((LARGEST - SMALLEST) * i) / (BODIES - 1));
    return packed(pastedBody(randomFor(`body ${i}`), size));
  });

  page(layout: Layout, address: Address): Page {
    const modified = new Date(TOUCHED[layout.day > 1 ? 1 : 0]);
    const plain = (title: string, inside: string): Page => ({
      pieces: [stored(head(title)), this.top, stored(inside), this.bottom],
      version: null,
      modified,
    });
    if (address.kind === 'home') return plain('测速区政务公开', links(allColumns().map(({ unit }) => unitPath(unit))));
    if (address.kind === 'unit') return plain(unitName(address.unit), links(allColumns()[address.unit]?.paths ?? []));
    if (address.kind === 'file')
      return { pieces: [stored(pdf(address.number))], version: null, modified: new Date(TOUCHED[0]) };
    if (address.kind === 'list')
      return plain(columnName(address.column), listInside(layout, address.column, address.page));
    return this.article(layout, address);
  }

  private article(layout: Layout, ref: ArticleRef): Page {
    const { column, serial } = ref;
    const change = layout.changeOf(ref);
    const title = titleIn(layout, ref);
    const body = this.bodies[(column * 31 + serial * 7) % BODIES] ?? this.top;
    const note = change === 'none' ? '' : '<p class="MsoNormal">本页内容已更新，以最新文本为准。</p>';
    return {
      pieces: [
        stored(head(title)),
        this.top,
        stored(`${before(layout, ref, title)}${note}`),
        body,
        stored(after(ref)),
        this.bottom,
      ],
      version: `a${column}-${serial}-${change === 'none' ? 1 : 2}`,
      modified: change === 'none' ? new Date(dateOf(ref) + DAY / 2) : new Date(TOUCHED[1]),
    };
  }
}

/** Days apart, so that each article has its date; the newest of a column are of the last years. */
const dateOf = ({ serial }: ArticleRef): number => FIRST + (serial % 940) * DAY;

const shownDate = (layout: Layout, ref: ArticleRef): string => {
  const change = layout.changeOf(ref);
  const isTold = change === 'new' || change === 'retitled';
  return (isTold ? TOUCHED[1] : new Date(dateOf(ref)).toISOString()).slice(0, 10);
};

function titleIn(layout: Layout, ref: ArticleRef): string {
  const title = `${titleOf(randomFor(`title ${ref.column} ${ref.serial}`))}（第${ref.serial}号）`;
  return layout.changeOf(ref) === 'retitled' ? `${title}（修订）` : title;
}

const unitName = (unit: number): string => `测速区第${unit + 1}局`;
const columnName = (column: number): string => `${unitName(Math.floor(column / 10))}-第${(column % 10) + 1}栏目`;

const head = (title: string): string =>
  `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}-测速区人民政府</title>\n`;

const pdf = (number: number): string =>
  pdfBytes({
    ...{ name: `附件${number}.pdf`, type: 'pdf', title: `申请表（第${number}号）`, grids: [] },
    paragraphs: Array.from({ length: 12 }, (_, i) => `${i + 1}．请如实填写有关情况，并附相关材料。`),
  }).toString('latin1');

const links = (paths: readonly string[]): string =>
  `<div class="box">${paths.map((path, i) => `<a href="${path}">第${i + 1}项</a>`).join('\n')}</div>`;

function top(): string {
  const units = allColumns().map(({ unit }) => `<li><a href="${unitPath(unit)}">${unitName(unit)}</a></li>`);
  return `<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/style/main.css"><style>.MsoNormal{margin:0;font-size:16pt}.list li{line-height:2}</style>
</head><body><div class="header"><a href="/"><img src="/images/logo.png" alt="测速区人民政府"></a>
<form action="/search" method="get"><input type="text" name="q"><input type="submit" value="搜索"></form></div>
<div class="nav"><ul><li><a href="/">首页</a></li>${units.join('\n')}</ul></div><div class="main">\n`;
}

function bottom(): string {
  const about = ['about', 'contact', 'sitemap', 'privacy', 'help', 'archive', 'english', 'mobile', 'rss', 'guide'];
  return `</div><div class="footer">${about.map((name) => `<a href="/${name}/">${name}</a>`).join(' | ')}
<p>主办：测速区人民政府办公室　版权所有</p></div></body></html>\n`;
}

function listInside(layout: Layout, column: number, page: number): string {
  const rows = layout.rows(column, page).map((ref) => {
    const title = titleIn(layout, ref);
    return `<li><a href="${articlePath(ref)}" title="${title}" target="_blank">${title}</a><span>${shownDate(layout, ref)}</span></li>`;
  });
  const pages = layout.listPagesIn(column);
  const turn = (to: number, text: string): string => `<a href="${listPath(column, to)}">${text}</a>`;
  const numbers = Array.from({ length: pages }, (_, i) => i + 1)
    .filter((number) => Math.abs(number - page) <= 3)
    .map((number) => (number === page ? `<span class="current">${number}</span>` : turn(number, String(number))));
  const next = page < pages ? [turn(page + 1, '下一页'), turn(pages, '尾页')] : [];
  const previous = page > 1 ? [turn(1, '首页'), turn(page - 1, '上一页')] : [];
  return `<h2>${columnName(column)}</h2><ul class="list">\n${rows.join('\n')}\n</ul>
<div class="page">共${layout.articlesIn(column)}条 ${[...previous, ...numbers, ...next].join('\n')}</div>\n`;
}

function before(layout: Layout, ref: ArticleRef, title: string): string {
  const date = shownDate(layout, ref);
  const unit = unitName(Math.floor(ref.column / 10));
  const fields = [
    ['索引号', `CS${String(ref.column).padStart(3, '0')}-${ref.serial}`],
    ['发布机构', unit],
    ['发布日期', date],
    ['标题', title],
  ];
  const rows = fields.map(([label, value]) => `<tr><td class="label">${label}</td><td>${value}</td></tr>`);
  return `<div class="place"><a href="/">首页</a> &gt; <a href="${columnPath(ref.column)}">${columnName(ref.column)}</a></div>
<table class="meta"><tbody>${rows.join('')}</tbody></table><h1>${title}</h1>
<div class="info">发布日期：${date} 来源：${unit}</div><div class="content" id="zoom">\n`;
}

/**
 * Attachments, then the articles beside this one. All articles share twenty files on the same host: a crawler that looks
 * for attachments must find them in each article, and yet downloads next to nothing.
 */
function after(ref: ArticleRef): string {
  const files = filePaths(ref).map((path, i) => `<p><a href="${path}">附件${i + 1}.pdf</a></p>`);
  const beside = Array.from({ length: 12 }, (_, i) => Math.max(1, ref.serial - 1 - i)).map(
    (serial) => `<li><a href="${articlePath({ column: ref.column, serial })}">相关信息第${serial}号</a></li>`,
  );
  return `${files.join('')}</div><div class="related"><h3>相关信息</h3><ul>${beside.join('\n')}</ul></div>\n`;
}
