import { Buffer } from 'node:buffer';
import { capturedPage, type SafePage } from '../captured-page.ts';

/** A part of a Word document as mammoth reads it: as much of it as matters here. */
interface WordPart {
  readonly type: string;
  readonly alignment?: string | null;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly children?: readonly WordPart[];
}

const STYLE = `
.paper{max-width:44rem;margin:0 auto;padding:1.5rem 1rem;line-height:1.9}
.paper p{margin:0;text-indent:2em}
.paper p.center{text-align:center;text-indent:0}
.paper p.right{text-align:right}
.paper table{width:100%;margin:.6em 0 1.4em;border-collapse:collapse}
.paper td,.paper th{padding:2px 6px;border:1px solid #999;text-align:center}
.paper td p,.paper th p{text-indent:0;text-align:inherit}
.paper td:last-child p{text-align:left}
`;

/**
 * A .docx as a page that any browser may be given: its words, lists and tables, titles in the middle, without pictures.
 * Null for one that would take too long to be read.
 */
export async function docxPage(bytes: Uint8Array): Promise<SafePage | null> {
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      transformDocument: aligned,
      styleMap: [...ALIGNMENTS].map((side) => `p[style-name='${side}'] => p.${side}:fresh`),
    },
  );
  const html = `<style>${STYLE}</style><div class="paper">${value}</div>`;
  return capturedPage(new TextEncoder().encode(html), 'text/html; charset=utf-8', 'http://localhost/');
}

const ALIGNMENTS: ReadonlySet<string> = new Set(['center', 'right']);

/** Where a paragraph stands is lost in HTML, but for one with a style of its own. */
function aligned(part: WordPart): WordPart {
  const whole = part.children ? { ...part, children: part.children.map(aligned) } : part;
  const side = part.type === 'paragraph' ? part.alignment : undefined;
  return side && ALIGNMENTS.has(side) ? { ...whole, styleId: side, styleName: side } : whole;
}
