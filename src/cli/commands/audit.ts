import { Command } from 'commander';
import { auditDistrict } from '../../app/audit-district.ts';
import type { CivilDate } from '../../model/civil-date.ts';
import type { Period } from '../../model/period.ts';
import { serialiseAudit } from '../../report/audit-json.ts';
import { auditTable } from '../../report/terminal.ts';
import { auditExitCode } from '../exit-code.ts';
import { flags } from '../options.ts';
import { printOrSave, terminalWidth } from '../output.ts';
import { stageProgress } from '../progress.ts';

interface Options {
  targets: string;
  rulebook?: string;
  data: string;
  registers?: string;
  unit: string[];
  asOf?: CivilDate;
  period?: Period;
  checks: string[];
  format: 'table' | 'json';
  out?: string;
  quiet: boolean;
  verbose: boolean;
}

export const auditCommand = (ended: (code: number) => void): Command =>
  new Command('audit')
    .description('依据已保存的取证记录进行判定，不访问网络')
    .addOption(flags.targets())
    .addOption(flags.rulebook())
    .addOption(flags.data())
    .addOption(flags.registers())
    .addOption(flags.unit())
    .addOption(flags.asOf())
    .addOption(flags.period())
    .addOption(flags.checks())
    .addOption(flags.format())
    .addOption(flags.out('结果另存为文件（默认输出到屏幕）'))
    .addOption(flags.quiet())
    .addOption(flags.verbose())
    .action(async ({ targets, rulebook, registers, unit, format, out, quiet, ...rest }: Options) => {
      const progress = stageProgress('判定', { quiet });
      const { audit, report } = await auditDistrict({
        files: { targets, rulebook, registers, units: unit },
        ...rest,
        onProgress: progress.show,
      }).finally(progress.stop);
      printOrSave(format === 'json' ? serialiseAudit(audit) : auditTable(report, terminalWidth()), out, { quiet });
      ended(auditExitCode(audit));
    });
