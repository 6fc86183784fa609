import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { builtInChecks } from '../../../checks/index.ts';
import { type Actor, may } from '../../model/account.ts';
import type { Audit } from '../../model/audit.ts';
import type { CivilDate } from '../../model/civil-date.ts';
import { buildReport } from '../../report/build-report.ts';
import type { ReportModel } from '../../report/report-model.ts';
import type { PublishedVersion } from '../compose.ts';
import { bulletinFile, publishBulletin } from '../publish-bulletin.ts';
import { registerDesk } from '../registers/register-desk.ts';
import { upsertRows } from '../registers/upsert-rows.ts';
import { isOfBulletin, type ReportFile, reportFiles } from '../report-files.ts';
import { reportHistory } from '../report-history.ts';
import { yearSoFar } from '../report-year.ts';
import type { Console } from './console.ts';
import { logEntry } from './log.ts';
import type { Quarter } from './quarter.ts';
import type { QuarterFinding } from './quarter-finding.ts';
import { Conflict, NotAllowed, NotThere } from './refusals.ts';

/** Where a quarter's bulletin stands. */
export interface BulletinState {
  readonly quarter: Quarter;
  /** Versions that went out, the newest first. */
  readonly versions: readonly PublishedVersion[];
  /** What stands in the way of freezing. */
  readonly undecided: readonly QuarterFinding[];
  readonly unanswered: readonly QuarterFinding[];
  /** Whether the newest version says what the quarter says now; null before any. */
  readonly isCurrent: boolean | null;
}

/** Throws NotAllowed, NotThere. */
export async function bulletinState(
  { board, inspection }: Console,
  actor: Actor,
  period?: string,
): Promise<BulletinState> {
  if (!may(actor, 'look-at-all')) throw new NotAllowed();
  const quarter = await board.quarter(period);
  const id = quarter.period.id;
  const versions = (await inspection.bulletins.versions()).filter((one) => one.period === id);
  const newest = versions[0];
  const published = newest ? await inspection.bulletins.auditOf(id, newest.version) : null;
  return {
    ...{ quarter, versions },
    undecided: quarter.findings.filter((one) => isCharged(quarter, one) && quarter.said(one).standing === 'pending'),
    unanswered: quarter.findings.filter((one) => quarter.said(one).objections.some(({ answer }) => answer === null)),
    isCurrent: published ? saysSame(published, quarter.decided()) : null,
  };
}

const isCharged = (quarter: Quarter, { isThere, group, unit, id }: QuarterFinding): boolean =>
  isThere && group !== null && quarter.unit(unit).deductions.some(({ verdicts }) => verdicts.includes(id));

/** Whether two audits give every unit the same points for the same findings. */
function saysSame(one: Audit, other: Audit): boolean {
  const said = ({ deductions, scores, verdicts }: Audit): string =>
    JSON.stringify({
      deductions,
      totals: scores.map(({ unit, total }) => [unit, total]),
      told: verdicts.filter(({ verdict }) => verdict === 'fail').map(({ id, text }) => [id, text]),
    });
  return said(one) === said(other);
}

/** The quarter as its bulletin would say it today: a draft. Throws NotAllowed, NotThere. */
export async function bulletinDraft(console: Console, actor: Actor, period?: string): Promise<readonly ReportFile[]> {
  if (!may(actor, 'look-at-all')) throw new NotAllowed();
  const quarter = await console.board.quarter(period);
  return filesOf(console, quarter, quarter.decided(), null);
}

async function filesOf(
  { data }: Console,
  quarter: Quarter,
  audit: Audit,
  publication: ReportModel['publication'],
): Promise<readonly ReportFile[]> {
  const { plan, rulebook, registers, unread } = quarter.sources;
  const history = await reportHistory(data, audit, registers);
  const year = { quarter: audit.period, plan, rulebook, quarters: history.quarters, bonus: registers.bonus };
  const report = buildReport({
    ...{ audit, unread, rulebook, plan, history, publication, year: yearSoFar(year) },
    checks: new Map(builtInChecks.map(({ id, title }) => [id, title])),
  });
  return (await reportFiles(report, audit, new Set())).filter(isOfBulletin);
}

/**
 * Freezes a quarter: its bulletin goes on record with its files and is never changed; what it names has to be put right
 * by the deadline. Every unit that has something to put right gets its row in the register `feedback`. Throws NotAllowed,
 * NotThere; Conflict where a charged finding is not decided or an objection not answered; UserError.
 */
export async function freezeBulletin(
  console: Console,
  actor: Actor,
  form: { readonly period: string; readonly publishedOn: CivilDate; readonly rectifyBy: CivilDate },
): Promise<PublishedVersion> {
  if (!may(actor, 'freeze')) throw new NotAllowed();
  const { inspection, data, clock } = console;
  const { quarter, undecided, unanswered } = await bulletinState(console, actor, form.period);
  if (undecided.length > 0) throw new Conflict(`还有${undecided.length}个减分问题待审核`, '请先逐项审核');
  if (unanswered.length > 0) throw new Conflict(`还有${unanswered.length}个问题的异议没有答复`, '请先答复异议');
  const { publishedOn, rectifyBy } = form;
  const audit = quarter.decided();
  const { plan } = quarter.sources;
  const files = await filesOf(console, quarter, audit, { publishedOn, rectifyBy });
  const { period, version } = await publishBulletin({ plan, data, audit, publishedOn, rectifyBy, files });
  await inspection.log.add([
    logEntry(actor, clock(), 'freeze', {
      ...{ subject: `bulletin/${period}`, period, after: { version, publishedOn, rectifyBy } },
    }),
  ]);
  await openFeedback(console, audit, rectifyBy);
  const made = (await inspection.bulletins.versions()).find((one) => one.period === period && one.version === version);
  if (!made) throw new Error(`bulletin ${period} v${version} is not on record`);
  return made;
}

/** The register `feedback` says until when each unit with something to put right has to report, so that lateness is seen. */
async function openFeedback({ files, data }: Console, audit: Audit, due: CivilDate): Promise<void> {
  const told = new Set(audit.deductions.filter(({ verdicts }) => verdicts.length > 0).map(({ unit }) => unit));
  if (told.size === 0) return;
  const rows = [...told].map((unit) => ({ unit, period: audit.period, due }));
  await upsertRows(registerDesk(files, data), { id: 'feedback', rows });
}

/** A file of a version that went out, whole as it was. Throws NotAllowed, NotThere, and where it is damaged. */
export async function publishedFile(
  { inspection, data }: Console,
  actor: Actor,
  of: { readonly period: string; readonly version: number; readonly name: string },
): Promise<Uint8Array> {
  if (!may(actor, 'look-at-all')) throw new NotAllowed();
  const versions = await inspection.bulletins.versions();
  const version = versions.find(({ period, version }) => period === of.period && version === of.version);
  const file = version?.files.find(({ name }) => name === of.name);
  if (!version || !file) throw new NotThere();
  const path = bulletinFile(data, version.period, version.version, file.name);
  const bytes = existsSync(path) ? readFileSync(path) : null;
  if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== file.sha256)
    throw new Conflict('该通报文件缺失或已损坏，与印发时不符', '请从备份恢复数据目录中的 bulletins 文件夹');
  return bytes;
}
