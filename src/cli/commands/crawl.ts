import { Command } from 'commander';
import { crawlDistrict } from '../../app/crawl-district.ts';
import { EXIT } from '../../model/user-error.ts';
import { untilInterrupted } from '../interrupt.ts';
import { flags } from '../options.ts';
import { notice } from '../output.ts';
import { crawlProgress } from '../progress.ts';
import { crawlLines, unreachableLine } from '../summary.ts';

interface Options {
  targets: string;
  data: string;
  unit: string[];
  quiet: boolean;
  verbose: boolean;
  full: boolean;
}

export const crawlCommand = (ended: (code: number) => void): Command =>
  new Command('crawl')
    .description('读取各单位公开栏目并保存取证记录；中断后再次运行即从断点继续')
    .addOption(flags.targets())
    .addOption(flags.data())
    .addOption(flags.unit())
    .option('--full', '全量取证：不论有无变化，全部重新读取一遍', false)
    .addOption(flags.quiet())
    .addOption(flags.verbose())
    .action(async ({ targets, data, unit, quiet, verbose, full }: Options) => {
      const progress = crawlProgress({ quiet });
      const summary = await untilInterrupted((signal) =>
        crawlDistrict({
          files: { targets, units: unit },
          data,
          signal,
          verbose,
          full,
          onProgress: progress.show,
          onNotice: notice(quiet),
        }),
      ).finally(progress.stop);
      if (!quiet) process.stdout.write(`${crawlLines(summary).join('\n')}\n`);
      if (summary.unreachable.length > 0) process.stderr.write(`${unreachableLine(summary.unreachable)}\n`);
      ended(summary.interrupted ? EXIT.interrupted : summary.unreachable.length > 0 ? EXIT.unreadable : EXIT.done);
    });
