import { join } from 'node:path';
import type { Gap, ScannedRecord } from '../evidence/scan-file.ts';
import type { Contradicted, EvidenceLedger, Expected, Noted } from '../store/evidence-ledger.ts';
import { evidenceFormat, evidenceIndex } from './compose.ts';
import { type Damage, type DamageKind, damage, differingRow, faultyRecord, gapDamage } from './evidence-damage.ts';
import { ExpectedRows } from './evidence-expected-rows.ts';
import { sizeOf, strangers, wholeLengths } from './evidence-files.ts';
import { GzipHeaders } from './evidence-gzip-headers.ts';
import { verifyRegisters } from './evidence-registers.ts';
import { differences } from './evidence-row.ts';

export interface VerifyRequest {
  /** The data folder. */
  readonly data: string;
  /** Bytes read so far, of all that are to be read. */
  readonly onProgress: (progress: { readonly done: number; readonly total: number; readonly file: string }) => void;
}

export interface VerifyOutcome {
  readonly files: number;
  readonly records: number;
  readonly bytes: number;
  /** Rows of the index that were compared. */
  readonly captures: number;
  /** Kept copies of registers. */
  readonly registers: number;
  readonly damages: readonly Damage[];
  /** What is in the folder without belonging to the evidence, in Chinese; no damage. */
  readonly notes: readonly string[];
}

const INDEX = 'xunjian.db';
const NOTED_AT_ONCE = 500;
/** More than a crawl can be told to follow. */
const MOST_HOPS = 100;

/**
 * Reads every committed record and compares it with itself, with its neighbours and with the index, and every kept copy
 * of a register with its name. Writes nothing, and
 * works while a crawl is writing: what is not committed yet is not looked at. Where the index itself is damaged every
 * file is read to its end. Throws UserError: 2 where there is nothing to verify.
 */
export async function verifyEvidence({ data, onProgress }: VerifyRequest): Promise<VerifyOutcome> {
  const index = await evidenceIndex(data);
  try {
    const problems = index.ledger ? await index.ledger.integrity() : [index.problem];
    const ledger = problems.length === 0 ? index.ledger : null;
    const captures = ledger ? await ledger.begin() : 0;
    // Rows first, lengths after: a row never points behind a length that was read later.
    const lengths = ledger ? new Map(await index.committed()) : wholeLengths(data);
    const verification = new Verification(data, ledger, lengths, onProgress);
    verification.damages.push(...problems.map((problem) => damage('index', { file: INDEX }, [], problem)));
    const notes = ledger ? strangers(data, lengths) : [];
    for (const file of [...lengths.keys()].sort()) await verification.verify(file, notes);
    if (ledger) await verification.compare(ledger);
    const registers = verifyRegisters(data);
    verification.damages.push(...registers.damages);
    const { damages, records, bytes } = verification;
    return {
      ...{ files: lengths.size, records, bytes, captures, registers: registers.count },
      damages: damages.sort(byPlace),
      notes: [...notes, ...registers.notes],
    };
  } finally {
    await index.close();
  }
}

class Verification {
  readonly damages: Damage[] = [];
  records = 0;
  bytes = 0;
  private readonly data: string;
  private readonly ledger: EvidenceLedger | null;
  private readonly lengths: ReadonlyMap<string, number>;
  private readonly onProgress: VerifyRequest['onProgress'];
  private readonly unreadable = new Set<string>();
  private noted: Noted[] = [];
  private hops: readonly ScannedRecord[] = [];

  constructor(
    data: string,
    ledger: EvidenceLedger | null,
    lengths: ReadonlyMap<string, number>,
    onProgress: VerifyRequest['onProgress'],
  ) {
    this.data = data;
    this.ledger = ledger;
    this.lengths = lengths;
    this.onProgress = onProgress;
  }

  /** Reads one file and adds to `notes` what lies behind its committed length. */
  async verify(file: string, notes: string[]): Promise<void> {
    const length = this.lengths.get(file) ?? 0;
    const rows = new ExpectedRows(this.ledger?.expected(file));
    const size = sizeOf(join(this.data, file));
    if (size === null) {
      this.damages.push(damage('missing', { file }, this.lost(await rows.before(Number.POSITIVE_INFINITY))));
      return;
    }
    if (size > length) notes.push(`${file} 末尾有 ${size - length} 字节尚未入库，下次取证时自动清理`);
    const isCut = size < length;
    let cutAt = size;
    const total = [...this.lengths.values()].reduce((sum, bytes) => sum + bytes, 0);
    const before = this.bytes;
    const lost: Expected[] = [];
    const headers = new GzipHeaders();
    for await (const found of evidenceFormat.scanFile(join(this.data, file), length)) {
      this.bytes = before + found.offset + found.length;
      this.onProgress({ done: this.bytes, total, file });
      const expected = await rows.before(found.offset + found.length);
      if (found.kind === 'record') {
        headers.note(found);
        await this.takeRecord(file, found, expected);
      } else if (isCut && found.toEnd) {
        cutAt = found.offset;
        lost.push(...expected);
      } else this.takeGap(file, found, expected);
    }
    for (const offset of headers.odd()) this.damages.push(damage('header', { file, offset }));
    lost.push(...(await rows.before(Number.POSITIVE_INFINITY)));
    if (isCut) this.damages.push(damage('shorter', { file, offset: cutAt, length: length - cutAt }, this.lost(lost)));
    else for (const row of lost) this.damages.push(damage('no-record', { file, offset: row.offset }, [row]));
  }

  private takeGap(file: string, gap: Gap, expected: readonly Expected[]): void {
    this.damages.push(gapDamage(file, gap, this.lost(expected)));
  }

  /** Remembers payloads that cannot be read, so that the revisits that need them are not told again. */
  private lost(expected: readonly Expected[]): readonly Expected[] {
    for (const { role, capture } of expected) if (role === 'payload') this.unreadable.add(capture.record);
    return expected;
  }

  private async takeRecord(file: string, record: ScannedRecord, expected: readonly Expected[]): Promise<void> {
    this.records += 1;
    const { offset, length, faults, headers } = record;
    const url = headers.get('warc-target-uri') ?? '';
    const here = expected.filter((row) => row.offset === offset);
    for (const row of expected)
      if (row.offset !== offset) this.damages.push(damage('no-record', { file, offset: row.offset }, [row]));
    if (faults.length > 0)
      this.damages.push(faultyRecord(faults, { file, offset, length, ...(url && { url }) }, this.lost(here)));
    else
      for (const row of here) {
        const differing = differences(record, row, this.hops);
        if (differing.length > 0) this.damages.push(differingRow(differing, { file, offset, length, url }, row));
      }
    this.passHop(record);
    this.noted.push(notedOf(file, record));
    if (this.noted.length >= NOTED_AT_ONCE) await this.flush();
  }

  /** Redirects stand before the answer that they led to, each with its request. */
  private passHop(record: ScannedRecord): void {
    if (record.headers.get('warc-type') === 'request') return;
    const status = record.status ?? 0;
    this.hops = status >= 300 && status < 400 ? [...this.hops, record].slice(-MOST_HOPS) : [];
  }

  private async flush(): Promise<void> {
    const { noted } = this;
    this.noted = [];
    await this.ledger?.note(noted);
  }

  /** Compares the records with one another, once all files were read. */
  async compare(ledger: EvidenceLedger): Promise<void> {
    await this.flush();
    for (const file of await ledger.files()) {
      if (this.lengths.has(file)) continue;
      const rows = await new ExpectedRows(ledger.expected(file)).before(Number.POSITIVE_INFINITY);
      this.damages.push(damage('unknown-file', { file }, rows));
    }
    for (const contradicted of await ledger.contradictions()) {
      const { kind, file, offset, url } = contradicted;
      if (!this.followsFromDamage(contradicted)) this.damages.push(damage(kind, { file, offset, url }));
    }
  }

  /** What could not be read, and what therefore seems to be missing beside it, is one damage, not two. */
  private followsFromDamage({ kind, file, offset }: Contradicted): boolean {
    if (kind === 'no-original') return this.unreadable.has(`${file}#${offset}`);
    if (kind !== 'no-neighbour' && kind !== 'no-request') return false;
    return this.damages.some((other) => UNREAD.has(other.kind));
  }
}

const UNREAD = new Set<DamageKind>(['gap', 'missing', 'shorter', 'record']);

function notedOf(file: string, { offset, headers, payloadSha256 }: ScannedRecord): Noted {
  const field = (name: string): string => headers.get(name) ?? '';
  const type = field('warc-type');
  return {
    file,
    offset,
    id: field('warc-record-id'),
    type,
    url: field('warc-target-uri'),
    date: field('warc-date'),
    digest: type === 'revisit' ? field('warc-payload-digest').replace('sha256:', '') : payloadSha256,
    concurrentTo: field('warc-concurrent-to'),
    refersTo: field('warc-refers-to'),
    refersToUrl: field('warc-refers-to-target-uri'),
    refersToDate: field('warc-refers-to-date'),
  };
}

const byPlace = (a: Damage, b: Damage): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : (a.offset ?? -1) - (b.offset ?? -1);
