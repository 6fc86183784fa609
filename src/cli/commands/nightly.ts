import { Command, Option } from 'commander';
import { loadPlan } from '../../app/load-plan.ts';
import { type NightResult, runNight } from '../../app/nightly.ts';
import { type Schedule, scheduleOf } from '../../app/nightly-schedule.ts';
import type { CivilDate } from '../../model/civil-date.ts';
import type { Period } from '../../model/period.ts';
import { EXIT, type ExitCode } from '../../model/user-error.ts';
import { nightExitCode } from '../exit-code.ts';
import { explain } from '../explain.ts';
import { untilInterrupted } from '../interrupt.ts';
import { nightDisplay, sayer } from '../night-display.ts';
import { flags } from '../options.ts';

interface Options {
  targets: string;
  rulebook?: string;
  registers?: string;
  data: string;
  asOf?: CivilDate;
  period?: Period;
  checks: string[];
  full: boolean;
  out: string;
  at?: string;
  quiet: boolean;
  verbose: boolean;
}

export const nightlyCommand = (ended: (code: number) => void): Command =>
  new Command('nightly')
    .description('依次取证、判定并生成报告；加 --at 则一直运行，到时自动开始')
    .addOption(flags.targets())
    .addOption(flags.rulebook())
    .addOption(flags.data())
    .addOption(flags.registers())
    .addOption(flags.asOf())
    .addOption(flags.period('只判定该季度（默认为判定日期所在季度，上一季度通报印发前一并判定）'))
    .addOption(flags.checks())
    .option('--full', '全量取证：不论有无变化，全部重新读取一遍', false)
    .addOption(flags.out('报告存放目录').default('reports'))
    .addOption(new Option('--at <定时>', "按“分 时 日 月 星期”定时重复，如 '0 2 * * *' 为每天凌晨2点"))
    .addOption(flags.quiet())
    .addOption(flags.verbose())
    .action(async (options: Options) => {
      const { plan } = loadPlan({ targets: options.targets, units: [] });
      const schedule = options.at === undefined ? null : scheduleOf(options.at, plan.timeZone);
      const code = await untilInterrupted((signal) =>
        schedule
          ? everyNight(options, signal, { schedule, timeZone: plan.timeZone })
          : oneNight(options, signal).then(nightExitCode),
      );
      ended(code);
    });

function oneNight(options: Options, signal: AbortSignal): Promise<NightResult> {
  const { targets, rulebook, registers, data, asOf, period, checks, full, out, verbose } = options;
  const display = nightDisplay(options);
  return runNight({
    files: { targets, rulebook, registers, units: [] },
    ...{ data, checks, out, asOf, period, full, signal, verbose },
    ...display.callbacks,
  }).finally(display.stop);
}

/** Ends only when the user stops it: with 6 in the middle of a night, with 0 between two. A night that fails is told. */
async function everyNight(
  options: Options,
  signal: AbortSignal,
  { schedule, timeZone }: { readonly schedule: Schedule; readonly timeZone: string },
): Promise<ExitCode> {
  const say = sayer(options.quiet);
  const tellNext = (): void => {
    const next = schedule.next(new Date());
    if (next !== null && !signal.aborted)
      say(`下次巡检：${next.toLocaleString('zh-CN', { timeZone, hourCycle: 'h23' })}（${timeZone}）。`);
  };
  let code: ExitCode = EXIT.done;
  tellNext();
  await schedule.run(
    async () => {
      try {
        if ((await oneNight(options, signal)).interrupted) code = EXIT.interrupted;
      } catch (error) {
        explain(error);
      }
      tellNext();
    },
    { signal, onOverrun: () => say('上一次巡检尚未结束，本次不再开始。') },
  );
  return code;
}
