import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { backUp } from '../src/app/backup.ts';
import { isSafeName } from '../src/app/backup-manifest.ts';
import { restore } from '../src/app/restore.ts';
import { asOrdinaryUser, giveToOrdinaryUser } from './storage/ordinary-user.ts';
import { writeEvidenceFolder } from './support/evidence-folder.ts';
import { longLivedFolder, temporaryFolder } from './support/temporary-folder.ts';
import { xunjian } from './support/xunjian.ts';

const folder = longLivedFolder();
const good = join(folder, 'good.zip');
const signal = new AbortController().signal;
const silent = { signal, onProgress: () => {} };
let bytes: Buffer;

beforeAll(async () => {
  const data = join(folder, 'data');
  await writeEvidenceFolder(data);
  writeFileSync(join(data, 'audit.json'), JSON.stringify({ audit: 'of the district '.repeat(50) }));
  mkdirSync(join(folder, 'registers'));
  writeFileSync(join(folder, 'registers', 'tasks.csv'), 'unit,task,due,done,points\n');
  writeFileSync(join(folder, 'targets.yaml'), 'version: 1\n');
  const files = { targets: join(folder, 'targets.yaml'), registers: join(folder, 'registers') };
  await backUp({ files, data, out: good, ...silent, onNotice: () => {} });
  bytes = readFileSync(good);
});

const hashes = (of: string): string[] =>
  readdirSync(of, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((name) => statSync(join(of, name)).isFile())
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(of, name)))
          .digest('hex')}`,
    );

/** Restores these bytes as a user does: it is refused with words and leaves nothing behind. */
async function refused(content: Uint8Array, code: number, words: RegExp | string): Promise<void> {
  const place = temporaryFolder();
  writeFileSync(join(place, 'backup.zip'), content);
  const run = await xunjian('restore', join(place, 'backup.zip'), '--data', join(place, 'new'), '--quiet');
  expect(run.stderr).toMatch(words);
  expect(run.stderr).not.toMatch(/程序内部错误|\n {4}at /);
  expect(run.code).toBe(code);
  expect(readdirSync(place)).toEqual(['backup.zip']);
}

interface Made {
  readonly entries: Readonly<Record<string, string>>;
  /** What the manifest says, where that is not what the entries are. */
  readonly told?: Readonly<Record<string, string>>;
  readonly manifest?: string;
}

/** A ZIP file as another program may have made it. */
async function made({ entries, told = entries, manifest }: Made): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(entries)) zip.addBuffer(Buffer.from(text), name);
  const files = Object.entries(told).map(([path, text]) => ({
    ...{ path, bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') },
    ...{ modifiedAt: '2023-08-08T00:00:00.000Z', mode: 0o644 },
  }));
  const head = { schema: 'xunjian.backup/1', software: 'xunjian 0', createdAt: '2023-08-08T00:00:00.000Z' };
  zip.addBuffer(
    Buffer.from(manifest ?? JSON.stringify({ ...head, targets: 'config/targets.yaml', files })),
    'manifest.json',
  );
  zip.end();
  const out = join(temporaryFolder(), 'made.zip');
  await pipeline(zip.outputStream, createWriteStream(out));
  return readFileSync(out);
}

/** The same bytes with a name replaced wherever it stands; both have to be of the same length. */
function renamed(zip: Buffer, name: string, other: string): Buffer {
  expect(Buffer.byteLength(other)).toBe(Buffer.byteLength(name));
  return Buffer.from(zip.toString('latin1').replaceAll(name, other), 'latin1');
}

describe('a backup that is damaged', () => {
  it('is refused wherever it was cut off', async () => {
    const places = [4, 100, Math.floor(bytes.length / 2), bytes.length - 3000, bytes.length - 22, bytes.length - 1];
    for (const length of places) await refused(bytes.subarray(0, length), 4, '备份文件已损坏或不完整');
  });

  it('never gives back anything else than what was backed up, wherever a byte is wrong', async () => {
    const whole = hashes(await restoredGood());
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const place = join(folder, 'damaged');
        mkdirSync(place, { recursive: true });
        const spoilt = Buffer.from(bytes);
        spoilt.writeUInt8((spoilt.readUInt8(at) ^ change) & 0xff, at);
        writeFileSync(join(place, 'backup.zip'), spoilt);
        const data = join(place, `new-${at}-${change}`);
        const outcome = await restore({ file: join(place, 'backup.zip'), data, ...silent }).catch((error) => error);
        if (outcome instanceof Error) {
          expect(outcome).toMatchObject({ name: 'UserError' });
          expect([2, 4]).toContain((outcome as Error & { exitCode: number }).exitCode);
          expect(readdirSync(place)).not.toContain(`new-${at}-${change}`);
        } else expect(hashes(data)).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('in a register is refused too where only the data is wanted', async () => {
    const at = bytes.indexOf('registers/tasks.csv') + 'registers/tasks.csv'.length + 12;
    const spoilt = Buffer.from(bytes);
    spoilt.writeUInt8(spoilt.readUInt8(at) ^ 0xff, at);
    await refused(spoilt, 4, '备份文件已损坏或不完整：registers/tasks.csv');
  });

  it.each<[string, Made]>([
    ['lacks a file', { entries: { 'data/a': '1' }, told: { 'data/a': '1', 'data/b': '2' } }],
    ['has a file too many', { entries: { 'data/a': '1', 'data/b': '2' }, told: { 'data/a': '1' } }],
    ['has another file in its place', { entries: { 'data/a': '1' }, told: { 'data/a': '2' } }],
    ['has a longer one', { entries: { 'data/a': '1'.repeat(1000) }, told: { 'data/a': '1' } }],
    ['has a manifest that is no JSON', { entries: { 'data/a': '1' }, manifest: '{"schema":' }],
    ['has a manifest of something else', { entries: { 'data/a': '1' }, manifest: '{"schema":"other/1"}' }],
    ['has a manifest that leads elsewhere', { entries: { 'data/a': '1' }, told: { 'data/../../a': '1' } }],
  ])('because it %s', async (_what, zip) => {
    await refused(await made(zip), 4, '备份文件已损坏或不完整');
  });

  it('because it has a file twice', async () => {
    const zip = await made({ entries: { 'data/a': '1', 'data/b': '1' } });
    await refused(renamed(zip, 'data/b', 'data/a'), 4, '备份文件已损坏或不完整：data/a');
  });
});

describe('a file that is no backup', () => {
  it.each([
    ['is empty', ''],
    ['is a text', '单位,月份\n'],
  ])('because it %s', async (_what, text) => {
    await refused(Buffer.from(text), 2, '不是 xunjian 的备份文件');
  });

  it('because it is another ZIP file', async () => {
    const zip = await made({ entries: { 'data/a': '1' } });
    await refused(renamed(zip, 'manifest.json', 'manifest.yaml'), 2, '不是 xunjian 的备份文件');
  });

  it('because it is not there, or a folder', async () => {
    const place = temporaryFolder();
    for (const [file, words] of [
      [join(place, 'none.zip'), '备份文件不存在'],
      [place, '备份文件无法读取'],
    ])
      expect(await xunjian('restore', file ?? '', '--data', join(place, 'new'))).toMatchObject({
        ...{ code: 2, stderr: expect.stringContaining(words ?? '') },
      });
    expect(readdirSync(place)).toEqual([]);
  });
});

describe('names in a backup', () => {
  it.each([
    ['data/aa/evil', 'data/../evil'],
    ['data/aa/bb/evil', 'data/../../evil'],
    ['data/evil', '/etc/evil'],
    ['data/evil', 'data\\evil'],
    ['data/./evil', 'data/./evil'],
    ['data/a/evil', 'data//xevil'],
    ['other/evil', 'other/evil'],
    ['data/evil.', 'data/evil/'],
  ])('that lead elsewhere are refused: %s as %s', async (name, odd) => {
    const zip = await made({ entries: { [name]: '1' }, told: { 'data/a': '1' } });
    await refused(renamed(zip, name, odd), 2, /备份中有不安全的文件名/);
  });

  it('are safe only where they stay in their part', () => {
    const step = fc.oneof(fc.constantFrom('..', '.', '', 'a', '通报', 'a..b', ' '), fc.string({ maxLength: 5 }));
    const names = fc.tuple(
      fc.constantFrom('data', 'registers', 'config', 'other', ''),
      fc.array(step, { maxLength: 4 }),
    );
    fc.assert(
      fc.property(names, ([part, steps]) => {
        const name = [part, ...steps].join('/');
        if (isSafeName(name)) expect(join('/base', name)).toBe(`/base/${name}`);
      }),
    );
    expect(isSafeName('data/bulletins/2023Q2-v1/2023年第二季度政务公开通报（征求意见稿）.docx')).toBe(true);
  });
});

async function restoredGood(): Promise<string> {
  const data = join(temporaryFolder(), 'new');
  await restore({ file: good, data, ...silent });
  return data;
}

describe('what stands where a backup is to go', () => {
  it('is never replaced', async () => {
    const place = temporaryFolder();
    const [data, registers, targets] = ['data', 'registers', 'targets.yaml'].map((name) => join(place, name));
    const options = ['--data', data ?? '', '--registers', registers ?? '', '--targets', targets ?? ''];
    const refusal = { code: 2, stderr: expect.stringContaining('恢复的位置已有内容，不会覆盖') };
    mkdirSync(data ?? '');
    writeFileSync(join(data ?? '', 'note'), 'kept');
    expect(await xunjian('restore', good, ...options)).toMatchObject(refusal);
    writeFileSync(targets ?? '', 'kept');
    const other = ['--data', join(place, 'other'), ...options.slice(2)];
    expect(await xunjian('restore', good, ...other)).toMatchObject(refusal);
    expect(readdirSync(place).sort()).toEqual(['data', 'targets.yaml']);
    expect(readFileSync(join(data ?? '', 'note'), 'utf8')).toBe('kept');
  });

  it('may be an empty folder', async () => {
    const place = temporaryFolder();
    mkdirSync(join(place, 'data'));
    expect(await xunjian('restore', good, '--data', join(place, 'data'), '--quiet')).toMatchObject({ code: 0 });
    expect(hashes(join(place, 'data'))).toEqual(hashes(await restoredGood()));
    expect(readdirSync(place)).toEqual(['data']);
  });

  it('may be where nobody may write, which is told', async () => {
    const place = temporaryFolder();
    mkdirSync(join(place, 'locked'), { mode: 0o555 });
    writeFileSync(join(place, 'backup.zip'), bytes);
    for (const path of [place, join(place, 'backup.zip')]) giveToOrdinaryUser(path);
    const run = await asOrdinaryUser(() =>
      xunjian('restore', join(place, 'backup.zip'), '--data', join(place, 'locked', 'new')),
    );
    expect(run).toMatchObject({ code: 5, stderr: expect.stringContaining('文件无法写入') });
    expect(readdirSync(join(place, 'locked'))).toEqual([]);
  });
});

it('a restoring that is stopped leaves nothing behind', async () => {
  const place = temporaryFolder();
  const controller = new AbortController();
  const stopped = restore({
    ...{ file: good, data: join(place, 'new'), signal: controller.signal },
    onProgress: ({ file }) => file.startsWith('data/evidence/') && controller.abort(),
  });
  await expect(stopped).rejects.toMatchObject({ exitCode: 6, message: expect.stringContaining('恢复已停止') });
  expect(readdirSync(place)).toEqual([]);
});
