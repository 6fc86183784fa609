import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { auditDistrict } from '../../app/audit-district.ts';
import { crawlDistrict } from '../../app/crawl-district.ts';
import { type DemoFolder, discardFinished, prepareDemo } from '../../app/demo.ts';
import { reportDistrict } from '../../app/report-district.ts';
import type { CivilDate } from '../../model/civil-date.ts';
import { type Period, parsePeriod } from '../../model/period.ts';
import { EXIT } from '../../model/user-error.ts';
import { rankingTables, summaryLine } from '../../report/terminal.ts';
import { untilInterrupted } from '../interrupt.ts';
import { flags } from '../options.ts';
import { notice, terminalWidth } from '../output.ts';
import { crawlProgress, stageProgress } from '../progress.ts';
import { crawlLines } from '../summary.ts';
import { writtenLines } from '../written.ts';

interface Options {
  out: string;
  port?: number;
  serve: boolean;
  quiet: boolean;
  verbose: boolean;
}

export const demoCommand = (ended: (code: number) => void): Command =>
  new Command('demo')
    .description('在本机启动演示区网站，并对其取证、判定、生成报告')
    .addOption(flags.out('存放演示数据和报告的目录').default(join('reports', 'demo')))
    .addOption(new Option('--port <端口>', '演示网站的端口（默认 8666，被占用时另选）').argParser(asPort))
    .addOption(new Option('--serve', '只启动演示网站，不做取证和判定').default(false, '否'))
    .addOption(flags.quiet())
    .addOption(flags.verbose())
    .action(async (options: Options) => {
      const say = (line: string): void => {
        if (!options.quiet) process.stdout.write(`${line}\n`);
      };
      // In a folder of its own, so that no targets.yaml or evidence of a real district can be in its way.
      const folder = join(options.out, 'demo-district');
      const demo = await prepareDemo(folder, options.port === undefined ? {} : { port: options.port });
      try {
        say(`演示网站已启动：${demo.origin}/gongkai/（共 ${demo.documents} 篇文档，仅本机可访问）`);
        if (options.serve) await serveUntilStopped(demo, say);
        else ended(await inspect(demo, options, say));
      } finally {
        await demo.stop();
      }
    });

async function serveUntilStopped(demo: DemoFolder, say: (line: string) => void): Promise<void> {
  say(`巡检对象：${demo.targets}`);
  say(`台账目录：${demo.registers}`);
  say(`判定参数：--as-of ${demo.asOf} --period ${demo.period}`);
  say(`演示网站维护：${demo.upkeep}（在浏览器中整改或恢复各单位网页上的问题）`);
  say('按 Ctrl-C 停止。');
  await untilInterrupted((signal) => new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve())));
}

async function inspect(
  demo: DemoFolder,
  { out, quiet, verbose }: Options,
  say: (line: string) => void,
): Promise<number> {
  const { targets, registers, data } = demo;
  const files = { targets, registers, units: [] };
  discardFinished(demo);

  const crawling = crawlProgress({ quiet });
  const summary = await untilInterrupted((signal) =>
    crawlDistrict({ files, data, signal, verbose, full: false, onProgress: crawling.show, onNotice: notice(quiet) }),
  ).finally(crawling.stop);
  for (const line of crawlLines(summary)) say(line);
  if (summary.interrupted) return EXIT.interrupted;

  const judging = stageProgress('判定', { quiet });
  const { report } = await auditDistrict({
    files,
    data,
    checks: [],
    asOf: demo.asOf as CivilDate,
    period: parsePeriod(demo.period) as Period,
    onProgress: judging.show,
  }).finally(judging.stop);
  say(rankingTables(report, terminalWidth()));
  say(summaryLine(report));

  const written = await reportDistrict({ files, data, out });
  for (const line of writtenLines(written)) say(line);
  return EXIT.done;
}

function asPort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('端口应为 0 到 65535 之间的整数。');
  return port;
}
