import type { Command } from 'commander';
import type { AuditRequest, AuditResult } from '../app/audit-district.ts';
import type { CivilDate } from '../model/civil-date.ts';
import type { Period } from '../model/period.ts';
import { serialiseAudit } from '../report/audit-json.ts';
import { auditTable } from '../report/terminal.ts';
import { flags } from './options.ts';
import { notice, printOrSave, terminalWidth } from './output.ts';

/** What every command that judges can be told. */
export interface AuditOptions {
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

export const withAuditOptions = (command: Command): Command =>
  command
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
    .addOption(flags.verbose());

/** The audit that the options ask for, of these units (all where none is named). */
export const auditRequest = (
  { targets, rulebook, registers, data, asOf, period, checks, quiet, verbose }: AuditOptions,
  units: readonly string[],
): AuditRequest => ({
  files: { targets, rulebook, registers, units },
  ...{ data, asOf, period, checks },
  onFault: (line, error) => notice(quiet)(verbose && error instanceof Error ? `${line}\n${error.stack}` : line),
});

export function printAudit({ audit, report }: AuditResult, { format, out, quiet }: AuditOptions): void {
  printOrSave(format === 'json' ? serialiseAudit(audit) : auditTable(report, terminalWidth()), out, { quiet });
}
