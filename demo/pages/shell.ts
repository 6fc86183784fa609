import { escapeHtml } from '../html.ts';
import type { DemoColumn, DemoSite, DemoUnit } from '../types.ts';

export const SITE_NAME = '临淄区人民政府';

const STYLE = `
body{margin:0;background:#f3f5f8;color:#333;font:16px/1.8 "Microsoft YaHei","WenQuanYi Micro Hei",sans-serif}
a{color:#1f4f8f;text-decoration:none}a:hover{text-decoration:underline}
.top{background:#fff;border-bottom:1px solid #dde3ea;font-size:13px;color:#777;padding:4px 0}
.wrap{width:1180px;margin:0 auto}
.banner{background:linear-gradient(#2366ac,#194f8a);color:#fff;padding:26px 0}
.banner .site{font-size:30px;letter-spacing:4px}.banner .unit{font-size:18px;opacity:.92}
.crumb{font-size:14px;color:#666;padding:14px 0}
.main{display:flex;gap:18px;align-items:flex-start;padding-bottom:30px}
.menu{width:230px;background:#fff;border:1px solid #dde3ea;flex:none}
.menu h2{margin:0;background:#1f5fa7;color:#fff;font-size:18px;padding:10px 16px}
.menu ul{list-style:none;margin:0;padding:0}.menu li{border-bottom:1px dashed #dde3ea}
.menu a{display:block;padding:8px 16px;color:#333}.menu .on a{color:#c00;font-weight:bold;background:#f5f9fe}
.content{flex:1;min-width:0;background:#fff;border:1px solid #dde3ea;padding:22px 34px;min-height:420px}
.content h2.name{font-size:20px;border-bottom:2px solid #1f5fa7;margin:0 0 12px;padding-bottom:6px}
.list{list-style:none;margin:0;padding:0}.list li{display:flex;justify-content:space-between;padding:6px 0;border-bottom:1px dotted #ccd3db}
.list span{color:#888;font-size:14px;white-space:nowrap;margin-left:18px}
.pager{text-align:center;margin-top:22px;font-size:14px}.pager a,.pager span,.pager button{margin:0 4px;padding:3px 9px;border:1px solid #ccd3db;background:#fff;font:inherit}
.pager .cur{background:#1f5fa7;color:#fff}.pager .total{border:0}
.meta{width:100%;border-collapse:collapse;font-size:14px;margin-bottom:18px}.meta th,.meta td{border:1px solid #d5dde7;padding:6px 10px;text-align:left}
.meta th{background:#f0f5fb;width:96px;white-space:nowrap;font-weight:normal;color:#555}
.policy-meta{list-style:none;display:flex;flex-wrap:wrap;background:#f0f5fb;border:1px solid #d5dde7;padding:10px 16px;margin:0 0 18px;font-size:14px}
.policy-meta li{width:50%;box-sizing:border-box;padding:3px 6px}.policy-meta li.wide{width:100%}.policy-meta label{color:#777}
h1{font-size:24px;text-align:center;color:#1b3f6d;margin:18px 0 8px;line-height:1.5}
.info{text-align:center;color:#888;font-size:13px;border-bottom:1px solid #e3e8ee;padding-bottom:10px;margin-bottom:18px}
.tbl{border-collapse:collapse;width:100%;font-size:14px;margin:14px 0}.tbl td,.tbl th{border:1px solid #999;padding:5px 7px;text-align:center}
.files{border-top:1px solid #e3e8ee;margin-top:24px;padding-top:10px;font-size:15px}
.strip{text-align:center;font-size:14px;color:#1f5fa7;margin-bottom:12px}
.foot{background:#2b3a4d;color:#c6d0dc;font-size:13px;text-align:center;padding:20px 0}
img{max-width:100%}
`;

export interface Frame {
  readonly site: DemoSite;
  readonly column: DemoColumn | null;
  /** `<title>` without the unit. */
  readonly title: string;
  readonly metas?: Readonly<Record<string, string>>;
  /** Unit name in the header bar where it is not the present one. */
  readonly header?: string;
  readonly content: string;
}

const charsetOf = (unit: DemoUnit): string => (unit.charset === 'utf-8' ? 'utf-8' : 'gb2312');

function menu(site: DemoSite, current: DemoColumn | null): string {
  const items = site.columns.map(
    (column) =>
      `<li${column === current ? ' class="on"' : ''}><a href="${column.path}" title="${escapeHtml(column.name)}">${escapeHtml(column.name)}</a></li>`,
  );
  return `<div class="menu"><h2>信息公开目录</h2><ul>\n${items.join('\n')}\n</ul></div>`;
}

/** A whole page: head, header bar, breadcrumb, column menu, content, footer. */
export function shell({ site, column, title, metas = {}, header, content }: Frame): string {
  const { unit } = site;
  const name = escapeHtml(header ?? unit.fullName);
  const tags = Object.entries({ SiteName: SITE_NAME, SiteIDCode: '', ColumnName: column?.name ?? '', ...metas })
    .map(([key, value]) => `<meta name="${key}" content="${escapeHtml(value)}">`)
    .join('\n');
  const crumb =
    column && column.path !== unit.home ? ` &gt; <a href="${column.path}">${escapeHtml(column.name)}</a>` : '';
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="${charsetOf(unit)}">
<title>${escapeHtml(unit.fullName)} - ${escapeHtml(title)}</title>
${tags}
<link rel="icon" href="/static/dist/images/x-icon-logo.png">
<style>${STYLE}</style>
</head>
<body>
<div class="top"><div class="wrap">欢迎访问${SITE_NAME}门户网站　|　<a href="/gongkai/">政务公开</a>　|　无障碍浏览</div></div>
<div class="banner"><div class="wrap"><div class="site">${SITE_NAME}</div><div class="unit">政府信息公开 · ${name}</div></div></div>
<div class="wrap"><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/gongkai/">政务公开</a> &gt; <a href="${unit.home}">${name}</a>${crumb}</div>
<div class="main">
${menu(site, column)}
<div class="content">
${content}
</div>
</div></div>
<div class="foot">主办单位：${SITE_NAME}办公室　联系电话：0533-7100000<br>网站标识码：3703050000　演示网站，内容均为虚构</div>
</body>
</html>
`;
}
