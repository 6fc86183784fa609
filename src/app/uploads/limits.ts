import { MOST_ROWS } from '../../registers/edit-table.ts';

/** What an uploaded file may cost. */
export interface UploadLimits {
  /** Of the file as it came. */
  readonly bytes: number;
  /** Of an archive's members together, once unpacked. */
  readonly unpackedBytes: number;
  /** From when its thread is ready. */
  readonly timeMs: number;
  /** Heap of its thread, in megabytes. */
  readonly memoryMb: number;
  /** Rows of a register. */
  readonly rows: number;
}

const MEGABYTE = 1024 ** 2;

/** A register of 20,000 rows, the most that there may be, takes a third of each. */
export const REGISTER_LIMITS: UploadLimits = {
  bytes: 5 * MEGABYTE,
  unpackedBytes: 48 * MEGABYTE,
  timeMs: 10_000,
  memoryMb: 256,
  rows: MOST_ROWS,
};

/** Files that units hand in with an objection. */
export const ATTACHMENT_LIMITS: UploadLimits = { ...REGISTER_LIMITS, bytes: 10 * MEGABYTE };

/** `5 MB`. */
export const megabytes = (bytes: number): string => `${bytes / MEGABYTE} MB`;
