import { type Actor, may, seesUnit } from '../../model/account.ts';
import type { PublishedBulletin, PublishedItem } from '../../model/bulletin.ts';
import type { CivilDate } from '../../model/civil-date.ts';
import type { Feedback } from '../../model/feedback.ts';
import type { TrackedFinding } from '../../model/finding.ts';
import type { Job } from '../../model/job.ts';
import type { Registers } from '../../model/register.ts';
import { findingNumber } from '../../report/finding-number.ts';
import { registerDesk } from '../registers/register-desk.ts';
import { upsertRows } from '../registers/upsert-rows.ts';
import type { Console } from './console.ts';
import { logEntry } from './log.ts';
import { checkedText } from './objections.ts';
import type { QuarterSources } from './quarter.ts';
import { NotAllowed, NotThere, refused } from './refusals.ts';
import { registerEntry } from './register-versions.ts';

/** Something that the newest bulletin told a unit to put right, and how far that is. */
export interface Rectification {
  readonly unit: string;
  readonly unitName: string;
  readonly item: PublishedItem;
  readonly number: string;
  readonly bulletin: Pick<PublishedBulletin, 'period' | 'publishedOn' | 'rectifyBy'>;
  /** The last day for the unit's report: what the register `feedback` says, else the bulletin. */
  readonly due: CivilDate;
  /** What nights have seen of it since. */
  readonly tracked: TrackedFinding | null;
  /** The unit's newest report on it; null before any. */
  readonly feedback: Feedback | null;
  /** The day of its first report: what was said in time is not late for what was added to it. */
  readonly reportedOn: CivilDate | null;
}

/** What the newest bulletin told, of the units that somebody may see; in the order of targets.yaml. */
export async function rectifications(console: Console, actor: Actor): Promise<readonly Rectification[]> {
  if (!may(actor, 'look')) throw new NotAllowed();
  const { inspection, plan } = console;
  const told = await inspection.bulletins.newest();
  const period = [...told.values()][0]?.period.id;
  if (period === undefined) return [];
  const all = await inspection.feedback.of(period);
  const reports = new Map(all.map((one) => [one.finding, one]));
  const firstDays = firstDaysOf(all);
  const units = plan().units.filter(({ id }) => seesUnit(actor, id));
  const { tracked, feedback, numberOf } = await knownOf(
    console,
    units.map(({ id }) => id),
  );
  const due = new Map((feedback ?? []).flatMap((row) => (row.period.id === period ? [[row.unit, row.due]] : [])));
  return units.flatMap(({ id, name }) => {
    const bulletin = told.get(id);
    if (!bulletin) return [];
    return bulletin.items.map((item) => ({
      unit: id,
      unitName: name,
      item,
      number: numberOf(item.finding),
      bulletin,
      due: due.get(id) ?? bulletin.rectifyBy,
      tracked: tracked.get(item.finding) ?? null,
      feedback: reports.get(item.finding) ?? null,
      reportedOn: firstDays.get(item.finding) ?? null,
    }));
  });
}

/** The day of the first report on each finding. @param reports oldest first */
const firstDaysOf = (reports: readonly Feedback[]): ReadonlyMap<string, CivilDate> =>
  new Map([...reports].reverse().map(({ finding, on }) => [finding, on]));

interface Known extends Pick<QuarterSources, 'tracked'>, Pick<Registers, 'feedback'> {
  /** Short number of a finding. */
  readonly numberOf: (finding: string) => string;
}

/** What nights have seen and the register says, from memory where a quarter is there: there may be many findings. */
async function knownOf({ board, inspection }: Console, units: readonly string[]): Promise<Known> {
  if (board.periods.length > 0) {
    const quarter = await board.quarter();
    const { tracked, registers } = quarter.sources;
    const numberOf = (id: string): string => quarter.byId(id)?.number ?? findingNumber(id);
    return { tracked, feedback: registers.feedback, numberOf };
  }
  const found = await inspection.findings.of(units);
  return { tracked: new Map(found.map((one) => [one.id, one])), feedback: null, numberOf: findingNumber };
}

/** What a unit reports on one item of the bulletin. */
export interface FeedbackForm {
  /** Number of the finding. */
  readonly number: string;
  readonly text: string;
  /** Address of the page as it is now; '' for none. */
  readonly link: string;
}

/**
 * Puts a unit's report on record and asks for a re-check at once. When the unit has reported on all that cost it points,
 * the day goes into the register `feedback`. Throws NotAllowed, NotThere, UserError.
 */
export async function feedBack(console: Console, actor: Actor, form: FeedbackForm): Promise<Job> {
  if (!may(actor, 'feed-back')) throw new NotAllowed();
  const { inspection, clock, today } = console;
  const all = await rectifications(console, actor);
  const one = all.find(({ number }) => number === form.number.toUpperCase());
  if (!one) throw new NotThere();
  const text = checkedText(form.text, '整改情况');
  const link = checkedLink(form.link, console.plan().site.hosts);
  const [at, period, { finding }] = [clock(), one.bulletin.period.id, one.item];
  const report = { period, finding, unit: one.unit, text, link, byName: actor.name, at: at.toISOString(), on: today() };
  const about = { subject: finding, period, unit: one.unit };
  await inspection.feedback.put(report, logEntry(actor, at, 'feed-back', { ...about, after: { text, link } }));
  // Read again: of two reports at once, each may be the last that was owed.
  const firstDays = firstDaysOf(await inspection.feedback.of(period));
  const owed = all.filter(({ unit, item }) => unit === one.unit && item.group !== null);
  const days = owed.flatMap(({ item }) => firstDays.get(item.finding) ?? []);
  if (days.length === owed.length) await reported(console, actor, one, days.sort().at(-1) ?? today());
  return askForRecheck(console, actor, one.number);
}

/**
 * The first day on which everything was reported counts, also where the register could be written only later; a later
 * report on the same thing changes nothing.
 */
async function reported(
  console: Console,
  actor: Actor,
  { unit, bulletin, due }: Rectification,
  received: CivilDate,
): Promise<void> {
  const { board, files, data, inspection, clock } = console;
  const { registers } = (await board.quarter()).sources;
  const period = bulletin.period.id;
  const row = registers.feedback?.find((one) => one.unit === unit && one.period.id === period);
  if (row?.received) return;
  const rows = [{ unit, period, due, received }];
  const change = await upsertRows(registerDesk(files, data), { id: 'feedback', rows });
  await inspection.log.add([registerEntry(actor, clock(), 'feedback', change)]);
}

/** Has a finding looked at again now. Throws NotAllowed, NotThere. */
export async function askForRecheck(console: Console, actor: Actor, number: string): Promise<Job> {
  if (!may(actor, 'self-check')) throw new NotAllowed();
  const { board, inspection, jobs, clock } = console;
  const wanted = number.toUpperCase();
  const told = (await rectifications(console, actor)).find((one) => one.number === wanted);
  const found = (await board.quarter()).byNumber(wanted);
  const finding = told?.item.finding ?? found?.id;
  const unit = told?.unit ?? found?.unit;
  if (finding === undefined || unit === undefined || !seesUnit(actor, unit)) throw new NotThere();
  const job = await jobs.ask('recheck', unit, finding, actor.id);
  await inspection.log.add([logEntry(actor, clock(), 'recheck', { subject: finding, unit, after: { job: job.id } })]);
  return job;
}

function checkedLink(link: string, hosts: readonly string[]): string | null {
  const trimmed = link.trim();
  if (trimmed === '') return null;
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  if (!url || !/^https?:$/.test(url.protocol) || !hosts.includes(url.hostname) || trimmed.length > 2000)
    throw refused('整改后的网页地址不正确', `请填写本区公开网站（${hosts.join('、')}）上的完整网址，或留空`);
  return url.href;
}
