import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type NightRequest, runNight } from '../src/app/nightly.ts';
import { packageRoot } from '../src/config/package-root.ts';
import type { Audit } from '../src/model/audit.ts';
import { guideOf, monthsOf, smallDistrict } from './support/small-district.ts';
import type { Run } from './support/xunjian.ts';

type District = Awaited<ReturnType<typeof smallDistrict>>;

/** A district with everything in order but one guide. */
async function district(): Promise<District> {
  const made = await smallDistrict();
  made.serve({ '/robots.txt': '', ...monthsOf(1, 2, 3, 4, 5, 6, 7), '/jia/guide/': guideOf('jia', '2022-03-01') });
  for (const unit of ['yi', 'bing']) made.serve({ [`/${unit}/guide/`]: guideOf(unit, '2023-06-01') });
  return made;
}

const reportsOf = ({ folder }: District): string => join(folder, 'reports');

/** Runs the command in the night of this day. */
function nightly(of: District, day: string, ...args: readonly string[]): Promise<Run> {
  vi.useFakeTimers({ now: new Date(`${day}T14:00:00Z`), toFake: ['Date'], shouldAdvanceTime: true });
  return of.run('nightly', '--out', reportsOf(of), ...args);
}

const auditIn = (folder: string): Pick<Audit, 'period' | 'asOf'> =>
  JSON.parse(readFileSync(join(folder, 'audit.json'), 'utf8'));
const quartersTold = ({ stdout }: Run): string[] => stdout.match(/\d{4}年第.季度(?=：巡检单位)/g) ?? [];

describe('a night', () => {
  it('crawls, judges and reports, and ends with 0 whatever was found', async () => {
    const here = await district();
    const run = await nightly(here, '2023-08-08');
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(
      /取证完成（全量）[\s\S]*示例区2023年第三季度：巡检单位3个，减分[\s\S]*已生成：.*report\.html/,
    );
    expect(auditIn(here.data)).toMatchObject({ period: '2023Q3', asOf: '2023-08-08' });
    expect(auditIn(reportsOf(here))).toMatchObject({ period: '2023Q3' });
    expect((await here.findings()).map(({ id }) => id)).toContain('jia/guide/stale/guide/2023');
  });

  it('judges the quarter before too until its bulletin is out, and the current one last', async () => {
    const here = await district();
    expect(quartersTold(await nightly(here, '2023-06-30'))).toEqual(['2023年第二季度']);
    expect(quartersTold(await nightly(here, '2023-07-05'))).toEqual(['2023年第二季度', '2023年第三季度']);
    expect(auditIn(here.data)).toMatchObject({ period: '2023Q3', asOf: '2023-07-05' });
    expect(auditIn(reportsOf(here))).toMatchObject({ period: '2023Q3' });
    expect(auditIn(join(reportsOf(here), '2023Q2'))).toMatchObject({ period: '2023Q2', asOf: '2023-07-05' });

    await here.audit('2023-07-05', { period: '2023Q2' });
    expect(await here.publish('2023-07-06', '2023-07-20')).toMatchObject({ code: 0 });
    expect(quartersTold(await nightly(here, '2023-07-07'))).toEqual(['2023年第三季度']);
    expect(auditIn(join(reportsOf(here), '2023Q2'))).toMatchObject({ asOf: '2023-07-05' });
    const refused = await nightly(here, '2023-07-08', '--period', '2023Q2');
    expect(refused).toMatchObject({ code: 0, stderr: expect.stringContaining('2023Q2的通报已印发，不再判定该季度') });
    expect(quartersTold(refused)).toEqual([]);
  });

  it('judges the quarter before too where it is the first of all, and that quarter ended lately', async () => {
    expect(quartersTold(await nightly(await district(), '2023-08-29'))).toEqual(['2023年第二季度', '2023年第三季度']);
  });

  it('does not judge a quarter before that ended long ago and is not on record, unless it is asked for', async () => {
    const here = await district();
    expect(quartersTold(await nightly(here, '2023-08-30'))).toEqual(['2023年第三季度']);
    expect(quartersTold(await nightly(here, '2023-08-31', '--period', '2023Q2'))).toEqual(['2023年第二季度']);
    expect(auditIn(reportsOf(here))).toMatchObject({ period: '2023Q2' });
  });

  it('leaves the current quarter as its bulletin has it, where that came early', async () => {
    const here = await district();
    await nightly(here, '2023-06-20');
    expect(await here.publish('2023-06-21', '2023-07-20')).toMatchObject({ code: 0 });
    const run = await nightly(here, '2023-06-22');
    expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining('2023Q2的通报已印发') });
    expect(auditIn(here.data)).toMatchObject({ asOf: '2023-06-20' });
  });

  it('keeps its evidence where the registers are wrong, and says what is wrong with them', async () => {
    const here = await district();
    here.register('coverage', ['unit,period,score', '没有的单位,2023Q3,5']);
    expect(await nightly(here, '2023-08-08')).toMatchObject({ code: 2, stderr: expect.stringContaining('没有的单位') });
    here.register('coverage', []);
    expect((await here.audit('2023-08-08')).verdicts.length).toBeGreaterThan(3);
  });

  it.each([
    ['when', ['--at', '每天2点'], '定时写法不正确：每天2点'],
    ['targets', ['--targets', 'nowhere.yaml'], 'nowhere.yaml'],
  ])('is refused before anything is done where it is wrong about %s', async (_what, args, words) => {
    const here = await smallDistrict();
    expect(await here.run('nightly', ...args)).toMatchObject({ code: 2, stderr: expect.stringContaining(words) });
    expect(existsSync(here.data)).toBe(false);
  });
});

describe('a night that is stopped', () => {
  const silent: Pick<NightRequest, 'onCrawlProgress' | 'onAuditProgress' | 'onNotice'> = {
    ...{ onCrawlProgress: () => {}, onAuditProgress: () => {}, onNotice: () => {} },
  };
  const request = ({ targets, data }: District, signal: AbortSignal): NightRequest => ({
    ...{ files: { targets, units: [] }, data, checks: [], signal, verbose: false, ...silent },
  });

  it('while it crawls, is not judged; the next one goes on', async () => {
    const here = await district();
    const controller = new AbortController();
    const stopped = await runNight({
      ...request(here, controller.signal),
      onCrawlProgress: ({ done }) => done >= 3 && controller.abort(),
    });
    expect(stopped).toMatchObject({ interrupted: true, audits: [], reports: [], crawl: { interrupted: true } });
    expect(existsSync(join(here.data, 'audit.json'))).toBe(false);
    const next = await runNight(request(here, new AbortController().signal));
    expect(next).toMatchObject({ interrupted: false, reports: [], crawl: { resumed: true } });
    expect(next.audits).toHaveLength(1);
  });

  it('while it judges, ends the audit in hand and begins no other', async () => {
    const here = await district();
    await nightly(here, '2023-06-30');
    vi.setSystemTime(new Date('2023-07-05T14:00:00Z'));
    const controller = new AbortController();
    const stages: string[] = [];
    const { audits, interrupted } = await runNight({
      ...request(here, controller.signal),
      onStage: (next) => stages.push('period' in next ? `${next.stage} ${next.period.id}` : next.stage),
      onAuditProgress: () => controller.abort(),
    });
    expect(interrupted).toBe(true);
    expect(audits.map(({ audit }) => audit.period)).toEqual(['2023Q2']);
    expect(stages).toEqual(['crawl', 'audit 2023Q2']);
  });
});

describe('xunjian nightly --at, as a process', () => {
  const ENTRY =
    "import('./src/cli/main.ts').then(({ main }) => main(process.argv.slice(1))).then((code) => { process.exitCode = code; });";

  function start({ targets, data, folder }: District, at: string) {
    const options = ['--targets', targets, '--data', data, '--out', join(folder, 'reports'), '--at', at];
    const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', '-e', ENTRY, '--', 'nightly', ...options], {
      cwd: packageRoot(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const said = { all: '' };
    const waiting = new Map<() => boolean, () => void>();
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said.all += text;
        for (const [isMet, resolve] of waiting) if (isMet()) resolve();
      });
    return {
      child,
      said,
      /** Waits until it has said this so often. */
      told: (words: string, times = 1): Promise<void> =>
        new Promise((resolve) => {
          const isMet = (): boolean => said.all.split(words).length > times;
          if (isMet()) resolve();
          else waiting.set(isMet, resolve);
        }),
      ended: new Promise<number | null>((resolve) => child.once('close', resolve)),
    };
  }

  it('says when it begins next, and ends with 0 when it is stopped while it waits', async () => {
    const here = await district();
    const { child, told, said, ended } = start(here, '0 2 1 1 *');
    await told('下次巡检：');
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(said.all).toMatch(/下次巡检：\d{4}\/1\/1 02:00:00（Asia\/Shanghai）。/);
    expect(existsSync(here.data)).toBe(false);
  }, 240_000);

  it('ends with 6 when it is stopped at work', async () => {
    const here = await district();
    here.serve({ '/yi/tj/doc_3.html': 'silence' });
    const { child, ended } = start(here, '* * * * * *');
    await vi.waitUntil(() => existsSync(join(here.data, 'evidence')), { timeout: 200_000 });
    child.kill('SIGINT');
    expect(await ended).toBe(6);
    expect(readdirSync(here.data)).not.toContain('audit.json');
  }, 240_000);

  it('tells of a night that fails, and the next one comes', async () => {
    const here = await district();
    here.register('coverage', ['unit,period,score', '没有的单位,2023Q3,5']);
    const { child, told, said, ended } = start(here, '* * * * * *');
    await told('没有的单位', 2);
    here.register('coverage', []);
    await told('已生成：');
    child.kill('SIGINT');
    expect([0, 6]).toContain(await ended);
    expect(said.all).not.toContain('程序内部错误');
    expect(existsSync(join(here.folder, 'reports', 'report.html'))).toBe(true);
  }, 240_000);
});
