import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ref } from '../model/evidence.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { readCsv } from '../registers/read-csv.ts';
import { readXlsx } from '../registers/read-xlsx.ts';
import { isBlank } from '../registers/sheet.ts';
import { evidenceName } from '../report/web-address.ts';

/** A table kept by people, as it was when a verdict rested on it. */
export interface RegisterView {
  readonly kind: 'register';
  /** Such as `台账 submissions.csv`. */
  readonly name: string;
  readonly capturedAt: string;
  readonly sha256: string;
  /** Cells as texts; the first row is the header. */
  readonly rows: readonly (readonly string[])[];
}

const COPY = /^registers\/([0-9a-f]{64})\.(csv|xlsx)$/;

/** Whether a record is the name of a kept copy of a register, and nothing else: no other path is ever opened. */
export const isRegisterCopy = (record: string): boolean => COPY.test(record);

/** Throws UserError (exit code 4) where the copy is not there, or is not what its name says; 2 where it cannot be read. */
export async function registerView(data: string, { url, record, capturedAt, sha256 }: Ref): Promise<RegisterView> {
  const [, digest, type] = COPY.exec(record) ?? [];
  if (digest === undefined || digest !== sha256) throw lost(record);
  const bytes = bytesOf(join(data, record), record);
  if (createHash('sha256').update(bytes).digest('hex') !== digest) throw lost(record);
  const rows = type === 'csv' ? readCsv(bytes, record) : await readXlsx(bytes, record);
  const filled = rows.filter((row) => !isBlank(row)).map(({ cells }) => cells);
  return { kind: 'register', name: evidenceName(url), capturedAt, sha256, rows: filled };
}

/**
 * The header, and the rows of one unit: what a unit may see of a register. `names`: all that may stand in the column of
 * units for it (its id, names, aliases). Only the header where there is no such column.
 */
export function rowsOfUnit({ rows }: RegisterView, names: readonly string[]): readonly (readonly string[])[] {
  const plain = (text: string): string => text.normalize('NFKC').trim();
  const [header = [], ...others] = rows;
  const column = header.findIndex((cell) => /^(?:单位|unit)$/i.test(plain(cell)));
  const wanted = names.map(plain);
  return [header, ...others.filter((row) => wanted.includes(plain(row[column] ?? '')))];
}

function bytesOf(file: string, record: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw lost(record, error);
  }
}

const lost = (record: string, cause?: unknown): UserError =>
  new UserError(
    EXIT.damaged,
    [
      {
        place: {},
        what: '判定所依据的台账副本缺失或已损坏',
        value: record,
        remedy: '请从备份恢复该文件；原台账没有改动的，重新判定一次即可重新保存',
      },
    ],
    { cause },
  );
