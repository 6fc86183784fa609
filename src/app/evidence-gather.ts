import { join } from 'node:path';
import type { Gap, ScannedRecord } from '../evidence/scan-file.ts';
import type { Capture } from '../model/capture.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { type CaseIndex, evidenceFormat } from './compose.ts';

/** A record and the file it lies in. */
export interface GatheredRecord extends ScannedRecord {
  readonly file: string;
}

/**
 * The records of captures and all that was captured with them: requests, redirects, what a page's script asked for, and
 * the records that hold the payload of revisits; also the description of each file. By file and offset.
 * Throws UserError (4) where one of them is damaged.
 */
export async function gatherRecords(
  captures: readonly Capture[],
  data: string,
  lengths: ReadonlyMap<string, number>,
  cases: CaseIndex['cases'],
): Promise<readonly GatheredRecord[]> {
  const gathering = new Gathering(data, lengths);
  for (const capture of captures) {
    const { url, finalUrl, view, record, payloadRecord } = capture;
    await gathering.group(record);
    if (payloadRecord !== record) await gathering.group(payloadRecord);
    if (view === 'http' && finalUrl !== url) await gathering.redirects(capture, await cases.before(capture));
  }
  await gathering.descriptions();
  return gathering.records();
}

class Gathering {
  private readonly data: string;
  private readonly lengths: ReadonlyMap<string, number>;
  private readonly found = new Map<string, GatheredRecord>();

  constructor(data: string, lengths: ReadonlyMap<string, number>) {
    this.data = data;
    this.lengths = lengths;
  }

  records(): readonly GatheredRecord[] {
    return [...this.found.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.offset - b.offset));
  }

  /** A record, and its followers that say to have been captured with it. */
  async group(place: string): Promise<void> {
    if (this.found.has(place)) return;
    const ids = new Set<string>();
    for await (const record of this.from(place)) {
      if (ids.size > 0 && !ids.has(record.headers.get('warc-concurrent-to') ?? '')) return;
      ids.add(record.headers.get('warc-record-id') ?? '');
      this.keep(record);
    }
  }

  /** The answers that led from the address asked for to that of the record, read forward from a place before them. */
  async redirects({ url, record }: Capture, before: readonly string[]): Promise<void> {
    const [file, offset] = placeOf(record);
    const starts = before.map(placeOf).flatMap(([other, start]) => (other === file && start < offset ? [start] : [0]));
    const passed: GatheredRecord[] = [];
    for await (const found of this.from(`${file}#${Math.max(0, ...starts)}`)) {
      if (found.offset >= offset) break;
      passed.push(found);
    }
    for (let at = passed.length - 2; at >= 0; at -= 2) {
      const [answer, request] = [passed[at], passed[at + 1]];
      const status = answer?.status;
      if (!answer || !request || !status || status < 300 || status > 399) return;
      this.keep(answer);
      this.keep(request);
      if (answer.headers.get('warc-target-uri') === url) return;
    }
  }

  async descriptions(): Promise<void> {
    for (const file of new Set(this.records().map((record) => record.file)))
      for await (const record of this.from(`${file}#0`)) {
        this.keep(record);
        break;
      }
  }

  private keep(record: GatheredRecord): void {
    this.found.set(`${record.file}#${record.offset}`, record);
  }

  /** Sound records from a place on. */
  private async *from(place: string): AsyncGenerator<GatheredRecord> {
    const [file, offset] = placeOf(place);
    let at = offset;
    const length = this.lengths.get(file) ?? 0;
    try {
      for await (const found of evidenceFormat.scanFile(join(this.data, file), length, offset)) {
        at = found.offset;
        yield sound(found, file);
      }
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? damaged(file, at) : error;
    }
    if (at === offset && offset >= length) throw damaged(file, offset);
  }
}

function sound(found: ScannedRecord | Gap, file: string): GatheredRecord {
  if (found.kind === 'gap' || found.faults.length > 0) throw damaged(file, found.offset);
  return { ...found, file };
}

function placeOf(record: string): [file: string, offset: number] {
  const [file = '', offset = '0'] = record.split('#');
  return [file, Number(offset)];
}

/** What to tell where evidence that is asked for cannot be read. */
export const damaged = (file: string, offset: number): UserError =>
  new UserError(EXIT.damaged, [
    {
      place: { file },
      what: '取证记录缺失或已损坏',
      value: `偏移 ${offset}`,
      remedy: '请运行 xunjian evidence verify 查看全部损坏之处',
    },
  ]);
