import { Command } from 'commander';
import { reportDistrict } from '../../app/report-district.ts';
import { flags } from '../options.ts';

interface Options {
  targets: string;
  rulebook?: string;
  data: string;
  out?: string;
  quiet: boolean;
}

export const reportCommand = (): Command =>
  new Command('report')
    .description('用最近一次判定结果生成报告（HTML，可直接打开和打印）')
    .addOption(flags.targets())
    .addOption(flags.rulebook())
    .addOption(flags.data())
    .addOption(flags.out('报告存放目录').default('reports'))
    .addOption(flags.quiet())
    .action(async ({ targets, rulebook, data, out = 'reports', quiet }: Options) => {
      const files = await reportDistrict({ files: { targets, rulebook, units: [] }, data, out });
      if (!quiet) process.stdout.write(`${files.map((file) => `已生成：${file}`).join('\n')}\n`);
    });
