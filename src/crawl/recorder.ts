import type { EvidenceStore, WarcRecordDraft } from '../evidence/record.ts';
import type { CaptureDraft } from '../store/capture-row.ts';
import type { RunCost } from '../store/runs.ts';
import type { Step, Store } from '../store/store.ts';

/** A capture whose record is the one with this index among the records kept with it. */
export type CaptureOf = Omit<CaptureDraft, 'runId' | 'record' | 'payloadRecord'> & {
  readonly recordIndex: number;
  /** The earlier record that holds the payload, for a look that brought nothing new. */
  readonly payloadRecord?: string;
};

/**
 * What one task brought. Where a look's payload or an event has no record yet, it is that of the first capture.
 */
export interface Yield extends Pick<Step, 'task' | 'outcome'>, Partial<Omit<Step, 'task' | 'outcome' | 'captures'>> {
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

export interface RecorderOptions {
  readonly runId: string;
  readonly evidence: EvidenceStore;
  readonly store: Pick<Store, 'commit'>;
  /** What was spent since it was last asked. */
  readonly spent: () => RunCost;
}

/**
 * The only writer of a crawl: evidence to the disk first, then one transaction that makes it known. Tasks that end while
 * a write is under way share the next fsync and the next transaction.
 */
export class Recorder {
  private readonly options: RecorderOptions;
  private waiting: Waiting[] = [];
  private busy = false;

  constructor(options: RecorderOptions) {
    this.options = options;
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
    const { runId, evidence, store, spent } = this.options;
    const lengths = new Map<string, number>();
    const steps = await Promise.all(
      group.map(async (yielded): Promise<Step> => {
        if (yielded.records.length === 0) return this.step(yielded, []);
        const appended = await evidence.append(yielded.records);
        lengths.set(appended.file, Math.max(appended.length, lengths.get(appended.file) ?? 0));
        return this.step(yielded, appended.records);
      }),
    );
    const added = await store.commit({ runId, steps, lengths, cost: spent() });
    return steps.map(({ captures }, index) => ({ captures, added: added[index] ?? 0 }));
  }

  private step(yielded: Yield, records: readonly string[]): Step {
    const { task, outcome, children = [], looks = [], listings = [], events = [] } = yielded;
    const captures = yielded.captures.map(({ recordIndex, payloadRecord, ...capture }): CaptureDraft => {
      const record = records[recordIndex] ?? '';
      return { ...capture, runId: this.options.runId, record, payloadRecord: payloadRecord ?? record };
    });
    const first = captures[0]?.record ?? '';
    return {
      ...{ task, outcome, captures, children, listings },
      looks: looks.map((look) =>
        look.payload?.record === '' ? { ...look, payload: { ...look.payload, record: first } } : look,
      ),
      events: events.map((event) => (event.record === '' ? { ...event, record: first } : event)),
    };
  }
}
