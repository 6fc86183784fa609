import { fstatSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Appended, WarcRecordDraft } from './record.ts';
import { serialiseRecords } from './serialise.ts';

export interface AppenderOptions {
  readonly folder: string;
  /** What precedes the file name in a record's address. */
  readonly prefix: string;
  readonly suffix: string;
  readonly software: string;
  /** Whom to ask about the crawl; for the warcinfo record of each file. */
  readonly operator?: string | undefined;
  readonly maxFileBytes: number;
  readonly now: () => Date;
}

interface Waiting {
  readonly drafts: readonly WarcRecordDraft[];
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/** Appends to one file at a time; calls that come during a write share the next one and its fsync. */
export class WarcAppender {
  private readonly options: AppenderOptions;
  private waiting: Waiting[] = [];
  private busy: Promise<void> | null = null;
  private current: { handle: FileHandle; name: string; length: number } | null = null;
  private files = 0;

  constructor(options: AppenderOptions) {
    this.options = options;
  }

  append(drafts: readonly WarcRecordDraft[]): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ drafts, resolve, reject });
      this.busy ??= this.drain().finally(() => {
        this.busy = null;
      });
    });
  }

  async close(): Promise<void> {
    await this.busy;
    await this.abandonFile();
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.waiting;
      this.waiting = [];
      try {
        const places = await this.write(group);
        for (const [index, { resolve }] of group.entries()) resolve(places[index] as Appended);
      } catch (error) {
        // What reached the disk of a failed write is cut at the next start; here no later write may follow it.
        await this.abandonFile();
        for (const { reject } of group) reject(error);
      }
    }
  }

  private async write(group: readonly Waiting[]): Promise<Appended[]> {
    const file = await this.fileToWrite();
    const bytes: Buffer[] = [];
    const places: Appended[] = [];
    let { length } = file;
    for (const { drafts } of group) {
      const records: string[] = [];
      for (const member of await serialiseRecords(drafts)) {
        records.push(`${file.name}#${length}`);
        bytes.push(member);
        length += member.length;
      }
      places.push({ records, file: file.name, length });
    }
    await file.handle.appendFile(Buffer.concat(bytes));
    await file.handle.datasync();
    if (fstatSync(file.handle.fd).nlink === 0) throw deleted(file.name);
    file.length = length;
    return places;
  }

  private async fileToWrite(): Promise<{ handle: FileHandle; name: string; length: number }> {
    if (this.current && this.current.length < this.options.maxFileBytes) return this.current;
    await this.abandonFile();
    const { folder, prefix, suffix, now } = this.options;
    const date = now();
    const stamp = date.toISOString().replace(/\D/g, '').slice(0, 14);
    let handle: FileHandle | null = null;
    let fileName = '';
    while (!handle) {
      this.files += 1;
      fileName = `xunjian-${stamp}-${String(this.files).padStart(5, '0')}${suffix}`;
      handle = await open(join(folder, fileName), 'ax').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return null;
        throw error;
      });
    }
    const [warcinfo = Buffer.alloc(0)] = await serialiseRecords([
      {
        type: 'warcinfo',
        url: null,
        date: date.toISOString(),
        contentType: 'application/warc-fields',
        payload: Buffer.from(warcFields(this.options)),
        fields: [['WARC-Filename', fileName]],
      },
    ]);
    // Known before it is written to, so that it is closed should that fail.
    this.current = { handle, name: `${prefix}${fileName}`, length: warcinfo.length };
    await handle.appendFile(warcinfo);
    await syncFolder(folder);
    return this.current;
  }

  private async abandonFile(): Promise<void> {
    const { current } = this;
    this.current = null;
    // What was synced is safe, and what was not is not believed, whatever closing says.
    await current?.handle.close().catch(() => {});
  }
}

/** The body of a warcinfo record (WARC/1.1, section 6.2). */
function warcFields({ software, operator }: AppenderOptions): string {
  const fields: [string, string | undefined][] = [
    ['software', software],
    ['format', 'WARC File Format 1.1'],
    ['conformsTo', 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'],
    ['operator', operator],
  ];
  return fields.flatMap(([name, value]) => (value ? [`${name}: ${value}\r\n`] : [])).join('');
}

/** The system lets one write on to a file that was deleted; nothing of it would be left. */
const deleted = (name: string): Error => Object.assign(new Error(`${name} was deleted`), { code: 'ENOENT' });

/** A new file is safe only when its folder's entry is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
