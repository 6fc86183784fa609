import { Command } from 'commander';
import { auditDistrict } from '../../app/audit-district.ts';
import { crawlDistrict } from '../../app/crawl-district.ts';
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
    const { data, verbose, quiet } = options;
    const request = auditRequest(options, [unit]);
    const progress = crawlProgress(options);
    const { interrupted } = await untilInterrupted((signal) =>
      crawlDistrict({
        files: request.files,
        data,
        signal,
        verbose,
        // Whoever has just mended a page is to see it mended, whatever the server says of changes.
        full: true,
        onProgress: progress.show,
        onNotice: notice(quiet),
      }),
    ).finally(progress.stop);
    if (interrupted) return ended(EXIT.interrupted);
    const result = await auditDistrict(request);
    printAudit(result, options);
    ended(auditExitCode(result.audit));
  });
