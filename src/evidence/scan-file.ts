import { open } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { FileWindow } from './file-window.ts';
import { gzipHeaderLength, type Member, opensRecord, unpackMember } from './member.ts';
import { type RecordFacts, RecordScan } from './scan-record.ts';

/** A record found in a file, sound or not. Offsets and lengths are in bytes of the file. */
export interface ScannedRecord extends RecordFacts {
  readonly kind: 'record';
  readonly offset: number;
  readonly length: number;
  /** Its fixed gzip header in hex; '' where that has optional fields. */
  readonly gzipHeader: string;
}

/** A stretch of a file in which no record can be read. */
export interface Gap {
  readonly kind: 'gap';
  readonly offset: number;
  readonly length: number;
  /** Whether it goes on to the end, as where the file was cut. */
  readonly toEnd: boolean;
}

/** Reads a record that was made in memory and is sound. */
export function scanMember(member: Buffer): RecordFacts {
  const scan = new RecordScan();
  scan.push(inflateRawSync(member.subarray(gzipHeaderLength(member) ?? 0)));
  return scan.finish({ sound: true, padded: true });
}

const MAGIC = Buffer.from([0x1f, 0x8b, 8]);
/** As much of a member as tells whether a record begins there. */
const TASTE = 4096;
const STRIDE = 512 * 1024;

/**
 * Reads an evidence file record by record to `length`, from its start or from where a record begins; memory stays flat. After a place that cannot be
 * read it goes on with the next record that can. Rejects with the system's error where the file cannot be opened.
 */
export async function* scanFile(path: string, length: number, from = 0): AsyncGenerator<ScannedRecord | Gap> {
  const handle = await open(path, 'r');
  try {
    const window = new FileWindow(handle, Math.min(length, (await handle.stat()).size));
    for (let offset = from; offset < window.length; ) {
      const found = (await recordAt(window, offset)) ?? (await gapAt(window, offset));
      yield found;
      offset += found.length;
    }
  } finally {
    await handle.close();
  }
}

/** Reads the record that starts at an offset. Null where none can be read there. */
async function recordAt(window: FileWindow, offset: number): Promise<ScannedRecord | null> {
  const scan = new RecordScan();
  let member: Member;
  try {
    member = await unpackMember(window, offset, (piece) => scan.push(piece));
  } catch {
    return null;
  }
  const facts = scan.finish(member);
  // Damaged data may seem to end too early; only where another member follows is the end to be believed.
  if (!member.sound && !(await isBoundary(window, offset + member.length))) return null;
  return { kind: 'record', offset, length: member.length, gzipHeader: member.header, ...facts };
}

async function isBoundary(window: FileWindow, offset: number): Promise<boolean> {
  return offset === window.length || gzipHeaderLength(await window.read(offset, TASTE)) !== null;
}

async function gapAt(window: FileWindow, offset: number): Promise<Gap> {
  const next = await nextRecord(window, offset + 1);
  return { kind: 'gap', offset, length: next - offset, toEnd: next === window.length };
}

/** Where, from an offset on, the next record begins; the file's end where none does. */
async function nextRecord(window: FileWindow, from: number): Promise<number> {
  for (let start = from; start < window.length; start += STRIDE) {
    const bytes = await window.read(start, STRIDE + MAGIC.length - 1);
    const candidates: number[] = [];
    for (let at = bytes.indexOf(MAGIC); at >= 0; at = bytes.indexOf(MAGIC, at + 1)) candidates.push(start + at);
    for (const candidate of candidates) if (opensRecord(await window.read(candidate, TASTE))) return candidate;
  }
  return window.length;
}
