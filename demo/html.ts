import type { Grid } from './types.ts';

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Paragraphs as an editor makes them. */
export const paragraphs = (texts: readonly string[]): string =>
  texts.map((text) => `<p style="text-indent:2em">${escapeHtml(text)}</p>`).join('\n');

/**
 * Paragraphs as pasted from Word: each cut into styled spans at digits, so that one sentence is many nodes.
 * No character is lost or added.
 */
export const wordPaste = (texts: readonly string[]): string =>
  texts
    .map((text) => {
      const spans = (text.match(/\d+|[^\d]+/g) ?? []).map((part) => {
        const font = /\d/.test(part) ? 'Times New Roman' : '仿宋_GB2312';
        return `<span style="font-family:'${font}';font-size:21px">${escapeHtml(part)}</span>`;
      });
      return `<p class="MsoNormal" style="text-indent:42px;line-height:37px">${spans.join('')}</p>`;
    })
    .join('\n');

const cells = (tag: 'td' | 'th', row: readonly string[]): string =>
  row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('');

/** A plain table with its header in the first row. */
export function table(grid: Grid): string {
  const caption = grid.caption ? `<caption>${escapeHtml(grid.caption)}</caption>` : '';
  const rows = grid.rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n');
  return `<table class="tbl" border="1" cellspacing="0">${caption}<tbody><tr>${cells('th', grid.header)}</tr>\n${rows}</tbody></table>`;
}

/** A line at the right margin: who signs, and when. */
export const signature = (lines: readonly string[]): string =>
  lines.map((line) => `<p style="text-align:right">${escapeHtml(line)}</p>`).join('\n');

export const heading = (text: string): string => `<p style="text-indent:2em"><strong>${escapeHtml(text)}</strong></p>`;

/** 2023-04-03 as 2023年4月3日. */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
