import { Buffer } from 'node:buffer';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { keepUpload, openUpload } from './kept-uploads.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'uploads-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

it('keeps a file whole under its hash alone, the same bytes once', () => {
  const data = folder();
  const bytes = Buffer.from('\0内容\uFFFF');
  const sha256 = keepUpload(data, bytes);
  expect(keepUpload(data, bytes)).toBe(sha256);
  expect(readdirSync(join(data, 'uploads'))).toEqual([sha256]);
  expect(openUpload(data, sha256)).toEqual(bytes);
});

it('opens nothing but what it kept, and that undamaged', () => {
  const data = folder();
  const sha256 = keepUpload(data, Buffer.from('a'));
  writeFileSync(join(data, 'secret'), 'x');
  for (const wrong of ['../secret', `../uploads/${sha256}`, sha256.toUpperCase(), `${sha256}\n`, '', '0'.repeat(64)])
    expect(() => openUpload(data, wrong)).toThrow(expect.objectContaining({ exitCode: 2 }));
  writeFileSync(join(data, 'uploads', sha256), 'b');
  expect(() => openUpload(data, sha256)).toThrow(expect.objectContaining({ exitCode: 4 }));
  keepUpload(data, Buffer.from('a'));
  expect(openUpload(data, sha256)).toEqual(Buffer.from('a'));
});
