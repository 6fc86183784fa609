import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** Bytes of the archive in the order in which they are to stand: a range of a file, or bytes made for the export. */
export type Piece =
  | { readonly path: string; readonly offset: number; readonly length: number }
  | { readonly bytes: Uint8Array; readonly length: number };

/** A page that a viewer lists. */
export interface WaczPage {
  readonly url: string;
  /** ISO instant, UTC, of the record that is to be shown. */
  readonly ts: string;
  readonly title: string;
}

export interface Wacz {
  readonly title: string;
  readonly description: string;
  /** `xunjian VERSION`. */
  readonly software: string;
  readonly created: Date;
  /** Gzip members of whole records. */
  readonly archive: readonly Piece[];
  /** Lines of the index, sorted. Offsets are those in the archive. */
  readonly cdxj: readonly string[];
  readonly pages: readonly WaczPage[];
}

/** Where the archive lies within the WACZ, for the index. */
export const ARCHIVE_NAME = 'data.warc.gz';
const ARCHIVE_PATH = `archive/${ARCHIVE_NAME}`;

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

/**
 * A WACZ file (version 1.1.1) as a stream: archive, index, list of pages, and the digests of all of them. Nothing is
 * compressed again, so that viewers can fetch ranges. The stream fails where a file of the archive cannot be read.
 */
export function waczStream(wacz: Wacz): Readable {
  const out = new PassThrough();
  const zip = new ZipFile();
  zip.on('error', (error) => out.destroy(error as Error));
  zip.outputStream.on('error', (error) => out.destroy(error)).pipe(out);
  fill(zip, wacz).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

async function fill(zip: ZipFile, wacz: Wacz): Promise<void> {
  const { title, description, software, created, archive, cdxj, pages } = wacz;
  const options = { compress: false, mtime: created };
  const add = (path: string, text: string): Resource => {
    const bytes = Buffer.from(text);
    zip.addBuffer(bytes, path, options);
    const hash = sha256(bytes);
    return { name: path.replace(/^.*\//, ''), path, hash, bytes: bytes.length };
  };
  const resources = [
    await addArchive(zip, archive, options),
    add('indexes/index.cdxj', cdxj.map((line) => `${line}\n`).join('')),
    add('pages/pages.jsonl', [PAGES_HEAD, ...pages.map(pageLine)].map((line) => `${JSON.stringify(line)}\n`).join('')),
  ];
  const [main] = pages;
  const datapackage = add(
    'datapackage.json',
    `${JSON.stringify(
      {
        profile: 'data-package',
        wacz_version: '1.1.1',
        title,
        description,
        software,
        created: created.toISOString(),
        ...(main && { mainPageUrl: main.url, mainPageDate: main.ts }),
        resources,
      },
      null,
      2,
    )}\n`,
  );
  add('datapackage-digest.json', `${JSON.stringify({ path: datapackage.path, hash: datapackage.hash }, null, 2)}\n`);
  zip.end();
}

function addArchive(
  zip: ZipFile,
  pieces: readonly Piece[],
  options: { compress: boolean; mtime: Date },
): Promise<Resource> {
  const bytes = pieces.reduce((sum, { length }) => sum + length, 0);
  return new Promise((resolve, reject) => {
    const hash = createHash('sha256');
    const stream = Readable.from(bytesOf(pieces, (chunk) => hash.update(chunk)));
    stream.on('error', reject).on('end', () => {
      resolve({ name: ARCHIVE_NAME, path: ARCHIVE_PATH, hash: `sha256:${hash.digest('hex')}`, bytes });
    });
    zip.addReadStream(stream, ARCHIVE_PATH, { ...options, size: bytes });
  });
}

async function* bytesOf(pieces: readonly Piece[], seen: (chunk: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    const chunks =
      'bytes' in piece
        ? [piece.bytes]
        : createReadStream(piece.path, { start: piece.offset, end: piece.offset + piece.length - 1 });
    for await (const chunk of chunks) {
      seen(chunk as Uint8Array);
      yield chunk as Uint8Array;
    }
  }
}

const PAGES_HEAD = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' };

const pageLine = ({ url, ts, title }: WaczPage, index: number) => ({ id: String(index + 1), url, ts, title });

const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
