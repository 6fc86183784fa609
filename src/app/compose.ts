import { mkdirSync } from 'node:fs';
import { cdxLine } from '../evidence/cdx.ts';
import { decodeBody } from '../evidence/decode.ts';
import { openEvidence, readEvidence } from '../evidence/evidence-store.ts';
import type { EvidenceStore } from '../evidence/record.ts';
import { scanFile, scanMember } from '../evidence/scan-file.ts';
import { serialiseRecords } from '../evidence/serialise.ts';
import { ARCHIVE_NAME, waczStream } from '../evidence/wacz.ts';
import type { Lookup, StoredCapture } from '../extract/lookup.ts';
import type { Audit } from '../model/audit.ts';
import type { Capture, OpenedCapture, View } from '../model/capture.ts';
import { committedIn, copyDatabase } from '../store/backup-database.ts';
import type { AccountChange } from '../store/console/accounts.ts';
import { type ConsoleStore, openConsole } from '../store/console/open-console.ts';
import type { Token } from '../store/console/tokens.ts';
import type { EvidenceLedger } from '../store/evidence-ledger.ts';
import type { LogFilter } from '../store/inspection/action-log.ts';
import type { PublishedVersion } from '../store/inspection/bulletins.ts';
import { type Inspection, openInspection } from '../store/inspection/open-inspection.ts';
import { type KnownFacts, NOTHING_KNOWN, openKnownFacts } from '../store/known-facts.ts';
import { lockData } from '../store/lock.ts';
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
  readonly captures: Pick<Store['captures'], 'latest'>;
  /** How many captures there are, of all runs. */
  readonly size: number;
  /** The newest run of the units in question, with the counts that every output shows. */
  readonly run: Audit['run'];
  /** ISO instant, UTC: the newest look that there is, of whichever run. */
  readonly lookedUntil: string;
  open(capture: Capture): Promise<OpenedCapture>;
  /** Whether the file that a capture's payload lies in reaches that far; what the record holds is seen by `open`. */
  holds(capture: Capture): boolean;
  close(): Promise<void>;
}

/**
 * The only place that names a backend of store and evidence. `contact` is named in the evidence files as whom to ask.
 * Throws UserError (exit code 5) where the folder cannot be written or is in use.
 */
export async function writableData(dataDir: string, contact: string): Promise<WritableData> {
  const store = await openStore(dataDir, { mode: 'write' });
  try {
    const committed = await store.committed();
    const evidence = await openEvidence({ dataDir, committed, software: `xunjian/${version()}`, operator: contact });
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

/**
 * @param units whose newest run is wanted: the newest that asked for all of them, where one did
 * Throws UserError: 2 where nothing was crawled yet, 4 (on `open`) where evidence is damaged.
 */
export async function storedData(dataDir: string, units: readonly string[] = []): Promise<StoredData> {
  const store = await openStore(dataDir, { mode: 'read' });
  const evidence = readEvidence(dataDir);
  const close = async (): Promise<void> => {
    await evidence.close();
    await store.close();
  };
  try {
    const newest = (await store.runs.newest(units)) ?? (await store.runs.newest());
    if (!newest) throw nothingToRead(dataDir);
    const { id, startedAt } = newest;
    return {
      lookedUntil: (await store.captures.newestAt()) ?? startedAt,
      captures: store.captures,
      size: await store.captures.size(),
      run: { id, startedAt, ...(await store.captures.counts(id)) },
      open: async (capture) => ({
        ...capture,
        body: capture.sha256 === '' ? NO_BODY : (await evidence.open(capture.payloadRecord)).body,
      }),
      holds: ({ payloadRecord }) => evidence.holds(payloadRecord),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

export type { AccountChange, ConsoleStore, Inspection, LogFilter, PublishedVersion, Token };

/** What checks and people say of a data folder. Throws UserError (exit code 5) where it cannot be written. */
export const inspection = (dataDir: string): Promise<Inspection> => openInspection(dataDir);

/** Who may use the console, and what it has in hand. Throws UserError (exit code 5) where it cannot be written. */
export const consoleStore = (dataDir: string): Promise<ConsoleStore> => openConsole(dataDir);

/** Holds a data folder for one console. Returns the release. Throws UserError (exit code 5) where another one holds it. */
export const consoleLock = (dataDir: string): (() => void) => {
  mkdirSync(dataDir, { recursive: true });
  return lockData(dataDir, 'console');
};

/** The index of a data folder, for comparing it with the evidence. */
export type EvidenceIndex = {
  committed(): Promise<ReadonlyMap<string, number>>;
  close(): Promise<void>;
} & ({ readonly ledger: EvidenceLedger } | { readonly ledger: null; readonly problem: string });

/** Opens the index; where its file is damaged, says so instead. Throws UserError (2) where nothing was crawled yet. */
export async function evidenceIndex(dataDir: string): Promise<EvidenceIndex> {
  try {
    const store = await openStore(dataDir, { mode: 'read' });
    return { ledger: store.ledger, committed: () => store.committed(), close: () => store.close() };
  } catch (error) {
    const { code = '', message = '' } = (error as { cause?: NodeJS.ErrnoException }).cause ?? {};
    if (code !== 'SQLITE_CORRUPT' && code !== 'SQLITE_NOTADB') throw error;
    return { ledger: null, problem: message, committed: async () => new Map(), close: async () => {} };
  }
}

/** The format of evidence files, for reading them from first to last and handing them to other programs. */
export const evidenceFormat = { scanFile, scanMember, cdxLine, serialiseRecords, waczStream, ARCHIVE_NAME };

/** What an export of a case asks the index for. */
export type CaseIndex = Pick<Store, 'captures' | 'cases' | 'committed' | 'close'>;

/** Throws UserError (2) where nothing was crawled yet. */
export const caseIndex = (dataDir: string): Promise<CaseIndex> => openStore(dataDir, { mode: 'read' });

/** Opens records one by one. */
export const evidenceReader = (dataDir: string): Pick<EvidenceStore, 'open' | 'close'> => readEvidence(dataDir);

/** Bytes up to which each evidence file is committed. Throws UserError (2) where nothing was crawled yet. */
export async function committedLengths(dataDir: string): Promise<ReadonlyMap<string, number>> {
  const store = await openStore(dataDir, { mode: 'read' });
  try {
    return await store.committed();
  } finally {
    await store.close();
  }
}

/** Copies of databases that others are writing to, for a backup. */
export const backupDatabases = { copyDatabase, committedIn };

const NO_BODY = new Uint8Array();

/** The body of an answer that is not kept, read as the audit would read it. */
export const decodeAnswer: EvidenceStore['decode'] = (headers, payload, cap) =>
  decodeBody(payload, headers.find(([name]) => name.toLowerCase() === 'content-encoding')?.[1] ?? '', cap);

export { openKnownFacts };

/** Looks up stored captures for the readers of pages; what is known of a capture is not read again, and what is read is kept. */
export function evidenceLookup(
  { captures, open, holds }: Pick<StoredData, 'captures' | 'open' | 'holds'>,
  facts: KnownFacts = NOTHING_KNOWN,
): Lookup {
  const stored = (capture: Capture): StoredCapture => ({
    ...capture,
    read: async <T>(name: string, reader: (opened: OpenedCapture) => T | Promise<T>): Promise<T> => {
      // Evidence that is gone is not made up for by what is known of it.
      const known = holds(capture) ? facts.get(name, capture) : undefined;
      if (known !== undefined) return known as T;
      const value = await reader(await open(capture));
      facts.keep(name, capture, value);
      return value;
    },
  });
  return async (url: string, view: View) => (await captures.latest(url, view)).map(stored);
}
