import { Buffer } from 'node:buffer';
import type { AttachmentContent, Table } from '../../model/document.ts';
import { decodeHtml } from '../charset.ts';
import { flowOf, linesOf } from '../flow.ts';
import { fold, parseHtml } from '../html.ts';
import { tablesWithin } from '../tables.ts';
import { LOCKED_FILE, Unreadable } from '../unreadable.ts';
import { isLockedDoc } from './ole.ts';

/** A .docx by way of HTML, through the same reader of text and tables as a page's body. */
export async function readDocx(bytes: Uint8Array): Promise<AttachmentContent> {
  const { default: mammoth } = await import('mammoth');
  const noImages = mammoth.images.imgElement(async () => ({ src: '' }));
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: noImages });
  return contentOfHtml(value);
}

/** A .doc that Word saved as a web page. */
export const readWordHtml = (bytes: Uint8Array): AttachmentContent => contentOfHtml(decodeHtml(bytes, ''));

function contentOfHtml(html: string): AttachmentContent {
  const flow = flowOf(parseHtml(html));
  const { length } = flow.blocks;
  return { text: linesOf(flow, 0, length).join('\n'), tables: tablesWithin(flow, 0, length) };
}

/**
 * A binary .doc; its table cells come separated by tabs. Text boxes and notes follow the text. Throws Unreadable for a
 * locked one, whose letters the library would hand over as they are.
 */
export async function readDoc(bytes: Uint8Array): Promise<AttachmentContent> {
  if (isLockedDoc(Buffer.from(bytes))) throw new Unreadable(LOCKED_FILE);
  const { default: WordExtractor } = await import('word-extractor');
  const document = await new WordExtractor().extract(Buffer.from(bytes));
  const whole = [document.getBody(), document.getTextboxes(), document.getFootnotes(), document.getEndnotes()];
  const lines = whole.join('\n').split(/\r?\n|\r|\v|\f/);
  const text = lines
    .flatMap((line) => line.split('\t'))
    .map(fold)
    .filter((line) => line !== '');
  return { text: text.join('\n'), tables: tabbedTables(lines) };
}

/** Runs of neighbouring lines with the same number of tab-separated cells. */
function tabbedTables(lines: readonly string[]): Table[] {
  const tables: string[][][] = [];
  let width = 0;
  for (const line of lines) {
    const cells = line.replace(/\t$/, '').split('\t').map(fold);
    if (cells.length < 2) width = 0;
    else if (cells.length === width) tables.at(-1)?.push(cells);
    else {
      width = cells.length;
      tables.push([cells]);
    }
  }
  return tables.filter((rows) => rows.length > 1).map((rows) => ({ caption: '', rows }));
}
