declare module 'html-encoding-sniffer' {
  interface SniffOptions {
    readonly xml?: boolean;
    readonly transportLayerEncodingLabel?: string;
    readonly defaultEncoding?: string;
  }
  export default function sniffEncoding(bytes: Uint8Array, options?: SniffOptions): string;
}

declare module 'word-extractor' {
  interface WordDocument {
    getBody(): string;
    getTextboxes(): string;
    getFootnotes(): string;
    getEndnotes(): string;
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<WordDocument>;
  }
}

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
