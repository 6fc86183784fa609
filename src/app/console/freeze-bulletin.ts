import { type Actor, may } from '../../model/account.ts';
import type { Audit } from '../../model/audit.ts';
import type { CivilDate } from '../../model/civil-date.ts';
import { UserError } from '../../model/user-error.ts';
import { serialiseAudit } from '../../report/audit-json.ts';
import { makeBulletin } from '../bulletin-thread.ts';
import type { PublishedVersion } from '../compose.ts';
import { publishBulletin } from '../publish-bulletin.ts';
import { dropRows } from '../registers/drop-rows.ts';
import { oneAtATime } from '../registers/one-at-a-time.ts';
import { registerDesk } from '../registers/register-desk.ts';
import { upsertRows } from '../registers/upsert-rows.ts';
import { BULLETIN_FORMS } from '../report-files.ts';
import { type BulletinState, bulletinState } from './bulletins.ts';
import type { Console } from './console.ts';
import { logEntry } from './log.ts';
import { tellPublished } from './messages.ts';
import { Conflict, NotAllowed, refused } from './refusals.ts';
import { registerEntry } from './register-versions.ts';

export interface FreezeForm {
  readonly period: string;
  readonly publishedOn: CivilDate;
  /** The last day for putting things right. */
  readonly rectifyBy: CivilDate;
  /** The newest version that whoever freezes has seen, 0 for none; not there where that does not matter. */
  readonly seen?: number;
}

export interface FrozenBulletin extends PublishedVersion {
  /** Why the register `feedback` could not be prepared, in Chinese; null where it was. The bulletin is out all the same. */
  readonly trouble: string | null;
}

/**
 * Freezes a quarter: its bulletin goes on record with its files and is never changed; what it names has to be put right
 * by the deadline. Every unit that has something to put right gets its row in the register `feedback`. Throws NotAllowed,
 * NotThere; Conflict where a charged finding is not decided, an objection not answered, or somebody froze or decided
 * meanwhile; UserError.
 */
export async function freezeBulletin(console: Console, actor: Actor, form: FreezeForm): Promise<FrozenBulletin> {
  if (!may(actor, 'freeze')) throw new NotAllowed();
  if (form.rectifyBy < form.publishedOn) throw refused('整改期限早于印发日期', '请核对两个日期');
  // Of two who freeze at once the second sees what the first did.
  return oneAtATime(`${console.data}/bulletins`, () => freeze(console, actor, form));
}

async function freeze(console: Console, actor: Actor, form: FreezeForm): Promise<FrozenBulletin> {
  const { inspection, data, files, clock } = console;
  const { period, publishedOn, rectifyBy } = form;
  const { versions } = await requireFree(console, actor, period);
  if (form.seen !== undefined && form.seen !== (versions[0]?.version ?? 0))
    throw new Conflict('他人刚刚印发了本季度通报', '请刷新页面核对');
  const publication = { publishedOn, rectifyBy };
  const made = await makeBulletin({ files, data, period, publication, forms: BULLETIN_FORMS });
  // That took a while: what was decided may have been taken back.
  const { quarter } = await requireFree(console, actor, period);
  const audit = quarter.decided();
  const isOfNow = made.files.some(([name, content]) => name === 'audit.json' && content === serialiseAudit(audit));
  if (!isOfNow) throw new Conflict('生成通报时审核结果有变化，通报没有印发', '请核对后重新印发');
  const { plan } = quarter.sources;
  const { version } = await publishBulletin({ plan, data, audit, publishedOn, rectifyBy, files: made.files });
  const after = { version, publishedOn, rectifyBy };
  await inspection.log.add([logEntry(actor, clock(), 'freeze', { subject: `bulletin/${period}`, period, after })]);
  const before = versions[0] ? await inspection.bulletins.auditOf(period, versions[0].version) : null;
  const trouble = await openFeedback(console, actor, { audit, before, due: rectifyBy });
  // The quarter after it is charged by what this one says.
  console.board.refresh();
  await console.board.learn();
  await tellPublished(console, quarter.period, version);
  const frozen = (await inspection.bulletins.versions()).find(
    (one) => one.period === period && one.version === version,
  );
  if (!frozen) throw new Error(`bulletin ${period} v${version} is not on record`);
  return { ...frozen, trouble };
}

/** Throws Conflict where something stands in the way of freezing. */
async function requireFree(console: Console, actor: Actor, period: string): Promise<BulletinState> {
  const state = await bulletinState(console, actor, period);
  const [undecided, unanswered] = [state.undecided.length, state.unanswered.length];
  if (undecided > 0) throw new Conflict(`还有${undecided}个减分问题待审核`, '请先逐项审核');
  if (unanswered > 0) throw new Conflict(`还有${unanswered}个问题的异议没有答复`, '请先答复异议');
  return state;
}

/** Units that have something to put right. */
const toldIn = ({ deductions }: Audit): ReadonlySet<string> =>
  new Set(deductions.filter(({ verdicts }) => verdicts.length > 0).map(({ unit }) => unit));

/**
 * The register `feedback` says until when each unit with something to put right has to report, so that lateness is seen.
 * A unit that a correction clears owes no report any more: its row goes, unless it has reported.
 * @param before what the version before was made of; null for the first
 */
async function openFeedback(
  console: Console,
  actor: Actor,
  { audit, before, due }: { readonly audit: Audit; readonly before: Audit | null; readonly due: CivilDate },
): Promise<string | null> {
  const { board, files, data, inspection, clock } = console;
  const { period } = audit;
  const told = toldIn(audit);
  const rows = [...told].map((unit) => ({ unit, period, due }));
  const desk = registerDesk(files, data);
  try {
    const changes = rows.length > 0 ? [await upsertRows(desk, { id: 'feedback', rows })] : [];
    const waiting = (await board.quarter(period)).sources.registers.feedback ?? [];
    const cleared = [...(before ? toldIn(before) : [])]
      .filter((unit) => !told.has(unit))
      .filter((unit) => waiting.some((row) => row.unit === unit && row.period.id === period && row.received === null))
      .map((unit) => ({ unit, period }));
    if (cleared.length > 0) changes.push(await dropRows(desk, { id: 'feedback', rows: cleared, unless: 'received' }));
    for (const change of changes)
      if (change.before !== change.after) await inspection.log.add([registerEntry(actor, clock(), 'feedback', change)]);
    return null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message;
  }
}
