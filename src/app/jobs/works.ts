import type { JobResult } from '../../model/job.ts';
import type { AuditRequest, AuditResult } from '../audit-district.ts';
import type { ShowProgress } from '../audit-units.ts';
import type { CrawlProgress, CrawlRequest } from '../crawl-district.ts';
import { judgeQuarters, type NightStage, runNight } from '../nightly.ts';
import { recheckFinding } from '../recheck.ts';
import { selfCheckUnit } from '../self-check.ts';
import type { JobStage, JobTools, JobWorks } from './work.ts';

/** What jobs are done with. `asOf`: today without it. */
export interface WorkSettings extends Pick<AuditRequest, 'data' | 'checks' | 'asOf' | 'onFault'> {
  readonly files: Omit<AuditRequest['files'], 'units'>;
  /** Folder for the reports of a night; without it none are written. */
  readonly out?: string | undefined;
  readonly patience?: CrawlRequest['patience'];
  readonly verbose: boolean;
}

/** The work of each kind of job, by the use cases that the command line has too. */
export function jobWorks(settings: WorkSettings): JobWorks {
  const { files, data, checks, asOf, out, verbose, patience, onFault } = settings;
  const common = { data, checks, asOf, verbose, ...(patience && { patience }), ...(onFault && { onFault }) };
  const ofDistrict = (tools: JobTools) => ({
    ...{ ...common, out, files: { ...files, units: [] }, signal: tools.signal },
    onStage: ({ stage }: NightStage) => begin(tools, stage),
    ...{ onAuditProgress: judging(tools), onNotice: tools.notice },
  });
  /** What was read before it was asked for is too old. */
  const ofUnit = (unit: string | null, requestedAt: number, tools: JobTools) => {
    begin(tools, 'crawl');
    return {
      ...{ ...common, files, unit: unit ?? '', signal: tools.signal, begunSince: new Date(requestedAt) },
      ...{ onCrawlProgress: crawling(tools), onAudit: () => begin(tools, 'audit'), onNotice: tools.notice },
    };
  };
  return {
    night: async ({ requestedAt }, tools) => {
      const unlessFinishedSince = new Date(requestedAt);
      const night = await runNight({ ...ofDistrict(tools), unlessFinishedSince, onCrawlProgress: crawling(tools) });
      const { captures, unreadable } = night.crawl;
      return night.interrupted ? null : { ...resultOf(night.audits.at(-1)), captures, unreadable };
    },
    audit: async (_job, tools) => {
      const { audits, interrupted } = await judgeQuarters(ofDistrict(tools));
      return interrupted ? null : resultOf(audits.at(-1));
    },
    'self-check': async ({ unit, requestedAt }, tools) => {
      const check = await selfCheckUnit(ofUnit(unit, requestedAt, tools));
      return check.interrupted ? null : resultOf(check);
    },
    recheck: async ({ unit, finding, requestedAt }, tools) => {
      const check = await recheckFinding({ ...ofUnit(unit, requestedAt, tools), finding: finding ?? '' });
      if (check.interrupted) return null;
      const { outcome, text, captures, unreadable } = check;
      const fails = Number(outcome === 'not-fixed');
      const inconclusive = Number(outcome === 'unread');
      return { captures, unreadable, fails, advisories: 0, inconclusive, outcome, text };
    },
  };
}

const begin = ({ show }: JobTools, stage: JobStage): void =>
  show({ stage, done: 0, left: 0, perSecond: 0, reading: '' });

const crawling =
  ({ show }: JobTools) =>
  ({ done, left, perSecond, reading }: CrawlProgress): void =>
    show({ stage: 'crawl', done, left, perSecond, reading });

const judging =
  ({ show }: JobTools): ShowProgress =>
  ({ done, total, reading }) =>
    show({ stage: 'audit', done, left: total - done, perSecond: 0, reading });

/** Nothing was judged where every quarter in question has its bulletin out. */
function resultOf(result: Pick<AuditResult, 'audit'> | undefined): JobResult {
  const { captures = 0, unreadable = 0 } = result?.audit.run ?? {};
  const verdicts = result?.audit.verdicts ?? [];
  const fails = verdicts.filter(({ verdict }) => verdict === 'fail');
  const advisories = fails.filter(({ advisory }) => advisory).length;
  const inconclusive = verdicts.filter(({ verdict }) => verdict === 'inconclusive').length;
  return { captures, unreadable, fails: fails.length - advisories, advisories, inconclusive };
}
