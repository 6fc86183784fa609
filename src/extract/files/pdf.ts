import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { AttachmentContent } from '../../model/document.ts';
import { fold } from '../html.ts';
import { Unreadable } from '../unreadable.ts';
import { pdfLibrary } from './pdf-library.ts';

/** Longer files are not read: a disclosure annex is not a library, and half of one proves nothing. */
const MAX_PAGES = 1000;

/**
 * The text of a PDF, line by line; tables are not recognised. A scan gives ''. Throws Unreadable where some pages are
 * text and others only pictures, since what those say is not known.
 */
export async function readPdf(bytes: Uint8Array): Promise<AttachmentContent> {
  const { getDocument, OPS } = await pdfLibrary();
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    // A copy: the library takes the buffer it is given for itself.
    data: Uint8Array.from(bytes),
    // Without these, text in fonts with predefined Chinese encodings comes out empty and without an error.
    cMapUrl: `${home}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${home}/standard_fonts/`,
    isEvalSupported: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PAGES) throw new Unreadable(`文件超过${MAX_PAGES}页，未读取`);
    const lines: string[] = [];
    const silent: number[] = [];
    for (let n = 1; n <= document.numPages; n++) {
      const { items } = await (await document.getPage(n)).getTextContent();
      const found = linesOfItems(items);
      if (found.length === 0) silent.push(n);
      lines.push(...found);
    }
    if (lines.length === 0) return { text: '', tables: [] };
    const pictures = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
    for (const n of silent) {
      const { fnArray } = await (await document.getPage(n)).getOperatorList();
      if (fnArray.some((operator) => pictures.has(operator)))
        throw new Unreadable(`文件第${n}页为图片，不能识别其中文字`);
    }
    return { text: lines.join('\n'), tables: [] };
  } finally {
    await task.destroy();
  }
}

interface TextItem {
  readonly str: string;
  readonly hasEOL: boolean;
}

function linesOfItems(items: readonly (TextItem | { readonly type: string })[]): string[] {
  let text = '';
  for (const item of items) if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.str;
  return text
    .split('\n')
    .map(fold)
    .filter((line) => line !== '');
}
