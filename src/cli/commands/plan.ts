import { Command, Option } from 'commander';
import { exportPlan } from '../../app/export-plan.ts';
import { speakChinese } from '../chinese.ts';
import { flags } from '../options.ts';
import { notice } from '../output.ts';

interface Options {
  targets: string;
  plan: string;
  unit: string[];
  out: string;
  quiet: boolean;
}

export const planCommand = (): Command =>
  new Command('plan').description('年度工作方案：导出任务台账').addCommand(speakChinese(exportCommand()));

const exportCommand = (): Command =>
  new Command('export')
    .description('按单位导出年度工作任务台账（Excel）')
    .addOption(flags.targets())
    .addOption(new Option('--plan <名称或文件>', '工作方案').default('plan-2022'))
    .addOption(flags.unit())
    .addOption(flags.out('台账存放目录').makeOptionMandatory())
    .addOption(flags.quiet())
    .action(async ({ targets, plan, unit, out, quiet }: Options) => {
      const { files, unknown } = await exportPlan({ files: { targets, units: unit }, plan, out });
      if (unknown.length > 0) notice(quiet)(`以下责任单位不在巡检对象文件中，没有单独导出：${unknown.join('、')}`);
      if (!quiet) process.stdout.write(`${files.map((file) => `已生成：${file}`).join('\n')}\n`);
    });
