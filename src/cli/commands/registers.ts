import { Command, Option } from 'commander';
import { initRegisters } from '../../app/init-registers.ts';
import { speakChinese } from '../chinese.ts';
import { flags } from '../options.ts';

interface Options {
  targets: string;
  registers?: string;
  format: 'csv' | 'xlsx';
  quiet: boolean;
}

export const registersCommand = (): Command =>
  new Command('registers').description('台账：生成空白模板').addCommand(speakChinese(initCommand()));

const initCommand = (): Command =>
  new Command('init')
    .description('为还没有的台账各写一个空白模板，已有的不改动')
    .addOption(flags.targets())
    .addOption(new Option('--registers <目录>', '台账目录（默认为巡检对象文件旁的 registers）'))
    .addOption(new Option('--format <格式>', '文件格式').choices(['xlsx', 'csv']).default('xlsx'))
    .addOption(flags.quiet())
    .action(async ({ targets, registers, format, quiet }: Options) => {
      const done = await initRegisters({ targets, registers, format });
      if (quiet) return;
      const lines = done.map(({ file, title, isNew }) => `${isNew ? '已生成' : '已有，未改动'}：${file}（${title}）`);
      process.stdout.write(`${lines.join('\n')}\n`);
    });
