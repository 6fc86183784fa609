import { Buffer } from 'node:buffer';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { docxBytes } from '../../../demo/files/docx.ts';
import { pdfBytes } from '../../../demo/files/pdf.ts';
import { pngBytes } from '../../../demo/files/png.ts';
import type { FileDraft } from '../../../demo/types.ts';
import { UserError } from '../../model/user-error.ts';
import { archive, oldOffice } from './hostile.fixture.ts';
import { inspectUpload } from './inspect-upload.ts';
import { ATTACHMENT_LIMITS } from './limits.ts';
import { readAttachment } from './read-attachment.ts';

const DRAFT: FileDraft = { type: 'pdf', title: '说明', name: 'x', paragraphs: ['已公开'], grids: [] };
const workbook = async (): Promise<Buffer> => Buffer.from(await writeXlsx({ sheets: [{ name: 'S', rows: [['a']] }] }));
const png = pngBytes('a');

function jpegOf(width: number, height: number): Buffer {
  const bytes = Buffer.from(
    'ffd8ffe000104a46494600010100000100010000ffc0001108000000000301220002110103110100ffd9',
    'hex',
  );
  bytes.writeUInt16BE(height, 25);
  bytes.writeUInt16BE(width, 27);
  return bytes;
}

const read = (bytes: Uint8Array, name: string) =>
  readAttachment({ kind: 'attachment', bytes, name, limits: ATTACHMENT_LIMITS });

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(error instanceof UserError)) throw new Error(`it was taken, or worse: ${error}`);
  return error.message;
}

describe('an attachment', () => {
  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['pdf', () => pdfBytes(DRAFT)],
    ['docx', () => docxBytes(DRAFT)],
    ['xlsx', workbook],
    ['doc', () => oldOffice('WordDocument')],
    ['xls', () => oldOffice('Workbook')],
    ['png', () => png],
    ['jpeg', () => jpegOf(800, 600)],
  ])('is a %s by its content, whatever its name says', async (kind, made) =>
    expect(await read(await made(), '说明.exe')).toEqual({ kind, charset: null }),
  );
  it.each<[string, Buffer]>([
    ['utf-8', Buffer.from('已于4月公开，见 <网址>\r\n')],
    ['gb18030', iconv.encode('已于4月公开', 'gb18030')],
    ['utf-16le', Buffer.from('\uFEFF已于4月公开', 'utf16le')],
  ])('is text in %s', async (charset, bytes) => {
    expect(await read(bytes, '说明.TXT')).toEqual({ kind: 'txt', charset });
    expect(await read(bytes, '说明')).toEqual({ kind: 'txt', charset });
  });
});

describe('what is not taken', () => {
  it.each<[string, string, () => Buffer | Promise<Buffer>, string]>([
    ['a page', 'a.txt', () => Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), '类型不能接收'],
    [
      'a page that Word made',
      'a.doc',
      () => Buffer.from('<html xmlns:o="urn:schemas-microsoft-com:office:office">'),
      '类型不能接收',
    ],
    [
      'a drawing',
      'a.txt',
      () => Buffer.from('\n<svg xmlns="http://www.w3.org/2000/svg" onload="a()"/>'),
      '类型不能接收',
    ],
    ['a drawing by its name', 'a.svg', () => Buffer.from('x'), '类型不能接收'],
    ['a program', 'a.pdf', () => Buffer.from('MZ\x90\0\x03\0', 'latin1'), '类型不能接收'],
    [
      'a program that says it is a PDF as well',
      'a.pdf',
      () => Buffer.from('MZ\x90 %PDF-1.4', 'latin1'),
      '类型不能接收',
    ],
    ['a script for Windows', 'a.bat', () => Buffer.from('del *.*'), '类型不能接收'],
    ['a script behind another name', 'a.txt.js', () => Buffer.from('alert(1)'), '类型不能接收'],
    ['a script for a shell', 'a.txt', () => Buffer.from('#!/bin/sh\n'), '类型不能接收'],
    ['bytes behind text', 'a.txt', () => Buffer.from(`${'x'.repeat(2000)}\0`), '类型不能接收'],
    ['an archive', 'a.zip', () => archive({ 'a.txt': 'x' }), '压缩包不能接收'],
    ['an archive by another name', 'a.docx', () => archive({ 'a.exe': 'x' }), '压缩包不能接收'],
    ['slides', 'a.pptx', () => archive({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' }), '类型不能接收'],
    [
      'macros',
      'a.docx',
      () => archive({ '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': '' }),
      '含有宏',
    ],
    ['macros of old', 'a.doc', () => oldOffice('WordDocument', '_VBA_PROJECT'), '含有宏'],
    ['a locked file', 'a.docx', () => oldOffice('EncryptedPackage'), '密码'],
    ['half a file', 'a.docx', async () => (await docxBytes(DRAFT)).subarray(0, 500), '已损坏'],
    ['another picture', 'a.gif', () => Buffer.from('GIF89a\x01\0\x01\0\x80\0\0', 'latin1'), '类型不能接收'],
    ['a broken picture', 'a.png', () => png.subarray(0, 10), '图片已损坏'],
    ['a picture as large as a field', 'a.jpg', () => jpegOf(65_000, 65_000), '图片过大：65000×65000 像素'],
  ])('%s (%s)', async (_, name, made, said) => {
    const message = await refusal(read(await made(), name));
    expect(message).toContain(said);
    expect(message).toMatch(/。请/);
  });
  it('nothing, and too much, and neither reaches a thread', async () => {
    expect(await refusal(inspectUpload(new Uint8Array(0), 'a.txt'))).toBe('a.txt 文件是空的。请检查后重新提交');
    expect(await refusal(inspectUpload(Buffer.alloc(10 * 1024 * 1024 + 1), 'a.txt'))).toContain('文件超过 10 MB');
  });
});

it('it gets a safe name with the extension of its content', { timeout: 120_000 }, async () => {
  const inspected = await Promise.all([
    inspectUpload(png, '..\\..\\截图:一.PNG'),
    inspectUpload(pdfBytes(DRAFT), '/etc/passwd'),
    inspectUpload(Buffer.from('x'), 'CON.txt'),
    inspectUpload(oldOffice('WordDocument'), '\u202E说明\r\n.exe'),
    inspectUpload(iconv.encode('说明', 'gb18030'), '.txt'),
    refusal(inspectUpload(Buffer.from('<svg/>'), 'dir/图.png')),
  ]);
  expect(inspected).toEqual([
    { kind: 'png', name: '截图：一.png', contentType: 'image/png' },
    { kind: 'pdf', name: 'passwd.pdf', contentType: 'application/pdf' },
    { kind: 'txt', name: '_CON.txt', contentType: 'text/plain; charset=utf-8' },
    { kind: 'doc', name: '说明.doc', contentType: 'application/msword' },
    { kind: 'txt', name: '_.txt', contentType: 'text/plain; charset=gb18030' },
    expect.stringMatching(/^图\.png 文件类型不能接收。/),
  ]);
});
