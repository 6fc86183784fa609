import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backUp } from '../src/app/backup.ts';
import { writeEvidenceFolder } from './support/evidence-folder.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { type Run, xunjian } from './support/xunjian.ts';

const TARGETS = `version: 1
district: 示例区
rulebook: rules/考核办法.yaml
site: { home: 'http://gk.example/gongkai/', cms: generic, hosts: [gk.example] }
crawl: { contact: audit@example.gov.cn }
units:
  - { id: qyjj, name: 甲局, fullName: 示例区甲局, kind: department, columns: [{ topic: other, url: /gongkai/bmwj/ }] }
`;

/** Kept files that a backup leaves out, each for a reason of its own. */
const LEFT_OUT = ['facts.db', 'facts.db-wal', 'xunjian.lock', 'xunjian.lock.json', 'audit.json.77.tmp'];

interface Place {
  readonly folder: string;
  readonly data: string;
  /** The options that name everything that is backed up. */
  readonly options: readonly string[];
  backup(out: string, ...more: readonly string[]): Promise<Run>;
}

/** A district with two nights of evidence and everything that audits, bulletins, units and the console leave. */
async function district(): Promise<Place> {
  const folder = temporaryFolder();
  const [data, targets, registers] = ['data', 'targets.yaml', 'tables'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await writeEvidenceFolder(data);
  await writeEvidenceFolder(join(data, 'self-checks', 'qyjj'));
  for (const name of ['inspection.db', 'console.db']) {
    const database = new Database(join(data, name));
    database.pragma('journal_mode = WAL');
    database.exec(`create table said (text); insert into said values ('${name}')`);
    database.close();
  }
  const write = (path: string, content: string): void => {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
  };
  write(join(data, 'audit.json'), '{"audit":1}');
  write(join(data, 'audits', '2023Q2.json'), '{"audit":2}');
  write(join(data, 'bulletins', '2023Q2-v1', '2023年第二季度政务公开通报.docx'), 'PK not really');
  write(join(data, 'uploads', 'ab', 'empty'), '');
  write(join(data, 'registers', `${'0'.repeat(64)}.csv`), '单位,月份\n甲局,2023-04\n');
  for (const name of LEFT_OUT) write(join(data, name), 'left out');
  write(join(data, 'evidence', 'xunjian-2023-1.warc.gz.uncommitted'), 'left out');
  write(join(data, 'self-checks', 'qyjj', 'facts.db'), 'left out');
  write(targets, TARGETS);
  write(join(folder, 'console.yaml'), 'version: 1\n');
  write(
    join(folder, 'rules', '考核办法.yaml'),
    readFileSync(join(import.meta.dirname, '..', 'rulebooks', 'linzi-2023.yaml'), 'utf8'),
  );
  write(join(registers, 'submissions.csv'), '单位,月份,报送数,不合格数\n甲局,2023-04,3,0\n');
  write(join(registers, '~$submissions.xlsx'), 'left out');
  const options = ['--targets', targets, '--data', data, '--registers', registers];
  return { folder, data, options, backup: (out, ...more) => xunjian('backup', ...options, '--out', out, ...more) };
}

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Every file in a folder and below by its path, with its hash; databases by what they say. */
function filesIn(folder: string, isWanted: (name: string) => boolean = () => true): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .filter(isWanted)
      .map((name) => [name, name.endsWith('.db') ? dumpOf(join(folder, name)) : hashOf(join(folder, name))]),
  );
}

function dumpOf(file: string): string {
  const database = new Database(file, { readonly: true });
  const tables = database.prepare("select name from sqlite_schema where type = 'table' order by name").pluck().all();
  const rows = tables.map((table) => database.prepare(`select * from "${table}"`).all());
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
  return JSON.stringify([tables, rows]);
}

const isLeftOut = (name: string): boolean =>
  /(?:^|\/)(?:facts\.db|xunjian\.lock|~\$)|(?:-wal|-shm|\.tmp|\.uncommitted)$/.test(name);
const keptIn = (folder: string): Record<string, string> => filesIn(folder, (name) => !isLeftOut(name));

describe('a backup', () => {
  it('gives back all that no crawl or audit can make again, as it was, and nothing else', async () => {
    const { folder, data, backup } = await district();
    const longAgo = new Date('2023-04-11T01:02:03.456Z');
    utimesSync(join(data, 'registers', `${'0'.repeat(64)}.csv`), longAgo, longAgo);
    const out = join(folder, 'backups', 'all.zip');
    const made = await backup(out);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining(`已备份：${out}（文件 `) });
    expect(readdirSync(join(folder, 'backups'))).toEqual(['all.zip']);
    // Passwords and sessions are in it, if only their hashes.
    expect(statSync(out).mode & 0o077).toBe(0);

    const to = join(folder, 'elsewhere');
    const [newData, newTargets, newRegisters] = [join(to, 'd'), join(to, 'conf', 'district.yaml'), join(to, 'r')];
    const restored = await xunjian(
      ...['restore', out, '--data', newData, '--targets', newTargets, '--registers', newRegisters],
    );
    expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining(`已恢复：${newData}`) });
    expect(filesIn(newData)).toEqual(keptIn(data));
    expect(filesIn(newRegisters)).toEqual(keptIn(join(folder, 'tables')));
    expect(Object.keys(filesIn(join(to, 'conf')))).toEqual(['console.yaml', 'district.yaml', 'rules/考核办法.yaml']);
    expect(readFileSync(newTargets, 'utf8')).toBe(TARGETS);
    expect(readdirSync(to).sort()).toEqual(['conf', 'd', 'r']);
    expect(statSync(join(newData, 'registers', `${'0'.repeat(64)}.csv`)).mtime).toEqual(longAgo);

    const verified = await xunjian('evidence', 'verify', '--data', join(newData, 'self-checks', 'qyjj'));
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('结论：取证记录完好') });
    // Its targets.yaml is one, with its rulebook: what is wrong is the unit.
    expect(await xunjian('crawl', '--targets', newTargets, '--data', newData, '--unit', '无')).toMatchObject({
      ...{ code: 2, stderr: expect.stringContaining('没有该单位') },
    });
  });

  it('leaves registers and configuration in the file where nobody asks for them, and says so', async () => {
    const { folder, backup } = await district();
    await backup(join(folder, 'all.zip'));
    const restored = await xunjian('restore', join(folder, 'all.zip'), '--data', join(folder, 'new'));
    expect(restored.stdout).toMatch(/备份中另有台账，没有恢复[\s\S]*备份中另有巡检对象文件等配置，没有恢复/);
    expect(restored.code).toBe(0);
  });

  it('takes of an evidence file what is committed, and not what a crawl is just appending', async () => {
    const { folder, data, backup } = await district();
    const before = keptIn(data);
    for (const name of readdirSync(join(data, 'evidence')).filter((one) => one.endsWith('.gz')))
      writeFileSync(join(data, 'evidence', name), 'half a record', { flag: 'a' });
    writeFileSync(join(data, 'evidence', 'xunjian-2023-9.warc.gz'), 'not committed yet');
    expect(await backup(join(folder, 'all.zip'))).toMatchObject({ code: 0 });
    await xunjian('restore', join(folder, 'all.zip'), '--data', join(folder, 'new'));
    expect(filesIn(join(folder, 'new'))).toEqual(before);
  });

  it('takes what a database holds and has not moved into its file yet', async () => {
    const { folder, data, backup } = await district();
    const writer = new Database(join(data, 'console.db'));
    writer.exec("insert into said values ('committed'); begin; insert into said values ('not yet')");
    expect(statSync(join(data, 'console.db-wal')).size).toBeGreaterThan(0);
    expect(await backup(join(folder, 'all.zip'))).toMatchObject({ code: 0 });
    writer.exec('rollback');
    writer.close();
    await xunjian('restore', join(folder, 'all.zip'), '--data', join(folder, 'new'));
    expect(dumpOf(join(folder, 'new', 'console.db'))).toContain('[{"text":"console.db"},{"text":"committed"}]');
  });

  it('is made of damaged evidence too, tells which it is, and ends with 4', async () => {
    const { folder, data, backup } = await district();
    const [first = '', second = ''] = readdirSync(join(data, 'evidence')).filter((one) => one.endsWith('.gz'));
    truncateSync(join(data, 'evidence', first), 1000);
    rmSync(join(data, 'evidence', second));
    const { code, stderr } = await backup(join(folder, 'all.zip'));
    expect(code).toBe(4);
    for (const name of [first, second]) expect(stderr).toContain(`已按现状备份：${join(data, 'evidence', name)}`);
    expect(await xunjian('restore', join(folder, 'all.zip'), '--data', join(folder, 'new'))).toMatchObject({ code: 0 });
    expect(statSync(join(folder, 'new', 'evidence', first)).size).toBe(1000);
  });

  it('is made where targets.yaml has mistakes, which are told', async () => {
    const { folder, backup } = await district();
    writeFileSync(join(folder, 'targets.yaml'), TARGETS.replace('kind: department', 'kind: deportment'));
    const { code, stderr } = await backup(join(folder, 'all.zip'));
    expect(stderr).toMatch(/巡检对象文件有误，仍照原样备份[\s\S]*deportment/);
    expect(code).toBe(0);
    const to = ['--data', join(folder, 'new'), '--targets', join(folder, 'conf', 'targets.yaml')];
    expect(await xunjian('restore', join(folder, 'all.zip'), ...to)).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'conf', 'targets.yaml'), 'utf8')).toContain('deportment');
  });
});

/** What is in a folder, but for what SQLite keeps beside a file that it reads. */
const namesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !/-(?:wal|shm)$/.test(name));

describe('a backup is refused, and leaves nothing behind,', () => {
  const refusedWith = async (place: Place, out: string, code: number, words: RegExp | string): Promise<void> => {
    const before = namesIn(place.folder);
    const run = await place.backup(out);
    expect(run.stderr).toMatch(words);
    expect(run.stderr).not.toMatch(/程序内部错误|\n {4}at /);
    expect(run.code).toBe(code);
    expect(namesIn(place.folder)).toEqual(before);
  };

  it('where the file is there already', async () => {
    const place = await district();
    writeFileSync(join(place.folder, 'all.zip'), 'the last good one');
    await refusedWith(place, join(place.folder, 'all.zip'), 2, '文件已存在，未覆盖');
    expect(readFileSync(join(place.folder, 'all.zip'), 'utf8')).toBe('the last good one');
  });

  it.each(['data/all.zip', 'data/backups/all.zip', 'tables/all.zip'])(
    'where it would back itself up: %s',
    async (out) => {
      const place = await district();
      await refusedWith(place, join(place.folder, out), 2, '备份文件不能放在被备份的目录中');
    },
  );

  it('where there is nothing to back up', async () => {
    const place = await district();
    rmSync(place.data, { recursive: true });
    await refusedWith(place, join(place.folder, 'all.zip'), 2, '没有可备份的内容');
    mkdirSync(place.data);
    await refusedWith(place, join(place.folder, 'all.zip'), 2, '没有可备份的内容');
  });

  it('where there is no targets.yaml', async () => {
    const place = await district();
    rmSync(join(place.folder, 'targets.yaml'));
    await refusedWith(place, join(place.folder, 'all.zip'), 2, 'targets.yaml');
  });

  it('where a database is damaged', async () => {
    const place = await district();
    writeFileSync(join(place.data, 'inspection.db'), 'x'.repeat(10_000));
    await refusedWith(place, join(place.folder, 'all.zip'), 5, /inspection\.db 数据库已损坏，不能备份/);
  });

  it('where a file has a name that not every system gives back', async () => {
    const place = await district();
    writeFileSync(Buffer.concat([Buffer.from(`${place.data}/uploads/`), Buffer.from([0xb8, 0xbd])]), 'GBK');
    await refusedWith(place, join(place.folder, 'all.zip'), 2, '文件名不能备份');
  });

  it('where its folder is a file', async () => {
    const place = await district();
    await refusedWith(place, join(place.folder, 'console.yaml', 'all.zip'), 5, '文件无法写入');
  });

  it('where it is stopped', async () => {
    const { folder, data } = await district();
    const before = namesIn(folder);
    const controller = new AbortController();
    const stopped = backUp({
      ...{ files: { targets: join(folder, 'targets.yaml') }, data, out: join(folder, 'all.zip') },
      ...{ signal: controller.signal, onNotice: () => {} },
      onProgress: ({ file }) => file.startsWith('data/evidence/') && controller.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ exitCode: 6, message: expect.stringContaining('备份已停止') });
    expect(namesIn(folder)).toEqual(before);
    expect(existsSync(join(folder, 'all.zip'))).toBe(false);
  });
});
