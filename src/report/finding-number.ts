import { createHash } from 'node:crypto';

/** A short number for a finding that stays the same every night, for people to name it by: ids are long. */
export const findingNumber = (id: string): string =>
  createHash('sha256').update(id).digest('hex').slice(0, 8).toUpperCase();
