import { Command } from 'commander';
import { auditDistrict } from '../../app/audit-district.ts';
import { type AuditOptions, auditRequest, printAudit, withAuditOptions } from '../audit-options.ts';
import { auditExitCode } from '../exit-code.ts';
import { flags } from '../options.ts';
import { stageProgress } from '../progress.ts';

export const auditCommand = (ended: (code: number) => void): Command =>
  withAuditOptions(new Command('audit').description('依据已保存的取证记录进行判定，不访问网络'))
    .addOption(flags.unit())
    .action(async (options: AuditOptions & { unit: string[] }) => {
      const progress = stageProgress('判定', options);
      const result = await auditDistrict({
        ...auditRequest(options, options.unit),
        onProgress: progress.show,
      }).finally(progress.stop);
      printAudit(result, options);
      ended(auditExitCode(result.audit));
    });
