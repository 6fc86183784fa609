import { safeDocument } from './captured-page-document.ts';
import { safeMarkup } from './captured-page-markup.ts';
import { decodeHtml } from './charset.ts';
import { fold, headElements, parseModestHtml, rawText } from './html.ts';
import { markQuote } from './mark-quote.ts';
import { baseOf } from './parsed-page.ts';

/** A captured page or file as a document that any browser may be given. */
export interface SafePage {
  /**
   * A whole HTML document in UTF-8. Nothing in it runs, asks for anything, or leads anywhere, also without the headers
   * that should be sent with it.
   */
  readonly html: string;
  /** Whether the quote was found; its first place has the id `quote`. False where none was asked for. */
  readonly marked: boolean;
}

/**
 * Shows captured bytes as the page that a browser would have made of them, without everything that runs or is fetched.
 * Links say where they led; a picture that does not stand in the page itself is a grey box. `url`: where the page
 * was found. Null for a page that would take too long to be read (`parseModestHtml`); never throws on odd markup.
 */
export function capturedPage(body: Uint8Array, contentType: string, url: string, quote?: string): SafePage | null {
  const document = parseModestHtml(decodeHtml(body, contentType));
  if (!document) return null;
  const { pieces, styles } = safeMarkup(document, baseOf(document, url));
  const { html, marked } = markQuote(pieces, quote);
  const [title] = headElements(document, 'title');
  return { html: safeDocument(title ? fold(rawText(title)) : '', styles, html), marked };
}
