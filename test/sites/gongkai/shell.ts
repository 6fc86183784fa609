import type { Answer } from '../site-kit.ts';

export const HOST = 'www.qingshi.example';
/** A copy of the site under a name that only looks alike; it must never be asked for anything. */
export const MIRROR = 'www.qingshi-gov.example';
export const CITY = 'epb.chengshi.example';
export const UNIT = '青石区测绘服务中心';
export const ROOT = '/gongkai/site_qsqchfwzx/';
const PREFIX = 'channel_c_5f9f6cdc1ebfe2f7fcddefc7';
export const channelA = (suffix: string): string => `${ROOT}${PREFIX}_n_${suffix}/`;
export const channelB = (hex: string): string => `${ROOT}${PREFIX}_${hex}/`;

/** A document's id that was made on this day, `offset` days after the date it shows. */
export function objectId(date: string, offset: number, order: number): string {
  const seconds = Math.floor(Date.parse(`${date}T02:17:00Z`) / 1000) + offset * 86_400;
  return `${seconds.toString(16).padStart(8, '0')}c841d05656f1${order.toString(16).padStart(4, '0')}`;
}

const html = (body: string): Answer => ({ type: 'text/html; charset=utf-8', body });

/** The page around everything: no names that a reader could know from other systems. */
export function shell(title: string, content: string, { head = '', top = UNIT } = {}): Answer {
  return html(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title>${head}
<link rel="icon" href="/static/dist/images/x-icon-logo.png"></head><body>
<div class="w1"><div class="w1-a"><a href="/">青石区人民政府</a></div><div class="w1-b"><a href="${ROOT}">${top}</a></div></div>
<div class="w2"><ul><li><a href="${ROOT}">信息公开指南</a></li><li><a href="${channelA('1605680765.6309')}">信息公开年报</a></li>
<li><a href="?open=zfxxgknb">政府信息公开年报</a></li><li><a href="?topSearch=1">检索</a></li></ul></div>
<div class="w3">${content}</div>
<div class="w9"><p>主办：青石区人民政府办公室　承办：${UNIT}</p><p>网站标识码：3703990001　鲁ICP备00000000号</p></div>
</body></html>`);
}

export interface Row {
  readonly href: string;
  readonly title: string;
  readonly date: string;
}

/** A list as the server writes it, in one of three kinds of mark-up. */
export function listPage(name: string, rows: readonly Row[], style: 'li' | 'tr' | 'div' = 'li', more = ''): Answer {
  const cut = (title: string): string => (title.length > 24 ? `${title.slice(0, 22)}…` : title);
  const link = ({ href, title }: Row): string => `<a href="${href}" title="${title}" target="_blank">${cut(title)}</a>`;
  const lines = rows.map((row) => {
    if (style === 'tr') return `<tr><td>${link(row)}</td><td>${row.date}</td></tr>`;
    if (style === 'div') return `<div class="row"><p>${link(row)}</p><em>[${row.date}]</em></div>`;
    return `<li>${link(row)}<span>${row.date}</span></li>`;
  });
  const list = lines.join('\n');
  const holder =
    style === 'tr'
      ? `<table><tr><th>标题</th><th>发布日期</th></tr>${list}</table>`
      : style === 'li'
        ? `<ul>${list}</ul>`
        : `<div>${list}</div>`;
  return shell(`${UNIT} - ${name}`, `<h3>${name}</h3>${holder}${more}`);
}
