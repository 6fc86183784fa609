import { join } from 'node:path';
import * as cheerio from 'cheerio';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DemoFolder, prepareDemo } from '../src/app/demo.ts';
import { loadRulebook } from '../src/config/rulebook.ts';
import { findBrowser } from '../src/crawl/browser.ts';
import type { Audit } from '../src/model/audit.ts';
import { rankings } from '../src/report/ranking.ts';
import { BULLETIN_2023Q2 } from '../src/score/bulletin-2023q2.fixture.ts';
import { longLivedFolder } from './support/temporary-folder.ts';
import { xunjian } from './support/xunjian.ts';

const QUARTER = ['--as-of', '2023-08-08', '--period', '2023Q2'];

/** What the bulletin asks for without taking points, as checks see it: unit, check, topic, message. */
const ADVISED = [
  '临淄公安分局 service-items service-items no-process',
  '临淄医保分局 periodic medical-aid overdue',
  '临淄生态环境分局 periodic air-quality overdue',
  '区住建局 service-items service-items no-process',
  '区农业农村局 enforcement enforcement staff-stale',
  '区农业农村局 periodic other overdue',
  '区农业农村局 service-items service-items no-process',
  '区卫健局 periodic elderly-allowance overdue',
  '区卫健局 periodic medical-resources overdue',
  '区卫健局 service-items service-items no-process',
  '区发改局 service-items service-items no-process',
  '区司法局 service-items service-items no-process',
  '区审计局 periodic audit-report overdue',
  '区文旅局 periodic culture overdue',
  '区文旅局 service-items service-items no-process',
  '区综合行政执法局 double-random double-random plan-layout',
  '区综合行政执法局 service-items service-items no-process',
  '区财政局 double-random double-random plan-layout',
  '区财政局 periodic budget overdue',
  '区财政局 periodic fees overdue',
  '区财政局 periodic other overdue',
  '区财政局 service-items service-items no-process',
];

/** `unit group points`, one line each, in the district's own names. */
const lines = (audit: Audit): string[] => {
  const names = new Map(audit.units.map(({ id, name }) => [id, name]));
  return audit.deductions.map(({ unit, group, points }) => `${names.get(unit)} ${group} ${points}`).sort();
};

/** The same lines as the district published them; a unit's problems of one group are one deduction. */
const published = (): string[] => {
  const { groups } = loadRulebook('linzi-2023');
  return BULLETIN_2023Q2.flatMap(({ unit, months, problems }) => {
    const charged = groups.filter(({ messages }) => problems.some((problem) => messages.includes(problem)));
    return charged.map(({ id }) => `${unit} ${id} ${pointsOf(id, unit, months)}`);
  }).sort();
};

/** As published: nothing valid in the whole quarter cost 1 point, and so did the report with five faults and more. */
function pointsOf(group: string, unit: string, months: (typeof BULLETIN_2023Q2)[number]['months']): number {
  if (group === 'submissions') return months.some(({ sent, rejected }) => sent > rejected) ? 0.5 : 1;
  return group === 'annual-report' && unit === '区商务局' ? 1 : 0.5;
}

const DEPARTMENTS = 28;

/** A month's articles as the bulletin prints them: refused ones in brackets. */
const monthText = ({ sent, rejected }: { readonly sent: number; readonly rejected: number }): string =>
  rejected > 0 ? `${sent}（${rejected}）` : String(sent);

/** The cells of every table of a Word document, row by row. */
async function tablesOf(file: string): Promise<string[][][]> {
  const $ = cheerio.load((await mammoth.convertToHtml({ path: file })).value);
  const cells = (row: Parameters<typeof $>[0]) =>
    $(row)
      .find('td,th')
      .toArray()
      .map((cell) => $(cell).text());
  return $('table')
    .toArray()
    .map((table) => $(table).find('tr').toArray().map(cells));
}

const browser = await findBrowser();

describe.skipIf(browser === null)('the second quarter of 2023 on the demonstration district (needs a browser)', () => {
  let demo: DemoFolder;
  let first: string;
  const folder = longLivedFolder();
  const audit = (...more: string[]) =>
    xunjian(
      'audit',
      '--targets',
      demo.targets,
      '--registers',
      demo.registers,
      '--data',
      demo.data,
      ...QUARTER,
      ...more,
      '--format',
      'json',
      '--quiet',
    );

  beforeAll(async () => {
    demo = await prepareDemo(folder, { port: 0 });
    const crawled = await xunjian('crawl', '--targets', demo.targets, '--data', demo.data, '--quiet').finally(
      demo.stop,
    );
    expect(crawled).toMatchObject({ code: 0, stderr: '' });
    const { code, stdout } = await audit();
    expect(code).toBe(1);
    first = stdout;
  }, 300_000);

  it('takes exactly the points that the district took: 76 deductions in ten groups', () => {
    const result: Audit = JSON.parse(first);
    expect(result.units).toHaveLength(40);
    expect(published()).toHaveLength(76);
    expect(new Set(result.deductions.map(({ group }) => group)).size).toBe(10);
    expect(lines(result)).toEqual(published());
  });

  it('gives every unit the coverage, the deduction and the total that the district gave it', () => {
    const { units, scores } = JSON.parse(first) as Audit;
    const names = new Map(units.map(({ id, name }) => [id, name]));
    const cards = new Map(scores.map((card) => [names.get(card.unit), card]));
    for (const { unit, coverage, deducted, total } of BULLETIN_2023Q2)
      expect({ ...cards.get(unit), unit }).toMatchObject({ unit, coverage, deducted, total, coverageFrom: 'register' });
  });

  it('ranks the units as the district did, but for one tied pair of towns that the published table turns round', () => {
    const ranked = rankings(JSON.parse(first) as Audit, new Set()).flatMap(({ rows }) => rows.map(({ name }) => name));
    const turned = BULLETIN_2023Q2.map(({ unit }) => unit);
    const [one, other] = [turned.indexOf('敬仲镇'), turned.indexOf('金岭回族镇')];
    [turned[one], turned[other]] = ['金岭回族镇', '敬仲镇'];
    expect(ranked).toEqual(turned);
  });

  it('leaves nothing on a whole and healthy site inconclusive', () => {
    const result: Audit = JSON.parse(first);
    expect(result.verdicts.filter(({ verdict }) => verdict === 'inconclusive').map(({ text }) => text)).toEqual([]);
    expect(result.scores.every(({ open }) => open === 0)).toBe(true);
  });

  it('points out without charge what the district only pointed out', () => {
    const { units, verdicts } = JSON.parse(first) as Audit;
    const names = new Map(units.map(({ id, name }) => [id, name]));
    const advised = new Set(
      verdicts
        .filter(({ verdict, advisory }) => verdict === 'fail' && advisory)
        .map((v) => `${names.get(v.unit)} ${v.check} ${v.topic} ${v.message}`),
    );
    expect([...advised].sort()).toEqual(ADVISED);
  });

  it('writes the bulletin whose annexes are the published ones, cell by cell', async () => {
    const out = join(folder, 'reports');
    const files = ['--targets', demo.targets, '--registers', demo.registers, '--data', demo.data, '--out', out];
    expect(await xunjian('report', ...files, '--quiet')).toMatchObject({ code: 0, stderr: '' });
    const [departments = [], towns = [], submissions = []] = await tablesOf(
      join(out, '2023年第二季度政务公开通报（征求意见稿）.docx'),
    );
    const row = ({ coverage, deducted, total }: (typeof BULLETIN_2023Q2)[number]) =>
      [coverage, deducted, total].map(String);
    for (const [i, [place, unit, ...points]] of [...departments.slice(2), ...towns.slice(2)].entries()) {
      const published = BULLETIN_2023Q2.find((one) => one.unit === unit);
      expect([unit, ...points]).toEqual([unit, ...(published ? row(published) : [])]);
      expect(place).toBe(String(i < DEPARTMENTS ? i + 1 : i - DEPARTMENTS + 1));
    }
    expect(departments).toHaveLength(2 + DEPARTMENTS);
    expect(towns).toHaveLength(2 + BULLETIN_2023Q2.length - DEPARTMENTS);
    const sent = new Map(BULLETIN_2023Q2.map(({ unit, months }) => [unit, months.map(monthText)]));
    expect(submissions.slice(2).map(([unit = '', ...cells]) => [unit, cells])).toEqual(
      submissions.slice(2).map(([unit = '']) => [unit, sent.get(unit)]),
    );
    expect(submissions).toHaveLength(2 + BULLETIN_2023Q2.length);
  }, 120_000);

  it('says the same again with the server stopped', async () => {
    expect((await audit()).stdout).toBe(first);
  }, 120_000);
});
