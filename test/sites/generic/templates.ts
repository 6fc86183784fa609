import iconv from 'iconv-lite';
import { type Answer, dayBefore, type TrueDocument } from '../site-kit.ts';

/** How a page is encoded and how that is declared: some old sites say it in `<meta>`, some in the header, some not. */
export type Charset = 'utf-8' | 'gb-meta' | 'gb-header' | 'gb-unsaid';

export function encoded(html: string, charset: Charset): Answer {
  if (charset === 'utf-8') return { type: 'text/html; charset=utf-8', body: html };
  const meta = charset === 'gb-meta' ? '<meta http-equiv="Content-Type" content="text/html; charset=gbk">' : '';
  const type = charset === 'gb-header' ? 'text/html; charset=gb2312' : 'text/html';
  return { type, body: iconv.encode(html.replace('<head>', `<head>${meta}`), 'gb18030') };
}

export const shell = (title: string, content: string): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body>
<div class="header"><a href="/">东岭区信息公开网</a></div>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zfxxgk/">政府信息公开</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>
<div class="crumbs"><a href="/">首页</a> &gt; ${title}</div>
${content}
<div class="footer">主办：东岭区人民政府办公室　版权所有</div></body></html>`;

export const article = ({ title, date }: TrueDocument, more = ''): string =>
  shell(
    title,
    `<div class="detail"><h1>${title}</h1><p class="info">发布日期：${date} 来源：东岭区</p><div class="article-content"><p>为进一步规范有关工作，现就本事项作如下说明，请各单位结合实际抓好贯彻落实。</p><p>执行中遇到的问题，请及时反馈。</p>${more}</div></div>`,
  );

const MATTERS = ['公共停车管理', '老旧小区改造', '河长履职', '困难群众救助', '食品抽检', '招商项目建设'];

/** `<folder><id>.html`, newest first. */
export function filed(folder: string, unit: string, count: number, newest: string, firstId: number): TrueDocument[] {
  return Array.from({ length: count }, (_, i) => ({
    path: `${folder}${firstId + count - i}.html`,
    title: `${unit}关于${MATTERS[i % MATTERS.length]}情况的通报（第${count - i}号）`,
    date: dayBefore(newest, i * 8),
  }));
}

/** Rows of every make that was met. */
export type Row = (document: TrueDocument) => string;
export const listItem: Row = ({ path, title, date }) =>
  `<li><a href="${path}">${title}</a><span class="date">${date}</span></li>`;
export const tableRow: Row = ({ path, title, date }) =>
  `<tr><td>·</td><td><a href="${path}">${title}</a></td><td>[${date.replaceAll('-', '/')}]</td></tr>`;
export const dateBefore: Row = ({ path, title, date }) => `<dt>${date}</dt><dd><a href="${path}">${title}</a></dd>`;
export const opener: Row = ({ path, title, date }) =>
  `<li onclick="window.open('${path}')"><b>${title}</b><i>${date}</i></li>`;
export const scriptLink: Row = ({ path, title, date }) =>
  `<li><a href="javascript:void(0)" onclick="window.open('${path}','_blank')" title="${title}">${title.slice(0, 12)}…</a> ${date}</li>`;
const SUMMARY =
  '本次工作坚持问题导向和目标导向相结合，明确了责任分工、时限要求和保障措施，要求各责任单位加强统筹、密切配合，';
export const card: Row = ({ path, title, date }) =>
  `<li class="card"><h3><a href="${path}">${title}</a></h3><p>${SUMMARY.repeat(4)}</p><span>${date}</span></li>`;
export const wholeCard: Row = ({ path, title, date }) =>
  `<li><a href="${path}"><h4>${title}</h4><p>${SUMMARY.repeat(3)}</p><em>${date}</em></a></li>`;

/** Page numbers with words, as static pages have them; `fileOf` gives the address of page n. */
export function numberPager(at: number, pages: number, fileOf: (n: number) => string, words = ''): string {
  const numbers = Array.from({ length: pages }, (_, i) =>
    i + 1 === at ? `<span class="current">${i + 1}</span>` : `<a href="${fileOf(i + 1)}">${i + 1}</a>`,
  );
  const next = at < pages ? `<a href="${fileOf(at + 1)}">下一页</a>` : '<span>下一页</span>';
  return `<div class="pages">${numbers.join(' ')} ${next} ${words}</div>`;
}
