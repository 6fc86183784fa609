import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { keepLastAudit } from '../src/app/last-audit.ts';
import type { CivilDate } from '../src/model/civil-date.ts';
import type { Verdict } from '../src/model/verdict.ts';
import { findingNumber } from '../src/report/finding-number.ts';
import { writeEvidenceFolder } from './support/evidence-folder.ts';
import { PAGES } from './support/evidence-nights.ts';
import { longLivedFolder, temporaryFolder } from './support/temporary-folder.ts';
import { unzip } from './support/unzip.ts';
import { xunjian } from './support/xunjian.ts';

const data = longLivedFolder();
beforeAll(() => writeEvidenceFolder(data));

async function exported(...choice: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const out = join(temporaryFolder(), 'case.wacz');
  const { code, stderr } = await xunjian('evidence', 'export', '--data', data, '--out', out, '--quiet', ...choice);
  expect([code, stderr]).toEqual([0, '']);
  return unzip(out);
}

async function recordsOf(warc: Uint8Array): Promise<string[]> {
  const records: string[] = [];
  for await (const record of new WARCParser([warc])) {
    await record.readFully();
    records.push(`${record.warcType} ${record.warcTargetURI ?? ''}`);
  }
  return records;
}

const text = (files: ReadonlyMap<string, Buffer>, path: string): string => files.get(path)?.toString() ?? '';
const pagesOf = (files: ReadonlyMap<string, Buffer>): { url: string; ts: string; title: string }[] =>
  text(files, 'pages/pages.jsonl')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line));
const sha256 = (bytes: Uint8Array | string): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

const cited = { url: PAGES.document, capturedAt: '2023-08-08T14:00:00Z', sha256: '', record: '' };
const finding = (id: string): Verdict => ({
  ...{ id, unit: 'a', check: 'wording', topic: 'other', column: null, subject: '1', verdict: 'fail', message: null },
  ...{ advisory: false, state: null, text: '', fix: null, basis: [], reason: null, evidence: [cited] },
});
function keep(verdict: Verdict): void {
  const run = { id: 'r', startedAt: '2023-08-08T14:00:00Z', captures: 0, unreadable: 0 };
  const about = { schema: 'xunjian.audit/1', district: '', asOf: '2023-08-08' as CivilDate, period: '2023Q2' } as const;
  const audit = { ...about, units: [], run, verdicts: [verdict], deductions: [], scores: [] };
  keepLastAudit(data, { audit, unread: [] }, { isWhole: true });
}

describe('evidence export', () => {
  it('takes with a document its list, robots.txt, attachment, requests, and the original of a revisit', async () => {
    const files = await exported('--url', PAGES.document);
    const records = await recordsOf(files.get('archive/data.warc.gz') ?? Buffer.alloc(0));
    expect(records).toEqual(
      expect.arrayContaining([
        ...[PAGES.robots, PAGES.column, PAGES.attachment].flatMap((url) => [`response ${url}`, `request ${url}`]),
        ...[`revisit ${PAGES.document}`, `response ${PAGES.document}`, `request ${PAGES.document}`],
        ...[`resource ${PAGES.column}`, `response ${PAGES.data}`, `resource urn:fullPage:${PAGES.column}`],
      ]),
    );
    expect(records.filter((record) => record.endsWith(PAGES.gbk))).toEqual([]);
    expect(pagesOf(files)[0]).toMatchObject({
      url: PAGES.document,
      // 304 brought nothing: what was there is what the night before had brought.
      ts: '2023-08-07T14:00:08.250Z',
      title: '关于防汛值守的通知（2023-08-08复核未变）',
    });
  });

  it('takes the evidence of a finding, named by its id or by its number in reports', async () => {
    const id = 'a/wording/placeholder/other/1';
    keep(finding(id));
    for (const named of [id, findingNumber(id), findingNumber(id).toLowerCase()])
      expect(pagesOf(await exported('--finding', named)).map(({ url }) => url)).toContain(PAGES.document);
  });

  it('says where the table lies that a finding rests on, and writes no empty archive', async () => {
    const record = 'registers/0a.csv';
    keep({
      ...finding('a/submissions/short/other/1'),
      evidence: [{ ...cited, url: 'registers/submissions.csv', record }],
    });
    const out = join(temporaryFolder(), 'case.wacz');
    const named = ['--finding', 'a/submissions/short/other/1'];
    const { code, stderr } = await xunjian('evidence', 'export', '--data', data, '--out', out, ...named);
    expect([code, existsSync(out)]).toEqual([2, false]);
    expect(stderr).toContain(join(data, record));
  });

  it('copies records byte for byte, and its own digests are right', async () => {
    const files = await exported('--unit', 'qyjj');
    const archive = files.get('archive/data.warc.gz') ?? Buffer.alloc(0);
    for (const name of readdirSync(join(data, 'evidence'))) {
      const whole = readFileSync(join(data, 'evidence', name));
      expect(archive.includes(whole)).toBe(true);
    }
    const { wacz_version, resources } = JSON.parse(text(files, 'datapackage.json'));
    expect(wacz_version).toBe('1.1.1');
    expect(resources).toEqual(
      ['archive/data.warc.gz', 'indexes/index.cdxj', 'pages/pages.jsonl'].map((path) => {
        const bytes = files.get(path) ?? Buffer.alloc(0);
        return { name: path.split('/')[1], path, hash: sha256(bytes), bytes: bytes.length };
      }),
    );
    expect(JSON.parse(text(files, 'datapackage-digest.json'))).toEqual({
      path: 'datapackage.json',
      hash: sha256(files.get('datapackage.json') ?? ''),
    });
  });

  it('lists in its index what can be shown, at the place where it is', async () => {
    const files = await exported('--unit', 'qyjj');
    const archive = files.get('archive/data.warc.gz') ?? Buffer.alloc(0);
    const lines = text(files, 'indexes/index.cdxj').trimEnd().split('\n');
    expect(lines).toEqual([...lines].sort());
    for (const line of lines) {
      const { url, offset, length } = JSON.parse(line.slice(line.indexOf('{')));
      const [record] = await recordsOf(archive.subarray(Number(offset), Number(offset) + Number(length)));
      expect(record?.split(' ')[1]).toBe(url);
    }
    const shown = lines.join('\n');
    expect(shown).not.toContain(PAGES.dark);
    expect(shown).toContain(`"url":"${PAGES.moved}"`);
    expect(shown).toContain(`"url":"${PAGES.target}"`);
  });

  it('lists the page that was chosen first, as the browser saw it before as the server sent it', async () => {
    const pages = pagesOf(await exported('--url', PAGES.column));
    expect(pages.slice(0, 4).map(({ url, title }) => `${title} ${url}`)).toEqual([
      `部门文件（浏览器画面第1页） ${PAGES.column}`,
      `部门文件（浏览器画面第2页） ${PAGES.column}`,
      `部门文件（服务器应答） ${PAGES.column}`,
      `部门文件（截图） urn:fullPage:${PAGES.column}`,
    ]);
  });

  it('follows redirects from the address that was asked for', async () => {
    const files = await exported('--url', PAGES.moved);
    const records = await recordsOf(files.get('archive/data.warc.gz') ?? Buffer.alloc(0));
    const hops = [PAGES.moved, PAGES.target].flatMap((url) => [`response ${url}`, `request ${url}`]);
    expect(records.filter((record) => record.endsWith('_3.html'))).toEqual(hops);
  });

  it('refuses what was not chosen, is not there, or would be overwritten', async () => {
    const out = join(temporaryFolder(), 'case.wacz');
    const refused = async (...options: string[]) => {
      const { code, stderr } = await xunjian('evidence', 'export', '--data', data, '--out', out, ...options);
      return `${code} ${stderr}`;
    };
    expect(await refused()).toMatch(/^2 没有指明要导出什么/);
    expect(await refused('--url', 'http://gk.example/none')).toMatch(/^2 取证记录中没有.*http:\/\/gk\.example\/none/);
    expect(await refused('--unit', 'nobody')).toMatch(/^2 取证记录中没有/);
    writeFileSync(out, 'evidence of somebody');
    expect(await refused('--url', PAGES.document)).toMatch(/^2 文件已存在/);
    expect(readFileSync(out, 'utf8')).toBe('evidence of somebody');
  });

  it('says so where evidence is damaged, and leaves no file', async () => {
    const folder = temporaryFolder();
    await writeEvidenceFolder(folder);
    const file = join(folder, 'evidence', readdirSync(join(folder, 'evidence'))[0] ?? '');
    writeFileSync(file, readFileSync(file).fill(0, 400, 500));
    const outFolder = join(folder, 'out');
    mkdirSync(outFolder);
    const options = ['--data', folder, '--out', join(outFolder, 'case.wacz'), '--url', PAGES.document];
    expect(await xunjian('evidence', 'export', ...options)).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('xunjian evidence verify'),
    });
    expect(readdirSync(outFolder)).toEqual([]);
  });
});
