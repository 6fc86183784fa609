import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceFiles } from './damage.ts';
import type { CaptureRow, IndexCopy } from './index-copy.ts';
import { readMembers, readWithWarcio, type SeenRecord } from './warc-members.ts';

/** Looks at a data folder again and again; what was whole before and has not shrunk is not read again. */
export class Inspector {
  private readonly data: string;
  private readonly known = new Map<string, { readonly end: number; readonly records: readonly SeenRecord[] }>();

  constructor(data: string) {
    this.data = data;
  }

  /** What is wrong with index and committed evidence; empty where all is as promised. */
  inspect(index: IndexCopy): string[] {
    // A file that a power cut took out of the index is set aside, and another may get its name within the same second.
    for (const file of this.known.keys()) if (!index.lengths.has(file)) this.known.delete(file);
    const wrong = index.faults.map((fault) => `integrity_check: ${fault}`);
    const records = new Map<string, SeenRecord>();
    for (const [file, length] of index.lengths) {
      try {
        for (const record of this.committed(file, length)) records.set(`${file}#${record.offset}`, record);
      } catch (error) {
        wrong.push(`${file}: ${(error as Error).message}`);
      }
    }
    const looks = new Set<string>();
    for (const capture of index.captures) {
      wrong.push(...pointing(capture, records));
      const look = `${capture.run_id} ${capture.view} ${capture.page} ${capture.url}`;
      if (looks.has(look)) wrong.push(`captured twice: ${look}`);
      looks.add(look);
    }
    return wrong;
  }

  /** All committed records, in the order of files and offsets. */
  records(index: IndexCopy): SeenRecord[] {
    return [...index.lengths].flatMap(([file, length]) => this.committed(file, length));
  }

  /** Where warcio sees other records than the reader above. */
  async compareWithWarcio(index: IndexCopy): Promise<string[]> {
    const wrong: string[] = [];
    for (const [file, length] of index.lengths) {
      const ours = this.committed(file, length).map(({ type, url, sha256 }) => `${type} ${url} ${sha256}`);
      const theirs = (await readWithWarcio(readFileSync(join(this.data, file)).subarray(0, length))).map(
        ({ type, url, sha256 }) => `${type} ${url} ${sha256}`,
      );
      if (ours.join('\n') !== theirs.join('\n')) {
        const at = ours.findIndex((line, i) => line !== theirs[i]);
        wrong.push(`${file}: record ${at} is «${ours[at]}», warcio reads «${theirs[at]}»`);
      }
    }
    return wrong;
  }

  private committed(file: string, length: number): readonly SeenRecord[] {
    const before = this.known.get(file);
    if (before?.end === length) return before.records;
    if (before && before.end > length) {
      const records = before.records.filter(({ offset }) => offset < length);
      this.known.set(file, { end: length, records });
      return records;
    }
    const bytes = readFileSync(join(this.data, file));
    if (bytes.length < length) throw new Error(`has ${bytes.length} bytes, ${length} are committed`);
    const records = [...(before?.records ?? []), ...readMembers(bytes.subarray(0, length), before?.end ?? 0)];
    this.known.set(file, { end: length, records });
    return records;
  }
}

/** Files of which the index knows nothing; the next start sets them aside. */
export const unknownFiles = (data: string, index: IndexCopy): string[] =>
  [...evidenceFiles(data).keys()].filter((file) => !index.lengths.has(file));

/** A capture points at the record of its own look, and where that brought nothing new also at the payload it rests on. */
function pointing(capture: CaptureRow, records: ReadonlyMap<string, SeenRecord>): string[] {
  const what = `capture ${capture.id} of ${capture.url}`;
  const record = records.get(capture.record);
  if (!record) return [`${what} points at no committed record: ${capture.record}`];
  const types = capture.tag === 'responded' ? ['response', 'revisit'] : ['metadata'];
  const address = capture.tag === 'responded' ? capture.final_url : capture.url;
  if (!types.includes(record.type) || record.url !== address)
    return [`${what} points at the ${record.type} of ${record.url}`];
  if ((record.type === 'revisit') !== (capture.payload_record !== ''))
    return [`${what}: its record is a ${record.type}, its payload «${capture.payload_record}»`];
  const payload = capture.payload_record === '' ? record : records.get(capture.payload_record);
  if (payload?.url !== address || !/^(?:response|metadata)$/.test(payload.type))
    return [`${what} rests on no committed response: ${capture.payload_record}`];
  return [record, payload].every(({ sha256 }) => capture.sha256 === '' || sha256 === capture.sha256)
    ? []
    : [`${what} has another digest than its record`];
}
