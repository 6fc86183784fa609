import { openEvidence, readEvidence } from '../evidence/evidence-store.ts';
import type { EvidenceStore } from '../evidence/record.ts';
import type { Lookup } from '../extract/lookup.ts';
import type { Audit } from '../model/audit.ts';
import type { Capture, OpenedCapture, View } from '../model/capture.ts';
import type { CaptureIndex } from '../store/captures.ts';
import { nothingToRead, openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { version } from './version.ts';

/** A data folder opened for a crawl: this process alone writes to it. */
export interface WritableData {
  readonly store: Store;
  readonly evidence: EvidenceStore;
  close(): Promise<void>;
}

/** A data folder opened for reading; a crawl may be writing to it meanwhile. */
export interface StoredData {
  readonly captures: CaptureIndex;
  /** The newest run, with the counts that every output shows. */
  readonly run: Audit['run'];
  open(capture: Capture): Promise<OpenedCapture>;
  close(): Promise<void>;
}

/** The only place that names a backend of store and evidence. Throws UserError (exit code 5) where the folder cannot be written or is in use. */
export async function writableData(dataDir: string): Promise<WritableData> {
  const store = await openStore(dataDir, { mode: 'write' });
  try {
    const committed = await store.committed();
    const evidence = await openEvidence({ dataDir, committed, software: `xunjian/${version()}` });
    return {
      store,
      evidence,
      close: async () => {
        await evidence.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Throws UserError: 2 where nothing was crawled yet, 4 (on `open`) where evidence is damaged. */
export async function storedData(dataDir: string): Promise<StoredData> {
  const store = await openStore(dataDir, { mode: 'read' });
  const evidence = readEvidence(dataDir);
  const close = async (): Promise<void> => {
    await evidence.close();
    await store.close();
  };
  try {
    const newest = await store.runs.newest();
    if (!newest) throw nothingToRead(dataDir);
    const { id, startedAt } = newest;
    return {
      captures: await store.captures.index(),
      run: { id, startedAt, ...(await store.captures.counts(id)) },
      open: async (capture) => ({
        ...capture,
        body: capture.sha256 === '' ? NO_BODY : (await evidence.open(capture.record)).body,
      }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const NO_BODY = new Uint8Array();

/** Opens stored captures for the readers of pages. */
export function evidenceLookup({ captures, open }: Pick<StoredData, 'captures' | 'open'>): Lookup {
  return (url: string, view: View) => Promise.all(captures.get(url, view).map(open));
}
