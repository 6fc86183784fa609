import { Command, InvalidArgumentError, Option } from 'commander';
import { yearOfDistrict } from '../../app/year-scores.ts';
import { yearTable } from '../../report/score-words.ts';
import { flags } from '../options.ts';
import { printOrSave, terminalWidth } from '../output.ts';

interface Options {
  targets: string;
  rulebook?: string;
  data: string;
  registers?: string;
  unit: string[];
  year: number;
  format: 'table' | 'json';
  out?: string;
  quiet: boolean;
}

export const yearCommand = (): Command =>
  new Command('year')
    .description('由已判定的各季度和年终加减分台账计算年度得分')
    .addOption(flags.targets())
    .addOption(flags.rulebook())
    .addOption(flags.data())
    .addOption(flags.registers())
    .addOption(flags.unit())
    .addOption(new Option('--year <年度>', '年度，如 2023').argParser(asYear).makeOptionMandatory())
    .addOption(flags.format())
    .addOption(flags.out('结果另存为文件（默认输出到屏幕）'))
    .addOption(flags.quiet())
    .action(async ({ targets, rulebook, registers, unit, data, year, format, out, quiet }: Options) => {
      const { cards, names } = await yearOfDistrict({
        files: { targets, rulebook, registers, units: unit },
        data,
        year,
      });
      const text =
        format === 'json'
          ? JSON.stringify(cards, null, 2)
          : yearTable(cards, (id) => names.get(id) ?? id, terminalWidth());
      printOrSave(text, out, { quiet });
    });

function asYear(value: string): number {
  if (!/^20\d{2}$/.test(value)) throw new InvalidArgumentError('不是有效年度，请写成 2023 的形式。');
  return Number(value);
}
