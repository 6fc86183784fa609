import type { EvidenceStore, WarcRecordDraft } from '../evidence/record.ts';
import type { CaptureDraft } from '../store/capture-row.ts';
import type { Step, Store } from '../store/store.ts';

/** A capture whose record is the one with this index among the records kept with it. */
export type CaptureOf = Omit<CaptureDraft, 'record'> & { readonly recordIndex: number };

/** What one task brought. */
export interface Yield extends Omit<Step, 'captures'> {
  readonly records: readonly WarcRecordDraft[];
  readonly captures: readonly CaptureOf[];
}

interface Waiting {
  readonly yielded: Yield;
  readonly resolve: (kept: Kept) => void;
  readonly reject: (error: unknown) => void;
}

export interface Kept {
  readonly captures: readonly CaptureDraft[];
  /** Children that the run did not know yet. */
  readonly added: number;
}

/**
 * The only writer of a crawl: evidence to the disk first, then one transaction that makes it known. Tasks that end while
 * a write is under way share the next fsync and the next transaction.
 */
export class Recorder {
  private readonly evidence: EvidenceStore;
  private readonly store: Store;
  private waiting: Waiting[] = [];
  private busy = false;

  constructor(evidence: EvidenceStore, store: Store) {
    this.evidence = evidence;
    this.store = store;
  }

  /** Resolves once everything is durable. */
  keep(yielded: Yield): Promise<Kept> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ yielded, resolve, reject });
      if (!this.busy) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.busy = true;
    while (this.waiting.length > 0) {
      const group = this.waiting;
      this.waiting = [];
      try {
        const steps = await this.write(group.map(({ yielded }) => yielded));
        for (const [index, { resolve }] of group.entries()) resolve(steps[index] as Kept);
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.busy = false;
  }

  private async write(group: readonly Yield[]): Promise<Kept[]> {
    const lengths = new Map<string, number>();
    const steps = await Promise.all(
      group.map(async ({ records, captures, ...step }): Promise<Step> => {
        if (records.length === 0) return { ...step, captures: [] };
        const appended = await this.evidence.append(records);
        lengths.set(appended.file, Math.max(appended.length, lengths.get(appended.file) ?? 0));
        return {
          ...step,
          captures: captures.map(({ recordIndex, ...capture }) => ({
            ...capture,
            record: appended.records[recordIndex] ?? '',
          })),
        };
      }),
    );
    const added = await this.store.commit(steps, lengths);
    return steps.map(({ captures }, index) => ({ captures, added: added[index] ?? 0 }));
  }
}
