import { Command, InvalidArgumentError, Option } from 'commander';
import { listFindings } from '../../app/list-findings.ts';
import { FINDING_STATES, type FindingState } from '../../model/finding.ts';
import { trackedTable } from '../../report/tracked-table.ts';
import { flags } from '../options.ts';
import { printOrSave, terminalWidth } from '../output.ts';

interface Options {
  targets: string;
  data: string;
  unit: string[];
  state: FindingState[];
  format: 'table' | 'json';
  out?: string;
  quiet: boolean;
}

const WORDS = Object.entries(FINDING_STATES).map(([state, word]) => `${state} ${word}`);

export const findingsCommand = (): Command =>
  new Command('findings')
    .description('列出历次判定发现的问题：状态、首次和最近发现日期、整改期限')
    .addOption(flags.targets())
    .addOption(flags.data())
    .addOption(flags.unit())
    .addOption(
      new Option('--state <状态>', `只列该状态的问题（可多次使用）：${WORDS.join('、')}`)
        .argParser((value: string, all: FindingState[]) => [...all, asState(value)])
        .default([], '尚未整改的'),
    )
    .addOption(flags.format())
    .addOption(flags.out('结果另存为文件（默认输出到屏幕）'))
    .addOption(flags.quiet())
    .action(async ({ targets, data, unit, state, format, out, quiet }: Options) => {
      const findings = await listFindings({ files: { targets, units: unit }, data, states: state });
      const text = format === 'json' ? JSON.stringify(findings, null, 2) : trackedTable(findings, terminalWidth());
      printOrSave(text, out, { quiet });
    });

function asState(value: string): FindingState {
  const found = Object.entries(FINDING_STATES).find(([state, word]) => value === state || value === word);
  if (!found) throw new InvalidArgumentError(`没有该状态，可用：${WORDS.join('、')}。`);
  return found[0] as FindingState;
}
