import { Command } from 'commander';
import { listChecks } from '../../app/list-checks.ts';
import { checksTable } from '../../report/terminal.ts';
import { flags } from '../options.ts';
import { printOrSave, terminalWidth } from '../output.ts';

interface Options {
  rulebook?: string;
  checks: string[];
  format: 'table' | 'json';
  out?: string;
  quiet: boolean;
}

export const checksCommand = (): Command =>
  new Command('checks')
    .description('列出检查项：编号、主题、依据、分值')
    .addOption(flags.rulebook('考核办法').default('linzi-2023'))
    .addOption(flags.checks())
    .addOption(flags.format())
    .addOption(flags.out('结果另存为文件（默认输出到屏幕）'))
    .addOption(flags.quiet())
    .action(async ({ rulebook = 'linzi-2023', checks, format, out, quiet }: Options) => {
      const rows = await listChecks({ rulebook, checks });
      printOrSave(format === 'json' ? JSON.stringify(rows, null, 2) : checksTable(rows, terminalWidth()), out, {
        quiet,
      });
    });
