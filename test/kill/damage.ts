import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexCopy } from './index-copy.ts';
import type { Damage } from './plan.ts';

const LOG = 'xunjian.db-wal';

/** What the disk is known to hold of the index since the last look: the database as it was, its log up to a length. */
export interface Synced {
  readonly database: string;
  readonly log: number;
}

export function look(data: string): Synced {
  const database = join(data, 'xunjian.db');
  const digest = existsSync(database) ? createHash('sha256').update(readFileSync(database)).digest('hex') : '';
  return { database: digest, log: sizeOf(join(data, LOG)) };
}

/** The evidence files that are there, by `evidence/FILE`, with their sizes; those set aside are not among them. */
export function evidenceFiles(data: string): ReadonlyMap<string, number> {
  const folder = join(data, 'evidence');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.warc.gz')) : [];
  return new Map(names.map((name) => [`evidence/${name}`, sizeOf(join(folder, name))]));
}

/**
 * Does what a power cut may do after a kill, and nothing that it may not: records were synced before the index knew
 * them, and the log of the index is synced before its pages go into the database.
 */
export function damageLike(damage: Damage, data: string, index: IndexCopy, before: Synced): void {
  switch (damage.kind) {
    case 'none':
      return;
    case 'evidence-tail-cut':
      for (const [file, size] of evidenceFiles(data)) {
        const kept = index.lengths.get(file) ?? 0;
        truncateSync(join(data, file), kept + Math.floor((size - kept) * damage.share));
      }
      return;
    case 'evidence-tail-garbage': {
      const last = [...evidenceFiles(data).keys()].sort().at(-1);
      if (last) appendFileSync(join(data, last), Buffer.alloc(damage.bytes, 'half a record'));
      return;
    }
    case 'last-transactions-lost': {
      const now = look(data);
      // Where the log was merged into the database meanwhile, it had been synced.
      if (before.database === '' || now.database !== before.database || now.log <= before.log) return;
      truncateSync(join(data, LOG), before.log + Math.floor((now.log - before.log) * damage.share));
    }
  }
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);
