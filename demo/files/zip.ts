const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1980-01-01 00:00, the first day that the format knows. */
const MIDNIGHT = 0;
const FIRST_DAY = 0x21;

/** Sets the time stamps of all members of a zip file to one fixed day, so that its bytes do not depend on the clock. */
export function withoutClock(zip: Buffer): Buffer {
  const bytes = Buffer.from(zip);
  let end = bytes.length - 22;
  while (bytes.readUInt32LE(end) !== END) end -= 1;
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === CENTRAL) {
    bytes.writeUInt16LE(MIDNIGHT, at + 12);
    bytes.writeUInt16LE(FIRST_DAY, at + 14);
    const local = bytes.readUInt32LE(at + 42);
    bytes.writeUInt16LE(MIDNIGHT, local + 10);
    bytes.writeUInt16LE(FIRST_DAY, local + 12);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}
