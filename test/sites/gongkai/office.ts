/** Old binary office files, as small as their readers take them. Layouts: [MS-CFB], [MS-DOC], [MS-XLS]. */

const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
/** Shorter streams would have to live in the mini stream. */
const SHORTEST = 4096;

const padded = (bytes: Buffer, size: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(Math.max(0, size - bytes.length))]);

/** An OLE container with these streams in its root. */
export function oleBytes(streams: Readonly<Record<string, Buffer>>): Buffer {
  const bodies = Object.entries(streams).map(([name, bytes]) => {
    const size = Math.ceil(Math.max(bytes.length, SHORTEST) / SECTOR) * SECTOR;
    return { name, bytes: padded(bytes, size) };
  });
  const fat: number[] = [0xfffffffd, END_OF_CHAIN];
  const directory = Buffer.alloc(SECTOR);
  entry(directory, 0, 'Root Entry', { type: 5, child: bodies.length > 0 ? 1 : FREE, start: END_OF_CHAIN, size: 0 });
  bodies.forEach(({ name, bytes }, i) => {
    const start = fat.length;
    const count = bytes.length / SECTOR;
    for (let n = 1; n <= count; n++) fat.push(n === count ? END_OF_CHAIN : start + n);
    const right = i + 1 < bodies.length ? i + 2 : FREE;
    entry(directory, i + 1, name, { type: 2, start, size: bytes.length, right });
  });
  const table = Buffer.alloc(SECTOR, 0xff);
  fat.forEach((next, i) => {
    table.writeUInt32LE(next, i * 4);
  });
  const header = Buffer.alloc(SECTOR, 0xff);
  header.fill(0, 0, 76);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.set([0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0], 24);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(SHORTEST, 56);
  header.writeUInt32LE(END_OF_CHAIN, 60);
  header.writeUInt32LE(END_OF_CHAIN, 68);
  header.writeUInt32LE(0, 76);
  return Buffer.concat([header, table, directory, ...bodies.map(({ bytes }) => bytes)]);
}

interface Slot {
  readonly type: number;
  readonly start: number;
  readonly size: number;
  readonly child?: number;
  readonly right?: number;
}

function entry(directory: Buffer, slot: number, name: string, { type, start, size, child = FREE, right = FREE }: Slot) {
  const at = slot * 128;
  directory.write(name, at, 'utf16le');
  directory.writeUInt16LE(name.length * 2 + 2, at + 64);
  directory[at + 66] = type;
  directory[at + 67] = 1;
  directory.writeUInt32LE(FREE, at + 68);
  directory.writeUInt32LE(right, at + 72);
  directory.writeUInt32LE(child, at + 76);
  directory.writeUInt32LE(start, at + 116);
  directory.writeUInt32LE(size, at + 120);
}

const TEXT_AT = 0x800;

/** A Word 97 document of one piece of text; `locked` only sets the flag, as the text itself is nobody's business. */
export function docBytes(text: string, { locked = false } = {}): Buffer {
  const letters = Buffer.from(text.replaceAll('\n', '\r'), 'utf16le');
  const word = Buffer.alloc(TEXT_AT + letters.length);
  word.writeUInt16LE(0xa5ec, 0);
  word.writeUInt16LE(0x00c1, 2);
  word.writeUInt16LE(0x0200 | (locked ? 0x0100 : 0), 10);
  word.writeUInt32LE(TEXT_AT, 0x18);
  word.writeUInt32LE(letters.length / 2, 0x4c);
  // Clx: one piece, from the first letter to the last, in UTF-16.
  const clx = Buffer.alloc(5 + 16);
  clx[0] = 2;
  clx.writeUInt32LE(16, 1);
  clx.writeUInt32LE(0, 5);
  clx.writeUInt32LE(letters.length / 2, 9);
  clx.writeUInt32LE(TEXT_AT, 15);
  word.writeUInt32LE(0, 0x1a2);
  word.writeUInt32LE(clx.length, 0x1a6);
  letters.copy(word, TEXT_AT);
  return oleBytes({ WordDocument: word, '1Table': clx });
}

const record = (id: number, data: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
};
const words = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, i) => {
    bytes.writeUInt16LE(value, i * 2);
  });
  return bytes;
};
const unicode = (text: string): Buffer =>
  Buffer.concat([words(text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')]);

/** An Excel 97 workbook of one sheet of texts. */
export function xlsBytes(rows: readonly (readonly string[])[], { locked = false } = {}): Buffer {
  const bof = (kind: number): Buffer => record(0x0809, words(0x0600, kind, 0x0dbb, 0x07cc, 0, 0, 0x0006, 0));
  const end = record(0x000a, Buffer.alloc(0));
  const pass = locked ? record(0x002f, words(1, 1, 1)) : Buffer.alloc(0);
  const name = Buffer.concat([Buffer.from([6, 1]), Buffer.from('Sheet1', 'utf16le')]);
  const sheetAt = (at: number): Buffer =>
    record(0x0085, Buffer.concat([Buffer.from(Uint32Array.of(at).buffer), words(0), name]));
  const globals = (at: number): Buffer => Buffer.concat([bof(0x0005), pass, sheetAt(at), end]);
  const cells = rows.flatMap((row, r) =>
    row.map((text, c) => record(0x0204, Buffer.concat([words(r, c, 0), unicode(text)]))),
  );
  const book = Buffer.concat([globals(globals(0).length), bof(0x0010), ...cells, end]);
  return oleBytes({ Workbook: book });
}
