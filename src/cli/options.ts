import { InvalidArgumentError, Option } from 'commander';
import { type CivilDate, parseCivilDate } from '../model/civil-date.ts';
import { type Period, parsePeriod } from '../model/period.ts';

/** The shared flags of the contract (section 3), each defined once; a command takes those it uses. */
export const flags = {
  targets: () => new Option('--targets <文件>', '巡检对象文件').default('targets.yaml'),
  rulebook: (description = '考核办法（默认用巡检对象文件中指定的）') =>
    new Option('--rulebook <名称或文件>', description),
  data: () => new Option('--data <目录>', '取证数据目录').default('snapshots'),
  registers: () => new Option('--registers <目录>', '台账目录'),
  unit: (description = '只处理该单位（编号或名称，可多次使用）') =>
    new Option('--unit <单位>', description)
      .argParser((value: string, all: string[]) => [...all, value])
      .default([], '全部单位'),
  asOf: () => flags.day('--as-of <YYYY-MM-DD>', '判定日期（默认今天）'),
  day: (name: string, description: string): Option => new Option(name, description).argParser(asCivilDate),
  quarter: () => new Option('--period <季度>', '须为该季度的判定，如 2023Q2（默认不限）').argParser(asQuarter),
  period: (description = '考核季度，如 2023Q2（默认为判定日期所在季度）') =>
    new Option('--period <季度>', description).argParser(asQuarter),
  checks: () =>
    new Option('--checks <目录>', '另加检查项目录（可多次使用）')
      .argParser((value: string, all: string[]) => [...all, value])
      .default([], '无'),
  format: () => new Option('--format <格式>', '输出格式').choices(['table', 'json']).default('table'),
  out: (description: string) => new Option('--out <路径>', description),
  quiet: () => new Option('--quiet', '只输出结果和错误').default(false, '否').conflicts('verbose'),
  verbose: () => new Option('--verbose', '输出详细过程').default(false, '否'),
};

function asCivilDate(value: string): CivilDate {
  const date = parseCivilDate(value);
  if (!date) throw new InvalidArgumentError('不是有效日期，请写成 YYYY-MM-DD，例如 2023-08-08。');
  return date;
}

function asQuarter(value: string): Period {
  const quarter = parsePeriod(value);
  if (quarter?.cadence !== 'quarter') throw new InvalidArgumentError('不是有效季度，请写成 2023Q2 的形式。');
  return quarter;
}
