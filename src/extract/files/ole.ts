import type { Buffer } from 'node:buffer';

/** Streams begin at sectors of 512 bytes, short ones at mini sectors of 64. */
const SECTOR = 64;

/** [MS-DOC] 2.5.2: wIdent, then nFib of Word 97 and later; bit 8 of the flags at 0x0A says that the file is locked. */
const WORD = 0xa5ec;
const NEWEST_WORD = 0x0120;
const LOCKED_BIT = 0x0100;

/** Whether a binary .doc is locked by a password. */
export function isLockedDoc(bytes: Buffer): boolean {
  for (let at = 0; at + 12 <= bytes.length; at += SECTOR) {
    if (bytes.readUInt16LE(at) !== WORD || bytes.readUInt16LE(at + 2) > NEWEST_WORD) continue;
    return (bytes.readUInt16LE(at + 10) & LOCKED_BIT) !== 0;
  }
  return false;
}

/** [MS-XLS] 2.4: records are a type, a length and that many bytes; FilePass stands among the first after BOF. */
const BOF = 0x0809;
const BIFF8 = 0x0600;
const GLOBALS = 0x0005;
const FILE_PASS = 0x002f;
const FIRST_RECORDS = 6;

/** Whether a binary .xls is locked by a password. */
export function isLockedXls(bytes: Buffer): boolean {
  for (let at = SECTOR; at + 8 <= bytes.length; at += SECTOR) {
    const isBook =
      bytes.readUInt16LE(at) === BOF && bytes.readUInt16LE(at + 4) === BIFF8 && bytes.readUInt16LE(at + 6) === GLOBALS;
    if (isBook) return hasRecord(bytes, at, FILE_PASS);
  }
  return false;
}

function hasRecord(bytes: Buffer, from: number, wanted: number): boolean {
  let at = from;
  for (let n = 0; n < FIRST_RECORDS && at + 4 <= bytes.length; n++) {
    if (bytes.readUInt16LE(at) === wanted) return true;
    at += 4 + bytes.readUInt16LE(at + 2);
  }
  return false;
}
