import { escapeHtml } from '../html.ts';
import { type Problem, problemsOf } from '../problems.ts';
import type { DemoSite } from '../types.ts';

const TITLE = '演示网站维护';

const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#f3f5f8;color:#28323d;font:16px/1.7 "Microsoft YaHei","WenQuanYi Micro Hei",sans-serif}
header{background:#194f8a;color:#fff;padding:24px 0}
.wrap{max-width:1180px;margin:0 auto;padding:0 20px}
h1{font-size:26px;margin:0}header p{margin:6px 0 0;max-width:52em;line-height:1.7}
h2{font-size:20px;margin:32px 0 12px}
h3{font-size:18px;margin:0;padding:10px 18px;border-bottom:1px solid #dde3ea}
a{color:#1f4f8f}
.sum{margin:20px 0 0}
.units{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,480px),1fr));gap:16px;align-items:start}
.unit{background:#fff;border:1px solid #dde3ea;border-radius:4px}
ul{list-style:none;margin:0;padding:0}
li{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;padding:12px 18px;scroll-margin-top:120px}
li+li{border-top:1px dashed #dde3ea}
li:target{box-shadow:inset 4px 0 #1f5fa7;background:#f5f9fe}
.what{flex:1 1 240px;min-width:0}
.what b{display:block;font-weight:600}
.what span{display:block;font-size:14px;color:#56616d}
.what .now{color:#1c6b34;font-weight:600}
.state{font-size:14px;padding:1px 10px;border-radius:12px;white-space:nowrap}
.open{background:#fdecea;color:#a3261b}.done{background:#e5f4e9;color:#1c6b34}
button{font:inherit;min-width:76px;min-height:36px;padding:4px 16px;border:1px solid #1f5fa7;border-radius:4px;background:#1f5fa7;color:#fff;cursor:pointer}
.mended button{background:#fff;color:#1f4f8f}
button:hover{background:#174a84;color:#fff}
a:focus-visible,button:focus-visible{outline:3px solid #d67828;outline-offset:2px}
footer{color:#56616d;font-size:14px;padding:32px 0}
`;

const page = (title: string, content: string): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
${content}
</body>
</html>
`;

/** A problem with its state and the button that turns it round. `done` names the one that was pressed last. */
function problemItem({ unit, columns }: DemoSite, problem: Problem, done: string): string {
  const { group, title, details } = problem;
  const isMended = unit.mended.has(group);
  const id = `${unit.id}-${group}`;
  const links = columns
    .filter(({ name }) => problem.columns.includes(name))
    .map(({ name, path }) => `<a href="${path}">${escapeHtml(name)}</a>`);
  const label = isMended ? '恢复' : '整改';
  const now = isMended ? '已整改。请到控制台重新自查或复查。' : '已恢复为通报时的状态。';
  return `<li id="${id}"${isMended ? ' class="mended"' : ''}>
<div class="what"><b>${title}</b>${details.length > 0 ? `<span>${details.join('；')}</span>` : ''}<span>栏目：${links.join('、')}</span>${id === done ? `<span class="now" role="status">${now}</span>` : ''}</div>
<span class="state ${isMended ? 'done">已整改' : 'open">待整改'}</span>
<form method="post" action="/demo/"><input type="hidden" name="unit" value="${unit.id}"><input type="hidden" name="group" value="${group}"><input type="hidden" name="to" value="${isMended ? 'original' : 'mended'}"><button aria-label="${label}：${escapeHtml(unit.name)}${title}">${label}</button></form>
</li>`;
}

function unitCard(site: DemoSite, problems: readonly Problem[], done: string): string {
  const { id, name } = site.unit;
  const items = problems.map((problem) => problemItem(site, problem, done));
  return `<section class="unit" aria-labelledby="${id}">
<h3 id="${id}">${escapeHtml(name)}</h3>
<ul>
${items.join('\n')}
</ul>
</section>`;
}

const KINDS = { department: '区政府部门', town: '镇', subdistrict: '街道', enterprise: '企事业单位' } as const;

/** The page on which people put right what the bulletin found, or take that back. */
export function upkeepPage(sites: readonly DemoSite[], done: string): string {
  const concerned = sites
    .map((site) => ({ site, problems: problemsOf(site.unit) }))
    .filter((one) => one.problems.length);
  const all = concerned.flatMap(({ site, problems }) => problems.map(({ group }) => site.unit.mended.has(group)));
  const parts = Object.entries(KINDS).map(([kind, title]) => {
    const cards = concerned.filter(({ site }) => site.unit.kind === kind);
    if (cards.length === 0) return '';
    return `<h2>${title}</h2>
<div class="units">
${cards.map(({ site, problems }) => unitCard(site, problems, done)).join('\n')}
</div>`;
  });
  return page(
    TITLE,
    `<header><div class="wrap"><h1>${TITLE}</h1>
<p>演示网站的网页停留在2023年8月8日，保留着当年第二季度通报指出的问题。点击“整改”，该单位的网页即改为符合要求；再到控制台重新自查或复查，即可看到结果。点击“恢复”可回到原状。演示网站重新启动后全部恢复。</p></div></header>
<main class="wrap"><p class="sum">共${concerned.length}个单位、${all.length}项网页问题，已整改${all.filter(Boolean).length}项。报送、反馈等台账中的问题与网页无关，不在此列。</p>
${parts.join('\n')}
</main>
<footer class="wrap">演示网站，内容均为虚构，仅本机可访问。<a href="/gongkai/">返回演示网站首页</a></footer>`,
  );
}

/** What is shown instead where nothing was done. */
export const upkeepTrouble = (text: string): string =>
  page(
    TITLE,
    `<header><div class="wrap"><h1>${TITLE}</h1></div></header>
<main class="wrap"><p class="sum">${escapeHtml(text)}</p><p><a href="/demo/">返回${TITLE}</a></p></main>`,
  );
