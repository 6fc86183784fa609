import { decodeHtml } from '../extract/charset.ts';

/**
 * A page as text. `source` has a character for every byte: markup is ASCII in all encodings that sites use, and most
 * pages are told by their markup. `html` is decoded, which costs more than all quick looks together, and only made
 * where somebody asks for it.
 */
export class PageText {
  readonly source: string;
  private readonly body: Uint8Array;
  private readonly contentType: string;
  private decoded: string | null = null;

  constructor(body: Uint8Array, contentType: string) {
    this.body = body;
    this.contentType = contentType;
    this.source = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
  }

  get html(): string {
    this.decoded ??= decodeHtml(this.body, this.contentType);
    return this.decoded;
  }
}
