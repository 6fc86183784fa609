import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { type Actor, may } from '../../model/account.ts';
import type { CivilDate } from '../../model/civil-date.ts';
import { lastDay } from '../../model/period.ts';
import { sumPoints } from '../../model/points.ts';
import type { PublishedVersion } from '../compose.ts';
import { bulletinFile } from '../publish-bulletin.ts';
import { type BulletinDifference, differencesFrom } from './bulletin-differences.ts';
import type { Console } from './console.ts';
import type { Quarter } from './quarter.ts';
import type { QuarterFinding } from './quarter-finding.ts';
import { Conflict, NotAllowed, NotThere } from './refusals.ts';

/** Every bulletin that went out, the newest first. Throws NotAllowed. */
export async function publishedVersions({ inspection }: Console, actor: Actor): Promise<readonly PublishedVersion[]> {
  if (!may(actor, 'look-at-all')) throw new NotAllowed();
  return inspection.bulletins.versions();
}

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
  /** What it says otherwise, by unit. */
  readonly differences: readonly BulletinDifference[];
  /** Points that questions nobody could settle could still cost. */
  readonly open: number;
  /** Units whose points for key columns nobody has entered. */
  readonly withoutCoverage: number;
  /** The last day of the quarter where the audit came before it; null where it did not. */
  readonly runsUntil: CivilDate | null;
}

/** Throws NotAllowed, NotThere. */
export async function bulletinState(console: Console, actor: Actor, period?: string): Promise<BulletinState> {
  if (!may(actor, 'look-at-all')) throw new NotAllowed();
  const { board, inspection } = console;
  const quarter = await board.quarter(period);
  const id = quarter.period.id;
  const versions = (await inspection.bulletins.versions()).filter((one) => one.period === id);
  const [newest] = versions;
  const differences = newest ? await differencesFrom(inspection, newest, quarter.decided()) : [];
  const cards = quarter.units.map((unit) => quarter.unit(unit.id).card);
  const end = lastDay(quarter.period);
  return {
    ...{ quarter, versions, differences, ...inTheWay(quarter) },
    isCurrent: newest ? differences.length === 0 : null,
    open: sumPoints(cards.map(({ open }) => open)),
    withoutCoverage: cards.filter(({ coverageFrom }) => coverageFrom === 'suggested').length,
    runsUntil: quarter.sources.audit.asOf < end ? end : null,
  };
}

/** One pass over all findings: there may be very many. */
function inTheWay(quarter: Quarter): Pick<BulletinState, 'undecided' | 'unanswered'> {
  const charged = new Map<string, ReadonlySet<string>>();
  const isCharged = ({ unit, id }: QuarterFinding): boolean => {
    const known = charged.get(unit) ?? new Set(quarter.unit(unit).deductions.flatMap(({ verdicts }) => verdicts));
    charged.set(unit, known);
    return known.has(id);
  };
  const [undecided, unanswered]: [QuarterFinding[], QuarterFinding[]] = [[], []];
  for (const finding of quarter.findings) {
    const { standing, objections } = quarter.said(finding);
    if (objections.some(({ answer }) => answer === null)) unanswered.push(finding);
    if (standing === 'pending' && finding.isThere && finding.group !== null && isCharged(finding))
      undecided.push(finding);
  }
  return { undecided, unanswered };
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
