import { join } from 'node:path';
import { type CivilDate, civilDateIn } from '../model/civil-date.ts';
import { type Period, periodAt } from '../model/period.ts';
import { type AuditResult, auditDistrict } from './audit-district.ts';
import type { ShowProgress } from './audit-units.ts';
import { type CrawlOutcome, type CrawlProgress, type CrawlRequest, crawlDistrict } from './crawl-district.ts';
import type { InputFiles } from './inputs.ts';
import { loadPlan } from './load-plan.ts';
import { nightQuarters } from './nightly-quarters.ts';
import { reportDistrict } from './report-district.ts';

/** What a night is about to do; an audit and its reports are of a quarter. */
export type NightStage = { readonly stage: 'crawl' } | { readonly stage: 'audit' | 'report'; readonly period: Period };

export interface NightRequest {
  readonly files: InputFiles;
  readonly data: string;
  /** Folders of further checks. */
  readonly checks: readonly string[];
  /** Folder for the reports of the last audit, with a folder in it for those of a quarter before; without it none. */
  readonly out?: string | undefined;
  /** The day the checks believe it is; that on which the crawl ends, in the district's zone, without it. */
  readonly asOf?: CivilDate | undefined;
  /** The one quarter to audit; those of `nightQuarters` without it. */
  readonly period?: Period | undefined;
  /** Everything is asked for, not only what has changed. */
  readonly full?: boolean | undefined;
  /** Where the crawl of this night was ended since, only what follows it is done. */
  readonly unlessFinishedSince?: Date | undefined;
  /** Aborting it stops the crawl so that the next night goes on from there; an audit in hand is ended first. */
  readonly signal: AbortSignal;
  readonly verbose: boolean;
  /** As in `CrawlRequest`. */
  readonly patience?: CrawlRequest['patience'];
  readonly onStage?: (stage: NightStage) => void;
  readonly onCrawled?: (outcome: CrawlOutcome) => void;
  readonly onAudited?: (result: AuditResult) => void;
  readonly onReported?: (files: readonly string[]) => void;
  readonly onCrawlProgress: (progress: CrawlProgress) => void;
  readonly onAuditProgress: ShowProgress;
  /** Told in Chinese of what the user should know meanwhile. */
  readonly onNotice: (line: string) => void;
  /** Told of a check that broke down; its verdict there is inconclusive. */
  readonly onFault?: (line: string, error: unknown) => void;
}

export interface NightResult {
  readonly crawl: CrawlOutcome;
  /** In the order in which they were made; that of the current quarter is the last. */
  readonly audits: readonly AuditResult[];
  /** Paths of the reports that were written. */
  readonly reports: readonly string[];
  /** The night was stopped before its work was done. */
  readonly interrupted: boolean;
}

/**
 * One night: crawl, audit, report. Nothing is judged of a crawl that was stopped, and no quarter whose bulletin is out.
 * Wrong registers or a wrong rulebook are told after the crawl, since evidence of this night can be had only now.
 * Throws UserError: 2 for wrong input, 4 where evidence is damaged, 5 for storage or where another process crawls.
 */
export async function runNight(request: NightRequest): Promise<NightResult> {
  const { files, data, patience, signal, onStage = () => {} } = request;
  onStage({ stage: 'crawl' });
  const crawl = await crawlDistrict({
    ...{ files, data, signal, verbose: request.verbose, full: request.full ?? false, patience: patience ?? {} },
    unlessFinishedSince: request.unlessFinishedSince,
    ...{ onProgress: request.onCrawlProgress, onNotice: request.onNotice },
  });
  request.onCrawled?.(crawl);
  if (crawl.interrupted) return { crawl, audits: [], reports: [], interrupted: true };
  return { crawl, ...(await judgeQuarters(request)) };
}

/**
 * What follows on a crawl, and can be done again without one where registers or rules were changed: the audits of the
 * quarters that are open, and their reports. Throws UserError as `runNight`.
 */
export async function judgeQuarters(
  request: Omit<
    NightRequest,
    'full' | 'verbose' | 'patience' | 'unlessFinishedSince' | 'onCrawled' | 'onCrawlProgress'
  >,
): Promise<Omit<NightResult, 'crawl'>> {
  const { files, data, checks, out, signal, onStage = () => {} } = request;
  const audits: AuditResult[] = [];
  const reports: string[] = [];
  const result = { audits, reports };
  const asOf = request.asOf ?? civilDateIn(new Date(), loadPlan(files).plan.timeZone);
  const quarters = await nightQuarters({ data, asOf, current: periodAt('quarter', asOf), asked: request.period });
  for (const { id } of quarters.frozen) request.onNotice(`${id}的通报已印发，不再判定该季度。`);
  for (const period of quarters.open) {
    if (signal.aborted) return { ...result, interrupted: true };
    onStage({ stage: 'audit', period });
    const audit = await auditDistrict({
      ...{ files, data, checks, asOf, period, onProgress: request.onAuditProgress },
      ...(request.onFault && { onFault: request.onFault }),
    });
    audits.push(audit);
    request.onAudited?.(audit);
    if (out === undefined) continue;
    if (signal.aborted) return { ...result, interrupted: true };
    onStage({ stage: 'report', period });
    const folder = period === quarters.open.at(-1) ? out : join(out, period.id);
    const written = await reportDistrict({ files, data, out: folder, period });
    reports.push(...written);
    request.onReported?.(written);
  }
  return { ...result, interrupted: false };
}
