import { Command } from 'commander';
import { selfCheckUnit } from '../../app/self-check.ts';
import { EXIT } from '../../model/user-error.ts';
import { type AuditOptions, auditRequest, printAudit, withAuditOptions } from '../audit-options.ts';
import { auditExitCode } from '../exit-code.ts';
import { untilInterrupted } from '../interrupt.ts';
import { notice } from '../output.ts';
import { crawlProgress } from '../progress.ts';

export const selfCheckCommand = (ended: (code: number) => void): Command =>
  withAuditOptions(
    new Command('self-check')
      .description('单位自查：读取并判定一个单位的栏目，列出需要整改的内容')
      .argument('<单位>', '单位编号或名称'),
  ).action(async (unit: string, options: AuditOptions) => {
    const { verbose, quiet } = options;
    const progress = crawlProgress(options);
    const result = await untilInterrupted((signal) =>
      selfCheckUnit({
        ...auditRequest(options, []),
        ...{ unit, signal, verbose },
        onCrawlProgress: progress.show,
        onAudit: progress.stop,
        onNotice: notice(quiet),
      }),
    ).finally(progress.stop);
    if (result.interrupted) return ended(EXIT.interrupted);
    printAudit(result, options);
    ended(auditExitCode(result.audit));
  });
