import type { FileHandle } from 'node:fs/promises';

const BLOCK = 1024 * 1024;

/** Reads a file through one buffer, mostly front to back, up to a given length. */
export class FileWindow {
  private readonly handle: FileHandle;
  readonly length: number;
  private readonly buffer = Buffer.allocUnsafe(BLOCK);
  private start = 0;
  private filled = 0;

  constructor(handle: FileHandle, length: number) {
    this.handle = handle;
    this.length = length;
  }

  /** The bytes at an offset, at most `size` (up to 1 MB), fewer at the end. Valid until the next read. */
  async read(offset: number, size: number): Promise<Buffer> {
    const wanted = Math.max(0, Math.min(size, this.length - offset));
    if (offset < this.start || offset + wanted > this.start + this.filled) await this.fill(offset);
    const from = offset - this.start;
    return this.buffer.subarray(from, Math.min(from + wanted, this.filled));
  }

  private async fill(offset: number): Promise<void> {
    this.start = offset;
    this.filled = 0;
    const most = Math.min(BLOCK, this.length - offset);
    while (this.filled < most) {
      const { bytesRead } = await this.handle.read(this.buffer, this.filled, most - this.filled, offset + this.filled);
      if (bytesRead === 0) return;
      this.filled += bytesRead;
    }
  }
}
