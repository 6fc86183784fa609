import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { AttachmentContent } from '../../model/document.ts';
import { fold } from '../html.ts';

/** Files longer than this are cut: a disclosure annex is not a library. */
const MAX_PAGES = 400;

/** The text of a PDF, line by line; tables are not recognised. A scan gives ''. */
export async function readPdf(bytes: Uint8Array): Promise<AttachmentContent> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
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
    const lines: string[] = [];
    for (let n = 1; n <= Math.min(document.numPages, MAX_PAGES); n++) {
      const { items } = await (await document.getPage(n)).getTextContent();
      lines.push(...linesOfItems(items));
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
