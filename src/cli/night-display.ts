import type { NightRequest } from '../app/nightly.ts';
import { summaryLine } from '../report/terminal.ts';
import { notice } from './output.ts';
import { crawlProgress, stageProgress } from './progress.ts';
import { crawlLines, unreachableLine } from './summary.ts';
import { writtenLines } from './written.ts';

type Callback = Extract<keyof NightRequest, `on${string}`>;

export interface NightDisplay {
  readonly callbacks: Pick<NightRequest, Callback>;
  /** Takes what still moves off the terminal. */
  readonly stop: () => void;
}

/** What a terminal shows of one night: the progress of each stage, and a few lines when it is done. */
export function nightDisplay({ quiet, verbose }: { readonly quiet: boolean; readonly verbose: boolean }): NightDisplay {
  const crawling = crawlProgress({ quiet });
  let judging = stageProgress('判定', { quiet });
  const say = sayer(quiet);
  return {
    callbacks: {
      onStage: (next) => {
        if (next.stage === 'audit') judging = stageProgress(`判定 ${next.period.id}`, { quiet });
      },
      onCrawlProgress: crawling.show,
      onCrawled: (outcome) => {
        crawling.stop();
        say(...crawlLines(outcome));
        if (outcome.unreachable.length > 0) process.stderr.write(`${unreachableLine(outcome.unreachable)}\n`);
      },
      onAuditProgress: (state) => judging.show(state),
      onAudited: ({ report }) => {
        judging.stop();
        say(summaryLine(report));
      },
      onReported: (files) => say(...writtenLines(files)),
      onNotice: notice(quiet),
      onFault: (line, error) => notice(quiet)(verbose && error instanceof Error ? `${line}\n${error.stack}` : line),
    },
    stop: () => {
      crawling.stop();
      judging.stop();
    },
  };
}

/** Prints results, a line each; silent with `--quiet`. */
export const sayer =
  (quiet: boolean) =>
  (...lines: readonly string[]): void => {
    if (!quiet) process.stdout.write(`${lines.join('\n')}\n`);
  };
