import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { FileWindow } from './file-window.ts';
import { unpackMember } from './member.ts';

const folder = mkdtempSync(join(tmpdir(), 'member-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function unpacked(bytes: Uint8Array) {
  const file = join(folder, 'file.gz');
  writeFileSync(file, bytes);
  const handle = await open(file, 'r');
  try {
    const pieces: Buffer[] = [];
    const member = await unpackMember(new FileWindow(handle, bytes.length), 0, (piece) =>
      pieces.push(Buffer.from(piece)),
    );
    return { ...member, data: Buffer.concat(pieces) };
  } finally {
    await handle.close();
  }
}

describe('a gzip member', () => {
  it('is sound and padded whatever it holds, also where its end may be written in several ways', async () => {
    const ends = fc.constantFrom('', '\r\n', '\r\n\r\n', '\r\n\r\n\r\n\r\n', 'aaaaaaaa', 'abababab');
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), ends, fc.constantFrom(1, 6, 9), async (text, end, level) => {
        const data = Buffer.from(text + end);
        const bytes = gzipSync(data, { level });
        const found = await unpacked(Buffer.concat([bytes, gzipSync('next')]));
        expect(found).toMatchObject({ length: bytes.length, sound: true, padded: true });
        expect(found.data.equals(data)).toBe(true);
      }),
      { numRuns: 1000, seed: 20230808 },
    );
  });

  it('larger than is unpacked at once comes in pieces and is measured to the byte', async () => {
    for (const data of [
      Buffer.alloc(20_000_000, 'x'),
      Buffer.from(Array.from({ length: 900_000 }, (_, i) => (i * i) % 251)),
    ]) {
      const bytes = gzipSync(data);
      const found = await unpacked(Buffer.concat([bytes, gzipSync('next')]));
      expect(found).toMatchObject({ length: bytes.length, sound: true });
      expect(found.data.equals(data)).toBe(true);
      await expect(unpacked(bytes.subarray(0, -20))).rejects.toThrow();
    }
  });
});
