import { type CivilDate, civilDateIn } from '../model/civil-date.ts';
import type { RecheckOutcome } from '../model/job.ts';
import { type Period, periodAt, shift } from '../model/period.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { checksFor } from './checks-for.ts';
import { crawlDistrict } from './crawl-district.ts';
import { type InputFiles, loadInputs } from './inputs.ts';
import { type AuditRequest, judgeDistrict } from './judge-district.ts';
import { columnsToRecheck } from './recheck-columns.ts';
import { columnsHolding, findingToRecheck, type KnownFinding } from './recheck-finding.ts';
import { type RecheckAnswer, recheckOutcome } from './recheck-outcome.ts';
import type { SelfCheckRequest } from './self-check.ts';

/** `asOf`: today without it. `period`: without it the quarter that the finding was published for, else the current one. */
export interface RecheckRequest extends SelfCheckRequest {
  /** Id of the unit. */
  readonly unit: string;
  /** Id of the finding. */
  readonly finding: string;
}

export type Recheck =
  | { readonly interrupted: true }
  | {
      readonly interrupted: false;
      readonly outcome: RecheckOutcome;
      /** In Chinese: what is in order now, what is still wrong, or why nothing is known. */
      readonly text: string;
      /** Pages that were read for it, and how many of them could not be. */
      readonly captures: number;
      readonly unreadable: number;
    };

/**
 * Looks again at one finding: the columns that it depends on are read anew, the unit is judged, and nothing else is
 * changed: no audit is kept, no night is recorded, and a night that was stopped goes on as if nobody had looked. The
 * window of `crawl.hours` holds for it as for every crawl. Throws UserError: 2 for wrong input or a finding that the unit
 * does not have, 4 where evidence is damaged, 5 for storage or where another process crawls.
 */
export async function recheckFinding(request: RecheckRequest): Promise<Recheck> {
  const { data, finding: id, signal, verbose, patience, begunSince, onNotice } = request;
  const files = { ...request.files, units: [request.unit] };
  const { plan, units, rulebook } = await loadInputs(files);
  const [unit] = units;
  const found = unit && (await findingToRecheck(data, unit.id, id));
  if (!unit || !found) throw notFound(id);
  const unknown = (text: string) =>
    ({ interrupted: false, outcome: 'unread', text, captures: 0, unreadable: 0 }) as const;
  const check = (await checksFor(request.checks, rulebook)).find((one) => one.check.id === found.target.check)?.check;
  if (!check) return unknown('该检查项已停用，不能再作判定');
  const columns = columnsToRecheck(unit, check, found, await columnsHolding(data, found.cited));
  if (columns.length === 0 && check.judges !== 'registers')
    return unknown('问题所在栏目已不在巡检范围内，不能再作判定');

  const crawl =
    columns.length === 0
      ? null
      : await crawlDistrict({
          ...{ files, data, signal, verbose, begunSince, columns, full: true, ...(patience && { patience }) },
          ...{ onProgress: request.onCrawlProgress, onNotice },
        });
  if (crawl?.interrupted) return { interrupted: true };
  request.onAudit?.();
  const asOf = request.asOf ?? civilDateIn(new Date(), plan.timeZone);
  const { outcome, text } = await judged(request, { files, found, asOf });
  const { captures = 0, unreadable = 0 } = crawl ?? {};
  return { interrupted: false, outcome, text, captures, unreadable };
}

interface Question {
  readonly files: InputFiles;
  readonly found: KnownFinding;
  readonly asOf: CivilDate;
}

/** A quarter's own question (the figures of May) may be asked in the quarter before only. */
async function judged(
  { data, checks, period, onFault }: Pick<AuditRequest, 'data' | 'checks' | 'period' | 'onFault'>,
  { files, found, asOf }: Question,
): Promise<RecheckAnswer> {
  const current = periodAt('quarter', asOf);
  const first = period ?? found.published ?? current;
  const answerIn = async (quarter: Period): Promise<RecheckAnswer> => {
    const night = await judgeDistrict({ files, data, checks, asOf, period: quarter, ...(onFault && { onFault }) });
    return recheckOutcome(found.target, found.history, { asOf, verdicts: night.audit.verdicts, unread: night.unread });
  };
  const answer = await answerIn(first);
  if (answer.isAsked || period || first.id !== current.id) return answer;
  const before = await answerIn(shift(current, -1));
  return before.isAsked ? before : answer;
}

const notFound = (id: string): UserError =>
  new UserError(EXIT.usage, [{ place: {}, what: '该单位没有这个问题', value: id, remedy: '请刷新页面后重试' }]);
