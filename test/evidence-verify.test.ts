import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type VerifyOutcome, verifyEvidence } from '../src/app/evidence-verify.ts';
import { type ScannedRecord, scanFile } from '../src/evidence/scan-file.ts';
import { databaseOf, writeEvidenceFolder } from './support/evidence-folder.ts';
import { PAGES } from './support/evidence-nights.ts';
import { longLivedFolder, temporaryFolder } from './support/temporary-folder.ts';
import { xunjian } from './support/xunjian.ts';

const whole = longLivedFolder();
beforeAll(() => writeEvidenceFolder(whole));

const copy = (): string => {
  const data = join(temporaryFolder(), 'data');
  cpSync(whole, data, { recursive: true });
  return data;
};
const filesOf = (data: string): string[] =>
  readdirSync(join(data, 'evidence'))
    .filter((name) => name.endsWith('.warc.gz'))
    .sort()
    .map((name) => `evidence/${name}`);
const first = (data: string): string => filesOf(data)[0] ?? '';
const verify = (data: string): Promise<VerifyOutcome> => verifyEvidence({ data, onProgress: () => {} });

async function recordsOf(data: string, file: string): Promise<ScannedRecord[]> {
  const records: ScannedRecord[] = [];
  for await (const found of scanFile(join(data, file), statSync(join(data, file)).size))
    if (found.kind === 'record') records.push(found);
  return records;
}

async function recordOf(data: string, url: string, type: string): Promise<ScannedRecord> {
  const records = await recordsOf(data, first(data));
  const record = records.find(
    ({ headers }) => headers.get('warc-target-uri') === url && headers.get('warc-type') === type,
  );
  if (!record) throw new Error(`no ${type} of ${url}`);
  return record;
}

function edit(data: string, file: string, change: (bytes: Buffer) => Buffer): void {
  writeFileSync(join(data, file), change(readFileSync(join(data, file))));
}

function sql(data: string, statement: string): void {
  const database = new Database(databaseOf(data));
  database.exec(statement);
  database.close();
}

describe('evidence verify', () => {
  it('finds nothing wrong with what a crawl wrote, and reads every record', async () => {
    const outcome = await verify(whole);
    expect(outcome.damages).toEqual([]);
    expect(outcome.notes).toEqual([]);
    expect(outcome).toMatchObject({ files: 2, captures: 13, records: 25 });
    const { code, stdout } = await xunjian('evidence', 'verify', '--data', whole, '--quiet');
    expect([code, stdout]).toEqual([0, '']);
    expect((await xunjian('evidence', 'verify', '--data', whole)).stdout).toContain('取证记录完好');
  });

  it('names file, offset, address, captures, unit and remedy of a damaged record, and ends with 4', async () => {
    const data = copy();
    const { offset, length } = await recordOf(data, PAGES.document, 'response');
    edit(data, first(data), (bytes) => bytes.fill(0xff, offset + 10, offset + 40));
    const { code, stdout } = await xunjian('evidence', 'verify', '--data', data, '--format', 'json', '--quiet');
    const { whole: isWhole, damages } = JSON.parse(stdout);
    expect([code, isWhole]).toEqual([4, false]);
    expect(damages).toHaveLength(1);
    expect(damages[0]).toMatchObject({ kind: 'gap', file: first(data), offset, length, url: PAGES.document });
    // The look of the first night, and that of the second, whose payload lies here too.
    expect(damages[0].captures).toMatchObject([
      { url: PAGES.document, runId: 'night-1', unit: 'qyjj' },
      { url: PAGES.document, runId: 'night-2', unit: 'qyjj' },
    ]);
    const table = (await xunjian('evidence', 'verify', '--data', data, '--quiet')).stdout;
    expect(table).toContain(`${first(data)}，偏移 ${offset}，长 ${length} 字节：压缩数据损坏，无法读取`);
    expect(table).toMatch(/单位：qyjj[\s\S]*处理：请从备份恢复该文件/);
  });

  it('lists all damages, not only the first', async () => {
    const data = copy();
    const places = await Promise.all(
      [PAGES.robots, PAGES.gbk, PAGES.target].map((url) => recordOf(data, url, 'response')),
    );
    edit(data, first(data), (bytes) => {
      for (const { offset } of places) bytes.fill(0xff, offset + 10, offset + 40);
      return bytes;
    });
    const { damages } = await verify(data);
    expect(damages.map(({ offset }) => offset)).toEqual(places.map(({ offset }) => offset).sort((a, b) => a - b));
  });

  it('finds any flipped byte, wherever it is, and says which record it is in', async () => {
    const data = copy();
    const [file = '', second = ''] = filesOf(data);
    const untouched = new Map([file, second].map((name) => [name, readFileSync(join(data, name))]));
    const records = new Map([
      [file, await recordsOf(data, file)],
      [second, await recordsOf(data, second)],
    ]);
    const place = fc.constantFrom(file, second).chain((name) => {
      const size = untouched.get(name)?.length ?? 1;
      return fc.tuple(fc.constant(name), fc.integer({ min: 0, max: size - 1 }), fc.integer({ min: 1, max: 255 }));
    });
    await fc.assert(
      fc.asyncProperty(place, async ([name, position, mask]) => {
        const bytes = Buffer.from(untouched.get(name) ?? []);
        bytes[position] = (bytes[position] ?? 0) ^ mask;
        writeFileSync(join(data, name), bytes);
        const { damages } = await verify(data);
        writeFileSync(join(data, name), untouched.get(name) ?? '');
        const hit = records.get(name)?.find(({ offset, length }) => position >= offset && position < offset + length);
        return damages.some((damage) => damage.file === name && damage.offset === hit?.offset);
      }),
      { numRuns: 200, seed: 20230808 },
    );
  }, 120_000);

  it('finds a file that was cut, at any place', async () => {
    const data = copy();
    const file = first(data);
    const bytes = readFileSync(join(data, file));
    const records = await recordsOf(data, file);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
        writeFileSync(join(data, file), bytes.subarray(0, length));
        const { damages } = await verify(data);
        const cut = records.find(({ offset, length: size }) => offset + size > length);
        const lost = damages.find(({ kind }) => kind === 'shorter');
        return lost?.file === file && lost.offset === (cut?.offset ?? 0) && damages.length === 1;
      }),
      { numRuns: 40, seed: 20230808 },
    );
    writeFileSync(join(data, file), bytes);
  });

  it('names a file that is gone and every capture that it held', async () => {
    const data = copy();
    const file = first(data);
    rmSync(join(data, file));
    const { damages } = await verify(data);
    expect(damages).toMatchObject([{ kind: 'missing', file }]);
    expect(damages[0]?.captures).toHaveLength(13);
  });

  it.each([
    ['sha256', `sha256 = '${'0'.repeat(64)}'`, '内容摘要'],
    ['url', "url = 'http://gk.example/other'", '网址'],
    ['captured_at', "captured_at = '2023-08-07T14:00:09.000Z'", '时间'],
    ['tag', "tag = 'no-response', detail = 'timeout/body'", '类型'],
    ['status', 'status = 404', '状态码'],
  ])('finds an index row whose %s was edited', async (_, change, said) => {
    const data = copy();
    sql(data, `update captures set ${change} where url = '${PAGES.gbk}' and run_id = 'night-1'`);
    const { damages } = await verify(data);
    const { offset } = await recordOf(data, PAGES.gbk, 'response');
    expect(damages).toMatchObject([{ kind: 'row', file: first(data), offset, what: expect.stringContaining(said) }]);
  });

  it('finds rows that point at no record, at no file and behind the end', async () => {
    const data = copy();
    const file = first(data);
    const move = (url: string, record: string): void =>
      sql(data, `update captures set record = '${record}' where url = '${url}' and run_id = 'night-1'`);
    const { offset } = await recordOf(data, PAGES.gbk, 'response');
    move(PAGES.gbk, `${file}#${offset + 1}`);
    move(PAGES.attachment, `${file}#99999999`);
    move(PAGES.robots, 'evidence/other.warc.gz#0');
    const kinds = (await verify(data)).damages.map((damage) => `${damage.kind} ${damage.file} ${damage.offset}`);
    expect(kinds).toEqual([
      'unknown-file evidence/other.warc.gz null',
      `no-record ${file} ${offset + 1}`,
      `no-record ${file} 99999999`,
    ]);
  });

  it('finds a payload record that holds something else', async () => {
    const data = copy();
    const { offset } = await recordOf(data, PAGES.robots, 'response');
    sql(
      data,
      `update captures set payload_record = '${first(data)}#${offset}' where url = '${PAGES.gbk}' and run_id = 'night-2'`,
    );
    const { damages } = await verify(data);
    expect(damages).toMatchObject([{ kind: 'row', offset, what: '索引与记录不一致：内容摘要' }]);
  });

  it('says that the database is damaged, and reads the evidence all the same', async () => {
    const data = copy();
    edit(data, 'xunjian.db', (bytes) => bytes.fill(0xab, 4096, bytes.length));
    const { damages, records } = await verify(data);
    expect(damages.length).toBeGreaterThan(0);
    expect(damages.every(({ kind, file }) => kind === 'index' && file === 'xunjian.db')).toBe(true);
    expect(records).toBe(25);
    edit(data, 'xunjian.db', () => Buffer.from('no database'));
    expect((await xunjian('evidence', 'verify', '--data', data)).code).toBe(4);
  });

  it('takes what a killed crawl leaves for no damage, and names it', async () => {
    const data = copy();
    const file = first(data);
    edit(data, file, (bytes) => Buffer.concat([bytes, gzipSync('half a record').subarray(0, 20)]));
    writeFileSync(join(data, 'evidence', 'b.warc.gz.uncommitted'), 'set aside');
    writeFileSync(join(data, 'evidence', 'c.warc.gz'), gzipSync('never committed'));
    const { damages, notes } = await verify(data);
    expect(damages).toEqual([]);
    expect(notes).toEqual([
      expect.stringContaining('b.warc.gz.uncommitted'),
      expect.stringContaining('c.warc.gz 不在索引中'),
      expect.stringContaining(`${file} 末尾有 20 字节`),
    ]);
  });

  it('reads gzip members of other programs, with file name, comment, extra field and header CRC', async () => {
    const data = copy();
    const file = first(data);
    const bytes = readFileSync(join(data, file));
    const records = await recordsOf(data, file);
    const last = records.at(-1);
    const start = last?.offset ?? 0;
    const header = Buffer.concat([
      Buffer.from([0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 4, 0, 65, 66, 0, 0]),
      Buffer.from('a.warc\0a comment\0\0\0'),
    ]);
    const other = Buffer.concat([bytes.subarray(0, start), header, bytes.subarray(start + 10)]);
    writeFileSync(join(data, file), other);
    sql(data, `update evidence_files set length = ${other.length} where file = '${file}'`);
    expect((await verify(data)).damages).toEqual([]);
    truncateSync(join(data, file), other.length - 1);
    expect((await verify(data)).damages).toMatchObject([{ kind: 'shorter', offset: start }]);
  });

  it('asks for a crawl where nothing was crawled yet', async () => {
    const { code, stderr } = await xunjian('evidence', 'verify', '--data', temporaryFolder());
    expect(code).toBe(2);
    expect(stderr).toContain('xunjian crawl');
  });
});
