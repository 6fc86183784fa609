import cliProgress from 'cli-progress';
import type { CrawlProgress } from '../app/crawl-district.ts';

const ONE_MINUTE = 60_000;
const MEGABYTE = 1_000_000;

export interface ProgressDisplay<T> {
  readonly show: (state: T) => void;
  readonly stop: () => void;
}

/** How far a stage has come, counted in units or pages. */
export interface StageProgress {
  readonly done: number;
  readonly total: number;
  readonly reading: string;
}

/** A bar on a terminal, one line a minute elsewhere, nothing with `--quiet`. Written to standard error. */
export function stageProgress(title: string, { quiet }: { quiet: boolean }): ProgressDisplay<StageProgress> {
  return display(`${title} {bar} {value}/{total} {reading}`, quiet, ({ done, total, reading }: StageProgress) => ({
    done,
    total,
    fields: { reading },
  }));
}

/** The same for work that is counted in bytes. */
export function megabyteProgress(
  title: string,
  quiet: boolean,
): ProgressDisplay<{ readonly done: number; readonly total: number; readonly file: string }> {
  const { show, stop } = stageProgress(`${title}（MB）`, { quiet });
  return {
    stop,
    show: ({ done, total, file }) =>
      show({ done: Math.round(done / MEGABYTE), total: Math.ceil(total / MEGABYTE), reading: file }),
  };
}

export function crawlProgress({ quiet }: { quiet: boolean }): ProgressDisplay<CrawlProgress> {
  return display(
    '取证 {bar} 已读 {value} 页，待读 {left} 页，每秒 {rate} 页 {reading}',
    quiet,
    ({ done, left, perSecond, reading }: CrawlProgress) => ({
      done,
      total: done + left,
      fields: { left, rate: perSecond.toFixed(1), reading },
    }),
  );
}

function display<T>(
  format: string,
  quiet: boolean,
  read: (state: T) => { done: number; total: number; fields: Record<string, unknown> },
): ProgressDisplay<T> {
  if (quiet) return { show: () => {}, stop: () => {} };
  const bar = new cliProgress.SingleBar({
    format,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    noTTYOutput: true,
    notTTYSchedule: ONE_MINUTE,
  });
  let started = false;
  return {
    show: (state) => {
      const { done, total, fields } = read(state);
      if (started) bar.setTotal(total);
      else bar.start(total, done, fields);
      started = true;
      bar.update(done, fields);
    },
    stop: () => bar.stop(),
  };
}
