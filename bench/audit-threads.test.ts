import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram, type Program } from '../test/kill/program.ts';
import { longLivedFolder } from '../test/support/temporary-folder.ts';
import { storeBenchSite } from './stored-site.fixture.ts';

/** Counts titles, and breaks down on one of the units. */
const CHECK = `import { TOPIC_IDS, defineCheck, z } from 'xunjian/kit';
export default defineCheck({
  id: 'titles',
  title: '标题',
  topics: TOPIC_IDS,
  judges: 'documents',
  basis: [{ document: '示例文件', clause: '第一条' }],
  messages: {},
  params: z.strictObject({}),
  subject: ({ unit }) => unit.id,
  run({ unit, columns, report }) {
    if (unit.id === 'bench2') throw Object.assign(new Error('算不出来'), { helper: () => 1 });
    const documents = columns().flatMap((facts) => facts.documents);
    report.pass(documents.map(({ title, body }) => title + (body.ok ? body.value.text.length : '-')).join('、'), [documents[0].ref]);
  },
});
`;

/** Audits a data folder again and again and prints what came out: by how many threads, and whether nothing is known. */
const DRIVER = `import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { auditDistrict } from './dist/src/app/audit-district.js';
import { serialiseAudit } from './dist/src/report/audit-json.js';
const [targets, data, checks, ...audits] = process.argv.slice(2);
const outcomes = [];
for (const audit of audits) {
  const [threads, forgetful] = audit.split(' ');
  if (forgetful) for (const suffix of ['', '-wal', '-shm']) rmSync(data + '/facts.db' + suffix, { force: true });
  const faults = [];
  let last = '';
  try {
    const result = await auditDistrict({
      files: { targets, units: [] }, data, checks: [checks], asOf: '2023-08-08', threads: Number(threads),
      onFault: (line, error) => faults.push(line + ' ' + error.stack.includes('check.ts')),
      onProgress: ({ done, total }) => { last = done + '/' + total; },
    });
    const digest = createHash('sha256').update(serialiseAudit(result.audit)).digest('hex');
    outcomes.push({ digest, verdicts: result.audit.verdicts.length, faults, last });
  } catch (error) {
    if (error.name !== 'UserError') throw error;
    outcomes.push({ exitCode: error.exitCode, problems: error.problems });
  }
}
process.stdout.write(JSON.stringify(outcomes));
`;

const folder = longLivedFolder();
let files = { targets: '', data: '' };
let program: Program;
beforeAll(async () => {
  program = buildProgram();
  writeFileSync(join(program.root, 'drive.mjs'), DRIVER);
  files = await storeBenchSite(folder);
  mkdirSync(join(folder, 'titles'));
  writeFileSync(join(folder, 'titles', 'check.ts'), CHECK);
}, 120_000);
afterAll(() => program.remove());

/** What audits give, one after the other, each described by its number of threads (`2 forgetful`: nothing is known). */
async function audits(...described: readonly string[]): Promise<readonly Record<string, unknown>[]> {
  const argv = [join(program.root, 'drive.mjs'), files.targets, files.data, join(folder, 'titles'), ...described];
  const { stdout } = await promisify(execFile)(process.execPath, argv);
  return JSON.parse(stdout);
}

describe('an audit', () => {
  it('gives the same in one thread and in two, from pages read anew and from what is known of them', async () => {
    const [first, ...others] = await audits('1 forgetful', '2 forgetful', '1', '2', '1 forgetful', '2');
    expect(first).toMatchObject({
      faults: ['检查项 titles 在单位 bench2 处出错，已列为未能判定：算不出来 true'],
      verdicts: expect.any(Number),
    });
    expect(first?.verdicts).toBeGreaterThan(10);
    for (const other of others) expect({ ...other, last: '' }).toEqual({ ...first, last: '' });
    expect(others.map(({ last }) => last)).toEqual(['2/2', '2/2', '2/2', '2/2', '2/2']);
  }, 240_000);

  it('reads anew where what was known is damaged', async () => {
    const [whole] = await audits('1');
    const file = join(files.data, 'facts.db');
    writeFileSync(file, 'not a database');
    const [rebuilt] = await audits('2');
    writeFileSync(file, readFileSync(file).fill(0xaa, 8192));
    const [again] = await audits('1');
    for (const audit of [rebuilt, again]) expect(audit).toMatchObject({ digest: whole?.digest });
  }, 240_000);

  it('ends alike in one thread and in two where evidence is damaged, known or not', async () => {
    const [name = ''] = readdirSync(join(files.data, 'evidence'));
    const file = join(files.data, 'evidence', name);
    const bytes = readFileSync(file);
    await audits('1');
    writeFileSync(file, bytes.subarray(0, 2000));
    const outcomes = await audits('1', '1 forgetful', '2 forgetful');
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ exitCode: 4, problems: [{ what: '取证记录缺失或已损坏' }] });
    writeFileSync(file, bytes);
  }, 240_000);
});
