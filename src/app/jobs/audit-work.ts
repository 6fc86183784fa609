import { civilDateIn } from '../../model/civil-date.ts';
import type { JobResult } from '../../model/job.ts';
import { periodAt } from '../../model/period.ts';
import type { Verdict } from '../../model/verdict.ts';
import { type AuditRequest, auditDistrict } from '../audit-district.ts';
import type { ShowProgress } from '../audit-units.ts';
import { loadPlan } from '../load-plan.ts';
import { nightQuarters } from '../nightly-quarters.ts';
import type { JobTools } from './work.ts';

/** Judges the open quarters anew by the evidence that is there; null where it was stopped between two. */
export async function auditAnew(request: AuditRequest, tools: JobTools): Promise<JobResult | null> {
  const { plan } = loadPlan(request.files);
  const asOf = request.asOf ?? civilDateIn(new Date(), plan.timeZone);
  const { data, period: asked } = request;
  const quarters = await nightQuarters({ data, current: periodAt('quarter', asOf), asked });
  for (const { id } of quarters.frozen) tools.notice(`${id}的通报已印发，不再判定该季度。`);
  let result: JobResult = { captures: 0, unreadable: 0, ...countsOf([]) };
  for (const period of quarters.open) {
    if (tools.signal.aborted) return null;
    const { audit } = await auditDistrict({ ...request, asOf, period, onProgress: judging(tools) });
    const { captures, unreadable } = audit.run;
    result = { captures, unreadable, ...countsOf(audit.verdicts) };
  }
  return result;
}

/** Shows how an audit comes along. */
export const judging =
  ({ show }: JobTools): ShowProgress =>
  ({ done, total, reading }) =>
    show({ stage: 'audit', done, left: total - done, perSecond: 0, reading });

export function countsOf(
  verdicts: readonly Pick<Verdict, 'verdict' | 'advisory'>[],
): Pick<JobResult, 'fails' | 'advisories' | 'inconclusive'> {
  const fails = verdicts.filter(({ verdict }) => verdict === 'fail');
  const advisories = fails.filter(({ advisory }) => advisory).length;
  const inconclusive = verdicts.filter(({ verdict }) => verdict === 'inconclusive').length;
  return { fails: fails.length - advisories, advisories, inconclusive };
}
