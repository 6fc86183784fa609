import { Command } from 'commander';
import { auditDistrict } from '../../app/audit-district.ts';
import { crawlDistrict } from '../../app/crawl-district.ts';
import type { CivilDate } from '../../model/civil-date.ts';
import type { Period } from '../../model/period.ts';
import { EXIT } from '../../model/user-error.ts';
import { serialiseAudit } from '../../report/audit-json.ts';
import { auditTable } from '../../report/terminal.ts';
import { auditExitCode } from '../exit-code.ts';
import { untilInterrupted } from '../interrupt.ts';
import { flags } from '../options.ts';
import { notice, printOrSave, terminalWidth } from '../output.ts';
import { crawlProgress } from '../progress.ts';

interface Options {
  targets: string;
  rulebook?: string;
  data: string;
  registers?: string;
  asOf?: CivilDate;
  period?: Period;
  checks: string[];
  format: 'table' | 'json';
  out?: string;
  quiet: boolean;
  verbose: boolean;
}

export const selfCheckCommand = (ended: (code: number) => void): Command =>
  new Command('self-check')
    .description('单位自查：读取并判定一个单位的栏目，列出需要整改的内容')
    .argument('<单位>', '单位编号或名称')
    .addOption(flags.targets())
    .addOption(flags.rulebook())
    .addOption(flags.data())
    .addOption(flags.registers())
    .addOption(flags.asOf())
    .addOption(flags.period())
    .addOption(flags.checks())
    .addOption(flags.format())
    .addOption(flags.out('结果另存为文件（默认输出到屏幕）'))
    .addOption(flags.quiet())
    .addOption(flags.verbose())
    .action(
      async (unit: string, { targets, rulebook, registers, format, out, quiet, data, verbose, ...rest }: Options) => {
        const files = { targets, rulebook, registers, units: [unit] };
        const progress = crawlProgress({ quiet });
        const { interrupted } = await untilInterrupted((signal) =>
          crawlDistrict({ files, data, signal, verbose, onProgress: progress.show, onNotice: notice(quiet) }),
        ).finally(progress.stop);
        if (interrupted) return ended(EXIT.interrupted);
        const { audit, report } = await auditDistrict({ files, data, ...rest });
        printOrSave(format === 'json' ? serialiseAudit(audit) : auditTable(report, terminalWidth()), out, { quiet });
        ended(auditExitCode(audit));
      },
    );
