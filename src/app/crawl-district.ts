import { pino } from 'pino';
import { type CrawlOptions, crawl } from '../crawl/crawl.ts';
import type { CrawlProgress, CrawlSummary } from '../crawl/progress.ts';
import { writableData } from './compose.ts';
import { loadPlan, type PlanFiles } from './load-plan.ts';
import { storageTrouble } from './storage-trouble.ts';
import { version } from './version.ts';

export type { CrawlProgress };

export interface CrawlRequest {
  readonly files: PlanFiles;
  /** Folder for evidence and index. */
  readonly data: string;
  /** Aborting it stops the crawl so that the next one goes on from there. */
  readonly signal: AbortSignal;
  /** Writes the log to standard error. */
  readonly verbose: boolean;
  /** Everything is asked for; else that is so on every n-th night, and what has changed on the others. */
  readonly full: boolean;
  /** Only these columns of the units, by address; that is no night of the units. All without it. */
  readonly columns?: readonly string[] | undefined;
  /** A crawl that was stopped is gone on with only where it began since; any is without it. */
  readonly begunSince?: Date | undefined;
  /** Where a crawl of the same was finished since, it is not done again: its outcome is given. */
  readonly unlessFinishedSince?: Date | undefined;
  /** How long is waited for an answer, and between the looks at what failed, where that is not to be the usual. */
  readonly patience?: Pick<CrawlOptions, 'timeOuts' | 'lookWaits' | 'coolDown'>;
  readonly onProgress: (progress: CrawlProgress) => void;
  /** Told once, in Chinese, of what the user should know meanwhile. */
  readonly onNotice: (line: string) => void;
}

export interface CrawlOutcome extends CrawlSummary {
  /** Hosts of which not one page could be had, so that nothing is known of their units. */
  readonly unreachable: readonly string[];
}

/**
 * Walks the columns of the units in scope and keeps evidence; goes on with a crawl of the same plan that was stopped.
 * Throws UserError: 2 for wrong input, 5 where evidence cannot be written or another process writes there.
 */
export async function crawlDistrict(request: CrawlRequest): Promise<CrawlOutcome> {
  const { files, data, signal, verbose, full, patience = {}, onProgress, onNotice } = request;
  const { columns, begunSince, unlessFinishedSince } = request;
  const { plan, units } = loadPlan(files);
  const { store, evidence, close } = await writableData(data, plan.crawl.contact).catch((error: unknown) => {
    throw storageTrouble(error, data);
  });
  const log = pino({ level: verbose ? 'debug' : 'silent' }, pino.destination({ fd: 2, sync: true }));
  try {
    const summary = await crawl({
      ...{ plan, units, store, evidence, log, signal, onProgress },
      version: version(),
      ...{ full, columns, begunSince, unlessFinishedSince },
      ...patience,
      onNoBrowser: once(() =>
        onNotice('本机没有可用的浏览器，由脚本加载的栏目将列为“未能读取”，不减分。运行 npm run setup 可安装浏览器。'),
      ),
      onWait: once(() => {
        const { from, to } = plan.crawl.hours ?? {};
        onNotice(`现在不在允许取证的时段（${from}至${to}），将等到${from}自动开始。`);
      }),
    });
    const isDark = summary.captures > 0 && summary.unreadable === summary.captures && !summary.interrupted;
    return { ...summary, unreachable: isDark ? plan.site.hosts : [] };
  } catch (error) {
    throw storageTrouble(error, data);
  } finally {
    await close();
  }
}

function once(tell: () => void): () => void {
  let told = false;
  return () => {
    if (!told) tell();
    told = true;
  };
}
