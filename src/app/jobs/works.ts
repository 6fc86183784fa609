import type { AuditRequest } from '../audit-district.ts';
import type { ShowProgress } from '../audit-units.ts';
import type { CrawlProgress, CrawlRequest } from '../crawl-district.ts';
import { judgeQuarters, runNight } from '../nightly.ts';
import { recheckFinding } from '../recheck.ts';
import { selfCheckUnit } from '../self-check.ts';
import { auditAnew, countsOf, judging } from './audit-work.ts';
import type { JobTools, JobWork, JobWorks } from './work.ts';

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
  const night: JobWork = async ({ requestedAt }, tools) => {
    const { crawl, audits, interrupted } = await runNight({
      ...{ ...common, out, files: { ...files, units: [] }, signal: tools.signal },
      unlessFinishedSince: new Date(requestedAt),
      onStage: ({ stage }) => begin(tools, stage),
      onCrawlProgress: crawling(tools),
      onAuditProgress: judging(tools),
      onNotice: tools.notice,
    });
    if (interrupted) return null;
    const audit = audits.at(-1)?.audit;
    return { ...countsOf(audit?.verdicts ?? []), captures: crawl.captures, unreadable: crawl.unreadable };
  };
  const audit: JobWork = async (_, tools) => {
    const { audits, interrupted } = await judgeQuarters({
      ...{ ...common, out, files: { ...files, units: [] }, signal: tools.signal },
      ...{ onStage: ({ stage }) => begin(tools, stage), onAuditProgress: auditing(tools), onNotice: tools.notice },
    });
    if (interrupted) return null;
    const newest = audits.at(-1)?.audit;
    const { captures = 0, unreadable = 0 } = newest?.run ?? {};
    return { ...countsOf(newest?.verdicts ?? []), captures, unreadable };
  };
  /** Of one unit: what was read before it was asked for is too old. */
  const ofUnit = (unit: string | null, requestedAt: number, tools: JobTools) => {
    begin(tools, 'crawl');
    return {
      ...{ ...common, files, unit: unit ?? '', signal: tools.signal, begunSince: new Date(requestedAt) },
      ...{ onCrawlProgress: crawling(tools), onAudit: () => begin(tools, 'audit'), onNotice: tools.notice },
    };
  };
  return {
    night,
    audit: (_job, tools) => auditAnew({ ...common, files: { ...files, units: [] } }, tools),
    'self-check': async ({ unit, requestedAt }, tools) => {
      const check = await selfCheckUnit(ofUnit(unit, requestedAt, tools));
      if (check.interrupted) return null;
      const { captures, unreadable } = check.audit.run;
      return { ...countsOf(check.audit.verdicts), captures, unreadable };
    },
    recheck: async ({ unit, finding, requestedAt }, tools) => {
      const check = await recheckFinding({ ...ofUnit(unit, requestedAt, tools), finding: finding ?? '' });
      if (check.interrupted) return null;
      const { outcome, text, captures, unreadable } = check;
      const found = {
        fails: Number(outcome === 'not-fixed'),
        advisories: 0,
        inconclusive: Number(outcome === 'unread'),
      };
      return { ...found, captures, unreadable, outcome, text };
    },
  };
}

const begin = ({ show }: JobTools, stage: 'crawl' | 'audit' | 'report'): void =>
  show({ stage, done: 0, left: 0, perSecond: 0, reading: '' });

const crawling =
  ({ show }: JobTools) =>
  ({ done, left, perSecond, reading }: CrawlProgress): void =>
    show({ stage: 'crawl', done, left, perSecond, reading });
