import { escapeHtml } from '../html.ts';
import type { DemoColumn, DemoDocument, DemoSite } from '../types.ts';
import { shell } from './shell.ts';

export const PAGE_SIZE = 15;
/** Longer titles are cut with an ellipsis; the whole one is in the title attribute. */
const TITLE_WIDTH = 34;

export const pageCount = (column: DemoColumn): number => Math.max(1, Math.ceil(column.documents.length / PAGE_SIZE));
const pageOf = (column: DemoColumn, page: number): readonly DemoDocument[] =>
  column.documents.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);

/** Path of a list page: the column itself, then `index_2.html` and so on. */
export const listPath = (column: DemoColumn, page: number): string =>
  page === 1 ? column.path : `${column.path}index_${page}.html`;

/** Path that the script of a column asks for its rows. */
export const dataPath = (column: DemoColumn): string => `${column.path}rows.json`;

const shortTitle = (title: string): string =>
  title.length > TITLE_WIDTH ? `${title.slice(0, TITLE_WIDTH - 2)}…` : title;

const row = (document: DemoDocument): string =>
  `<li><a href="${document.path}" title="${escapeHtml(document.title)}" target="_blank">${escapeHtml(shortTitle(document.title))}</a><span>${document.date}</span></li>`;

function pager(column: DemoColumn, page: number): string {
  const last = pageCount(column);
  const link = (to: number, text: string): string => `<a href="${listPath(column, to)}">${text}</a>`;
  const numbers = Array.from({ length: last }, (_, i) =>
    i + 1 === page ? `<span class="cur">${page}</span>` : link(i + 1, String(i + 1)),
  );
  const back = page > 1 ? `${link(1, '首页')} ${link(page - 1, '上一页')}` : '<span>首页</span> <span>上一页</span>';
  const on =
    page < last ? `${link(page + 1, '下一页')} ${link(last, '尾页')}` : '<span>下一页</span> <span>尾页</span>';
  return `<div class="pager"><span class="total">共${column.documents.length}条</span> ${back} ${numbers.join(' ')} ${on}</div>`;
}

/** A list page whose rows and pager are in the HTML. */
export function serverListPage(site: DemoSite, column: DemoColumn, page: number): string {
  const rows = pageOf(column, page);
  const list =
    rows.length === 0
      ? '<p class="none">暂无信息</p>'
      : `<ul class="list">\n${rows.map(row).join('\n')}\n</ul>\n${pager(column, page)}`;
  return shell({
    site,
    column,
    title: column.name,
    content: `<h2 class="name">${escapeHtml(column.name)}</h2>\n${list}`,
  });
}

const SCRIPT = `(function(){
var box=document.getElementById('doc-list'),bar=document.getElementById('doc-pager'),source=box.getAttribute('data-src'),size=${PAGE_SIZE};
function button(text,page,on,now){var b=document.createElement('button');b.type='button';b.textContent=text;if(now)b.className='cur';if(on)b.onclick=function(){load(page)};else b.disabled=true;bar.appendChild(b)}
function draw(page,answer){
box.innerHTML='';bar.innerHTML='';
answer.rows.forEach(function(r){var li=document.createElement('li'),a=document.createElement('a'),s=document.createElement('span');a.href=r.link;a.title=r.title;a.target='_blank';a.textContent=r.title;s.textContent=r.time;li.appendChild(a);li.appendChild(s);box.appendChild(li)});
if(!answer.total)box.innerHTML='<li class="none">暂无信息</li>';
var last=Math.max(1,Math.ceil(answer.total/size)),t=document.createElement('span');t.className='total';t.textContent='共'+answer.total+'条';bar.appendChild(t);
button('上一页',page-1,page>1);for(var i=1;i<=last;i++)button(String(i),i,i!==page,i===page);button('下一页',page+1,page<last);button('尾页',last,page<last);
}
function load(page){var x=new XMLHttpRequest();x.open('GET',source+'?page='+page+'&size='+size);x.onload=function(){if(x.status===200)draw(page,JSON.parse(x.responseText));else box.innerHTML='<li>加载失败，请稍后再试</li>'};x.send()}
window.addEventListener('load',function(){setTimeout(function(){load(1)},60)});
})();`;

/** A list page that holds no rows at all: its script asks for them after loading. */
export function scriptListPage(site: DemoSite, column: DemoColumn): string {
  return shell({
    site,
    column,
    title: column.name,
    content: `<h2 class="name">${escapeHtml(column.name)}</h2>
<ul class="list" id="doc-list" data-src="${dataPath(column)}"><li>正在加载…</li></ul>
<div class="pager" id="doc-pager"></div>
<script>${SCRIPT}</script>`,
  });
}

/** What the script is answered: the rows of one page and the number of all. */
export function listData(column: DemoColumn, page: number, size: number): string {
  const rows = column.documents
    .slice((page - 1) * size, page * size)
    .map(({ title, path, date }) => ({ title, link: path, time: date }));
  return JSON.stringify({ total: column.documents.length, page, size, rows });
}
