import { Command, Option } from 'commander';
import { writeCdx } from '../../app/evidence-cdx.ts';
import { exportCase } from '../../app/evidence-export.ts';
import { verifyEvidence } from '../../app/evidence-verify.ts';
import { EXIT } from '../../model/user-error.ts';
import { speakChinese } from '../chinese.ts';
import { verifyLines } from '../evidence-lines.ts';
import { flags } from '../options.ts';
import { megabyteProgress } from '../progress.ts';

interface Options {
  data: string;
  format: 'table' | 'json';
  out?: string;
  quiet: boolean;
}

interface ExportOptions extends Omit<Options, 'format'> {
  url: string[];
  unit: string[];
  finding: string[];
  out: string;
}

export const evidenceCommand = (ended: (code: number) => void): Command => {
  const command = new Command('evidence').description('核验、导出取证记录，或生成其索引');
  for (const part of [verifyCommand(ended), exportCommand(), cdxCommand()]) command.addCommand(speakChinese(part));
  return command;
};

const verifyCommand = (ended: (code: number) => void): Command =>
  new Command('verify')
    .description('逐条核验取证记录及其索引；发现损坏时列出准确位置，退出码为 4')
    .addOption(flags.data())
    .addOption(flags.format())
    .addOption(flags.quiet())
    .action(async ({ data, format, quiet }: Options) => {
      const progress = megabyteProgress('核验', quiet);
      const outcome = await verifyEvidence({ data, onProgress: progress.show }).finally(progress.stop);
      const isWhole = outcome.damages.length === 0;
      if (format === 'json') process.stdout.write(`${JSON.stringify({ whole: isWhole, ...outcome }, null, 2)}\n`);
      else if (!quiet || !isWhole) process.stdout.write(`${verifyLines(outcome).join('\n')}\n`);
      ended(isWhole ? EXIT.done : EXIT.damaged);
    });

const exportCommand = (): Command =>
  new Command('export')
    .description('将一个问题、单位或网页的取证记录导出为 WACZ 文件，可用 ReplayWeb.page 打开')
    .addOption(flags.data())
    .addOption(several('--url <网址>', '导出该网址（可多次使用）'))
    .addOption(several('--unit <单位编号>', '导出该单位的全部取证记录（可多次使用）'))
    .addOption(several('--finding <问题编号>', '导出最近一次判定中该问题的证据（可多次使用）'))
    .addOption(flags.out('WACZ 文件（须尚不存在）').makeOptionMandatory())
    .addOption(flags.quiet())
    .action(async ({ data, url, unit, finding, out, quiet }: ExportOptions) => {
      const { records, pages } = await exportCase({ data, urls: url, units: unit, findings: finding, out });
      if (!quiet) process.stdout.write(`已导出：${out}（网页 ${pages} 个，取证记录 ${records} 条）\n`);
    });

const several = (names: string, description: string): Option =>
  new Option(names, description).argParser((value: string, all: string[]) => [...all, value]).default([], '无');

const cdxCommand = (): Command =>
  new Command('cdx')
    .description('生成全部取证记录的 CDXJ 索引，供其他网页存档软件使用')
    .addOption(flags.data())
    .addOption(flags.out('索引另存为文件（默认输出到屏幕）'))
    .addOption(flags.quiet())
    .action(async ({ data, out, quiet }: Options) => {
      const progress = megabyteProgress('读取', quiet);
      const count = await writeCdx({ data, out: out ?? null, onProgress: progress.show }).finally(progress.stop);
      if (out !== undefined && !quiet) process.stderr.write(`已保存：${out}（${count} 条）\n`);
    });
