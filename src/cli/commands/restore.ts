import { Command, Option } from 'commander';
import { type RestoreOutcome, restore } from '../../app/restore.ts';
import { untilInterrupted } from '../interrupt.ts';
import { flags } from '../options.ts';
import { megabyteProgress } from '../progress.ts';

interface Options {
  data: string;
  registers?: string;
  targets?: string;
  quiet: boolean;
}

export const restoreCommand = (): Command =>
  new Command('restore')
    .description('核验备份文件并恢复到新的目录；任何一个文件损坏则不恢复')
    .argument('<备份文件>', '由 xunjian backup 生成的 zip 文件')
    .addOption(flags.data())
    .addOption(new Option('--registers <目录>', '同时把台账恢复到该目录（默认不恢复台账）'))
    .addOption(new Option('--targets <文件>', '同时恢复巡检对象文件及其旁的控制台配置和考核办法（默认不恢复这些文件）'))
    .addOption(flags.quiet())
    .action(async (file: string, { data, registers, targets, quiet }: Options) => {
      const progress = megabyteProgress('恢复', quiet);
      const { files, software, createdAt, left } = await untilInterrupted(
        (signal) => restore({ file, data, registers, targets, signal, onProgress: progress.show }),
        '正在停止，不会留下未完成的恢复；再按一次立即退出。',
      ).finally(progress.stop);
      if (quiet) return;
      process.stdout.write(
        `已恢复：${data}（共恢复文件 ${files} 个，备份于 ${new Date(createdAt).toLocaleString('zh-CN', { hourCycle: 'h23' })}，由 ${software} 生成）\n`,
      );
      for (const part of left) process.stdout.write(`${LEFT[part]}\n`);
    });

const LEFT: Readonly<Record<RestoreOutcome['left'][number], string>> = {
  registers: '备份中另有台账，没有恢复；需要时请用 --registers 指定目录。',
  config: '备份中另有巡检对象文件等配置，没有恢复；需要时请用 --targets 指定文件。',
};
