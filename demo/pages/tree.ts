import { escapeHtml } from '../html.ts';
import type { DemoSite, District } from '../types.ts';
import { SITE_NAME, shell } from './shell.ts';

/** A unit's site root: links to all its columns. */
export function unitHome(site: DemoSite): string {
  const items = site.columns.map(
    (column) => `<li><a href="${column.path}" title="${escapeHtml(column.name)}">${escapeHtml(column.name)}</a></li>`,
  );
  return shell({
    site,
    column: null,
    title: '政府信息公开',
    content: `<h2 class="name">${escapeHtml(site.unit.fullName)}信息公开目录</h2><ul class="list">\n${items.join('\n')}\n</ul>`,
  });
}

const KINDS = { department: '区政府部门', town: '镇', subdistrict: '街道', enterprise: '企事业单位' } as const;

/** The district's page that leads to all units. */
export function districtHome(district: District): string {
  const groups = Object.entries(KINDS).map(([kind, title]) => {
    const units = district.sites.map((site) => site.unit).filter((unit) => unit.kind === kind);
    const items = units.map((unit) => `<li><a href="${unit.home}">${escapeHtml(unit.fullName)}</a></li>`);
    return items.length === 0 ? '' : `<h2>${title}</h2>\n<ul class="units">${items.join('\n')}</ul>`;
  });
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${SITE_NAME} - 政府信息公开</title>
<style>body{font:16px/2 "Microsoft YaHei","WenQuanYi Micro Hei",sans-serif;width:1180px;margin:0 auto;color:#333}h1{background:#2366ac;color:#fff;padding:24px 30px;margin:0}h2{border-bottom:2px solid #2366ac}
.units{display:flex;flex-wrap:wrap;list-style:none;padding:0}.units li{width:33%}a{color:#1f4f8f}</style></head>
<body><h1>${SITE_NAME} 政府信息公开</h1>
${groups.join('\n')}
<p>演示网站，内容均为虚构</p></body></html>
`;
}
