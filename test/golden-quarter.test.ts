import { beforeAll, describe, expect, it } from 'vitest';
import { type DemoFolder, prepareDemo } from '../src/app/demo.ts';
import { loadRulebook } from '../src/config/rulebook.ts';
import { findBrowser } from '../src/crawl/browser.ts';
import type { Audit } from '../src/model/audit.ts';
import { BULLETIN_2023Q2 } from '../src/score/bulletin-2023q2.fixture.ts';
import { longLivedFolder } from './support/temporary-folder.ts';
import { xunjian } from './support/xunjian.ts';

/** The checks that exist so far. */
const CHECKS = ['guide', 'leadership', 'policy-format', 'double-random', 'periodic'];
const QUARTER = ['--as-of', '2023-08-08', '--period', '2023Q2'];

/** What the bulletin asks for without taking points, as far as these checks see it: unit, check, topic, message. */
const ADVISED = [
  '临淄医保分局 periodic medical-aid overdue',
  '临淄生态环境分局 periodic air-quality overdue',
  '区农业农村局 periodic other overdue',
  '区卫健局 periodic elderly-allowance overdue',
  '区卫健局 periodic medical-resources overdue',
  '区审计局 periodic audit-report overdue',
  '区文旅局 periodic culture overdue',
  '区综合行政执法局 double-random double-random plan-layout',
  '区财政局 double-random double-random plan-layout',
  '区财政局 periodic budget overdue',
  '区财政局 periodic fees overdue',
  '区财政局 periodic other overdue',
];

/** `unit group points`, one line each, in the district's own names. */
const lines = (audit: Audit): string[] => {
  const names = new Map(audit.units.map(({ id, name }) => [id, name]));
  return audit.deductions.map(({ unit, group, points }) => `${names.get(unit)} ${group} ${points}`).sort();
};

/** The same lines as the district published them. */
const published = (): string[] => {
  const { groups } = loadRulebook('linzi-2023');
  const lines = BULLETIN_2023Q2.flatMap(({ unit, problems }) =>
    problems
      .filter((problem) => CHECKS.includes(problem.split('/')[0] ?? ''))
      .map((problem) => {
        const group = groups.find(({ messages }) => messages.includes(problem));
        return `${unit} ${group?.id} ${group?.points}`;
      }),
  );
  return [...new Set(lines)].sort();
};

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

  it('takes exactly the points that the district took', () => {
    const result: Audit = JSON.parse(first);
    expect(result.units).toHaveLength(40);
    expect(published()).toHaveLength(24);
    expect(lines(result)).toEqual(published());
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

  it('says the same again with the server stopped', async () => {
    expect((await audit()).stdout).toBe(first);
  }, 120_000);
});
