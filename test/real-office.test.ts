import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidenceLookup, storedData } from '../src/app/compose.ts';
import { packageRoot } from '../src/config/package-root.ts';
import { loadTargets } from '../src/config/targets.ts';
import { checkBalance } from '../src/extract/topics/annual-report/balance.ts';
import type { AnnualReport } from '../src/extract/topics/annual-report/facts.ts';
import { readAnnualReport } from '../src/extract/topics/annual-report/read.ts';
import { partSimilarity } from '../src/extract/topics/annual-report/similarity.ts';
import { annualReportYears, isAnnualReport } from '../src/extract/topics/annual-report/title.ts';
import { walkColumn } from '../src/extract/walk.ts';
import type { Audit } from '../src/model/audit.ts';
import { servePages } from './support/serve.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { xunjian } from './support/xunjian.ts';

const SEED = join(packageRoot(), '../shared/seeds/office-guide-and-annual-reports.txt');
const CHANNEL = '/gongkai/site_lzqrmzfbgs/channel_c_5f9f6cdc1ebfe2f7fcddefc7_n_1605680762.6817/';

const targets = (port: number) => `version: 1
district: 临淄区
timeZone: Asia/Shanghai
rulebook: linzi-2023
site: { home: 'http://linzi.localhost/gongkai/', cms: gongkai, hosts: [linzi.localhost] }
crawl:
  contact: audit@example.gov.cn
  perHost: { inFlight: 2, minDelayMs: 0, maxDelayMs: 1000 }
  resolve: { linzi.localhost: '127.0.0.1:${port}' }
units:
  - id: lzqrmzfbgs
    name: 区政府办公室
    fullName: 临淄区人民政府办公室
    kind: department
    home: /gongkai/site_lzqrmzfbgs/
    enforcement: false
    columns:
      - { topic: guide, url: '${CHANNEL}' }
      - { topic: annual-report, url: '${CHANNEL}' }
`;

/** The ways in which such a channel page may print its lines. */
const MARKUPS: Record<string, (lines: readonly string[]) => string> = {
  paragraphs: (lines) => lines.map((line) => `<p>${line}</p>`).join('\n'),
  'line breaks': (lines) => lines.join('<br>\n'),
  'nested blocks': (lines) =>
    `<div><div>${lines.map((line) => `<div><span>${line}</span></div>`).join('')}</div></div>`,
};

const page = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>临淄区人民政府办公室</title></head><body>${body}</body></html>`;

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Years whose tables the page holds as text. */
const BALANCED = [2020, 2021, 2022, 2023];

type Reports = ReadonlyMap<number | undefined, AnnualReport>;

function read(reports: Reports, year: number): AnnualReport {
  const report = reports.get(year);
  if (!report) throw new Error(`no report on ${year}`);
  return report;
}

/** How much of part one stands in the report of the year before. */
function likeness(reports: Reports, year: number): number {
  const [current = '', earlier = ''] = [year, year - 1].map(
    (one) => read(reports, one).parts.find(({ kind }) => kind === 'general')?.text,
  );
  const found = partSimilarity(current, earlier, ['临淄区人民政府办公室', '区政府办公室']);
  return found.kind === 'measured' ? found.share : Number.NaN;
}

describe.skipIf(!existsSync(SEED))(
  'one real office, guide and reports inline (runs only where the seed text lies beside the project)',
  () => {
    it.each(Object.keys(MARKUPS))('is judged by what its page says: %s', async (markup) => {
      const lines = escapeHtml(readFileSync(SEED, 'utf8'))
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '');
      const { port } = await servePages({ [CHANNEL]: page(MARKUPS[markup]?.(lines) ?? ''), '/robots.txt': '' });
      const folder = temporaryFolder();
      const file = join(folder, 'targets.yaml');
      const data = join(folder, 'snapshots');
      writeFileSync(file, targets(port));
      expect(await xunjian('crawl', '--targets', file, '--data', data, '--quiet')).toMatchObject({ code: 0 });

      const audit = async (asOf: string): Promise<Audit> => {
        const { stdout } = await xunjian(
          'audit',
          '--targets',
          file,
          '--data',
          data,
          '--as-of',
          asOf,
          '--format',
          'json',
          '--quiet',
        );
        return JSON.parse(stdout);
      };

      const { verdicts } = await audit('2024-08-01');
      const reported = verdicts.filter(({ check }) => check === 'annual-report');
      expect(reported).toContainEqual(expect.objectContaining({ verdict: 'pass', subject: '2023', message: null }));
      expect(reported.map(({ verdict }) => verdict)).not.toContain('fail');
      const current = verdicts.filter(({ check }) => check === 'guide');
      expect(current.filter(({ advisory }) => !advisory).map(({ verdict }) => verdict)).not.toContain('fail');
      expect(current).toContainEqual(expect.objectContaining({ verdict: 'pass', subject: '2024' }));

      const later = (await audit('2025-03-01')).verdicts.filter(({ check }) => check === 'guide');
      const stale = later.find(({ message }) => message === 'stale');
      expect(stale).toMatchObject({ verdict: 'fail', subject: '2025', advisory: true });
      expect(stale?.text).toContain('2024-02-19');
      expect(later.filter(({ message, verdict }) => message === 'missing' && verdict === 'fail')).toEqual([]);

      const out = join(folder, 'reports');
      expect(await xunjian('report', '--targets', file, '--data', data, '--out', out, '--quiet')).toMatchObject({
        code: 0,
      });
      const [, unread = ''] = readFileSync(join(out, 'report.html'), 'utf8').split('id="unread"');
      for (const year of [2019, 2015, 2014]) expect(unread).toMatch(new RegExp(`《[^》]*${year}年[^》]*报告》`));

      const plan = loadTargets(file);
      const stored = await storedData(data);
      try {
        const [, column] = plan.units[0]?.columns ?? [];
        if (!column) throw new Error('the fixture has two columns');
        const { documents, gaps } = await walkColumn(column, plan.site, evidenceLookup(stored));
        expect(gaps).toEqual([]);
        const reports = new Map(
          documents
            .filter(({ title }) => isAnnualReport(title))
            .map((one) => [annualReportYears(one.title)[0], readAnnualReport(one)]),
        );
        expect(BALANCED.map((year) => read(reports, year).tables)).toEqual(
          BALANCED.map(() =>
            expect.objectContaining({
              requests: expect.objectContaining({ ok: true }),
              litigation: expect.objectContaining({ ok: true }),
            }),
          ),
        );
        for (const year of BALANCED) {
          const report = read(reports, year);
          expect(checkBalance(report.tables)).toEqual([]);
          expect(report).toMatchObject({ year, missingParts: [], inOrder: true, titleLines: [], placeholders: [] });
          expect(report.years.filter((claim) => claim.sure && claim.year !== year)).toEqual([]);
        }
        for (const year of [2012, 2013, 2017, 2018]) expect(read(reports, year).titleLines).not.toEqual([]);
        expect(likeness(reports, 2023)).toBeCloseTo(0.28, 2);
        expect(likeness(reports, 2022)).toBeCloseTo(0.44, 2);
        const byYear = new Map(
          documents.flatMap((doc) => {
            const year = /(\d{4})年(?:度)?政府信息公开/.exec(doc.title)?.[1];
            return year ? [[year, doc] as const] : [];
          }),
        );
        expect([...byYear.keys()].sort()).toEqual(Array.from({ length: 16 }, (_, i) => String(2008 + i)));
        const bodiless = [...byYear].filter(([, doc]) => !doc.body.ok).map(([year]) => year);
        expect(bodiless.sort()).toEqual(['2014', '2015', '2019']);
        for (const year of bodiless)
          expect(byYear.get(year)).toMatchObject({ captured: true, body: { why: 'unparsed' } });
      } finally {
        await stored.close();
      }
    });
  },
);
