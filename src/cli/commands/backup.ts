import { Command } from 'commander';
import { backUp } from '../../app/backup.ts';
import { EXIT } from '../../model/user-error.ts';
import { untilInterrupted } from '../interrupt.ts';
import { flags } from '../options.ts';
import { notice } from '../output.ts';
import { megabyteProgress } from '../progress.ts';

interface Options {
  targets: string;
  data: string;
  registers?: string;
  out: string;
  quiet: boolean;
}

export const backupCommand = (ended: (code: number) => void): Command =>
  new Command('backup')
    .description('将数据目录、台账和巡检对象文件备份为一个 zip 文件，取证、判定和控制台运行时也可备份')
    .addOption(flags.targets())
    .addOption(flags.data())
    .addOption(flags.registers())
    .addOption(flags.out('备份文件（.zip，须尚不存在）').makeOptionMandatory())
    .addOption(flags.quiet())
    .action(async ({ targets, data, registers, out, quiet }: Options) => {
      const progress = megabyteProgress('备份', quiet);
      const { files, bytes, damaged } = await untilInterrupted(
        (signal) =>
          backUp({
            files: { targets, registers },
            ...{ data, out, signal, onProgress: progress.show, onNotice: notice(quiet) },
          }),
        '正在停止，不会留下未完成的备份；再按一次立即退出。',
      ).finally(progress.stop);
      if (!quiet) process.stdout.write(`已备份：${out}（文件 ${files} 个，${(bytes / 1_000_000).toFixed(1)} MB）\n`);
      for (const file of damaged)
        process.stderr.write(`取证文件缺失或不完整，已按现状备份：${file}。请运行 xunjian evidence verify 核验\n`);
      ended(damaged.length > 0 ? EXIT.damaged : EXIT.done);
    });
