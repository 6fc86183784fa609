import type { Random } from '../../demo/random.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** How an editor wrote the paragraphs of one page. */
export type Hand = (lines: readonly string[]) => string;

const HANDS: readonly [Hand, ...Hand[]] = [
  (lines) => lines.map((line) => `<p>${escaped(line)}</p>`).join('\n'),
  (lines) => lines.map((line) => `<p>　　${escaped(line)}</p>`).join(''),
  (lines) =>
    lines
      .map((line) => `<div style="text-indent: 2em;"><span style="font-size: 16pt;">${escaped(line)}</span></div>`)
      .join('\n'),
  (lines) => lines.map((line) => `&nbsp;&nbsp;&nbsp;&nbsp;${escaped(line)}<br>`).join('\n'),
  // As pasted from WPS: every run of digits in a span of its own.
  (lines) =>
    lines
      .map(
        (line) =>
          `<p class="MsoNormal" align="justify">${escaped(line).replace(/\d+/g, (n) => `<span style="font-family:Calibri">${n}</span>`)}</p>`,
      )
      .join('\n'),
];
export const hand = (random: Random): Hand => random.pick(HANDS);

export interface Cells {
  readonly rows: readonly (readonly string[])[];
  readonly caption?: string;
}

/** A table; the first row is the header, as td or th. */
export function grid({ rows, caption }: Cells, random: Random): string {
  const th = random.chance(2);
  const p = random.chance(3);
  const cell = (tag: string, text: string): string =>
    `<${tag}>${p ? `<p>${escaped(text)}</p>` : escaped(text)}</${tag}>`;
  const lines = rows.map((row, i) => `<tr>${row.map((text) => cell(i === 0 && th ? 'th' : 'td', text)).join('')}</tr>`);
  // Offices type the table's name as its first row as often as not.
  const name = caption ? `<tr><td colspan="${rows[0]?.length ?? 1}">${escaped(caption)}</td></tr>` : '';
  return `<table border="1" style="border-collapse:collapse"><tbody>${name}${lines.join('\n')}</tbody></table>`;
}

export const right = (lines: readonly string[]): string =>
  lines.map((line) => `<p style="text-align: right;">${escaped(line)}</p>`).join('\n');
