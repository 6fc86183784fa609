import { Command } from 'commander';
import { type ReportRequest, reportDistrict } from '../../app/report-district.ts';
import type { CivilDate } from '../../model/civil-date.ts';
import type { Period } from '../../model/period.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { flags } from '../options.ts';
import { writtenLines } from '../written.ts';

interface Options {
  targets: string;
  rulebook?: string;
  registers?: string;
  data: string;
  period?: Period;
  unit: string[];
  out?: string;
  publish: boolean;
  publishedOn?: CivilDate;
  rectifyBy?: CivilDate;
  quiet: boolean;
}

export const reportCommand = (): Command =>
  new Command('report')
    .description('用最近一次判定结果生成通报（docx）、考核工作簿（xlsx）、报告（HTML）和各单位自查表')
    .addOption(flags.targets())
    .addOption(flags.rulebook())
    .addOption(flags.registers())
    .addOption(flags.data())
    .addOption(flags.quarter())
    .addOption(flags.unit('只生成该单位的自查表（编号或名称，可多次使用）；通报等仍包括全部单位'))
    .addOption(flags.out('报告存放目录').default('reports'))
    .option('--publish', '作为正式通报登记，此后按期限复查整改情况（默认为征求意见稿）', false)
    .addOption(flags.day('--published-on <YYYY-MM-DD>', '通报日期（默认今天，与 --publish 同用）'))
    .addOption(flags.day('--rectify-by <YYYY-MM-DD>', '整改期限（与 --publish 同用）'))
    .addOption(flags.quiet())
    .action(
      async ({ targets, rulebook, registers, data, period, unit, out = 'reports', quiet, ...options }: Options) => {
        const files = await reportDistrict({
          files: { targets, rulebook, registers, units: unit },
          ...{ data, out, period, ...publishOf(options) },
        });
        if (!quiet) process.stdout.write(`${writtenLines(files).join('\n')}\n`);
      },
    );

/** A bulletin goes out with a deadline, and days say nothing of a draft. */
function publishOf({
  publish,
  publishedOn,
  rectifyBy,
}: Pick<Options, 'publish' | 'publishedOn' | 'rectifyBy'>): Pick<ReportRequest, 'publish'> {
  if (publish && rectifyBy !== undefined) return { publish: { publishedOn, rectifyBy } };
  if (publish) throw wrong('--publish 缺少整改期限', '请用 --rectify-by YYYY-MM-DD 写明整改期限');
  if (publishedOn ?? rectifyBy)
    throw wrong('通报日期和整改期限只用于正式通报', '请加上 --publish，或去掉 --published-on 和 --rectify-by');
  return {};
}

const wrong = (what: string, remedy: string): UserError => new UserError(EXIT.usage, [{ place: {}, what, remedy }]);
