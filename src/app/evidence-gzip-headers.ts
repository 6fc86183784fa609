import type { ScannedRecord } from '../evidence/scan-file.ts';

/** So many records with the same header are the rule and not the exception. */
const ENOUGH_PLACES = 100;

/** The gzip headers of the records of one file. All were written by one process, so that one of another header was changed. */
export class GzipHeaders {
  /** Where each was found; of one that many records have, the first places are enough. */
  private readonly places = new Map<string, number[]>();

  note({ gzipHeader, offset }: ScannedRecord): void {
    const places = this.places.get(gzipHeader);
    if (!places) this.places.set(gzipHeader, [offset]);
    else if (places.length < ENOUGH_PLACES) places.push(offset);
  }

  /** Offsets of the records whose header is not the usual one. */
  odd(): readonly number[] {
    const kinds = [...this.places].filter(([header]) => header !== '').map(([, places]) => places);
    return kinds
      .sort((a, b) => b.length - a.length)
      .slice(1)
      .flat();
  }
}
