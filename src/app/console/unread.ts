import { type Actor, may, seesUnit } from '../../model/account.ts';
import type { UnreadPart } from '../../model/unread.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { UnreadItem } from '../../report/report-model.ts';
import { unreadOf } from '../../report/unread.ts';
import { type GroupIndex, groupIndex } from '../../score/groups.ts';
import type { Console } from './console.ts';
import type { Quarter } from './quarter.ts';
import { NotAllowed } from './refusals.ts';

/** A page or register that nobody could read, and what is left open by it. None of it counts against anyone. */
export interface UnreadLine {
  readonly unit: string;
  readonly unitName: string;
  /** The reason in plain words. */
  readonly reason: string;
  readonly item: UnreadItem;
  /** Groups of the rulebook that cannot be settled without it. */
  readonly keepsOpen: readonly string[];
}

export interface UnreadFilter {
  readonly period?: string | undefined;
  readonly unit?: string | undefined;
  readonly reason?: string | undefined;
}

export interface UnreadTable {
  readonly quarter: Quarter;
  /** How many lines there are of each reason, of those that somebody may see. */
  readonly reasons: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, string>;
  /** All that fit. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly lines: readonly UnreadLine[];
}

const PAGE_SIZE = 100;

/** What a quarter's audit could not read. It does not change while the quarter lives. */
const known = new WeakMap<Quarter, readonly UnreadLine[]>();

/** What could not be read, by unit and reason; a unit sees its own alone. Throws NotAllowed, NotThere. */
export async function unreadTable(
  { board }: Console,
  actor: Actor,
  { period, unit, reason }: UnreadFilter,
  page = 1,
): Promise<UnreadTable> {
  if (!may(actor, 'look')) throw new NotAllowed();
  const quarter = await board.quarter(period);
  const lines = known.get(quarter) ?? linesOf(quarter);
  known.set(quarter, lines);
  const own = lines.filter((line) => seesUnit(actor, line.unit));
  const reasons = new Map<string, number>();
  for (const line of own) reasons.set(line.reason, (reasons.get(line.reason) ?? 0) + 1);
  const fitting = own.filter(
    (line) => (unit === undefined || line.unit === unit) && (reason === undefined || line.reason === reason),
  );
  const pages = Math.max(1, Math.ceil(fitting.length / PAGE_SIZE));
  const at = Math.min(Math.max(1, Math.trunc(page)), pages);
  return {
    ...{ quarter, reasons, page: at, pages, total: fitting.length },
    units: new Map(own.map((line) => [line.unit, line.unitName])),
    lines: fitting.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE),
  };
}

function linesOf(quarter: Quarter): readonly UnreadLine[] {
  const { audit, unread, rulebook } = quarter.sources;
  const index = groupIndex(rulebook);
  const parts = new Map<string, UnreadPart[]>();
  for (const part of unread) {
    const ofUnit = parts.get(part.unit);
    if (ofUnit) ofUnit.push(part);
    else parts.set(part.unit, [part]);
  }
  return audit.units.flatMap(({ id, name }) => {
    const verdicts = quarter.verdictsOn(id);
    const open = openGroups(verdicts, index);
    return unreadOf(verdicts, parts.get(id) ?? []).flatMap(({ title, items }) =>
      items.map((item) => ({
        ...{ unit: id, unitName: name, reason: title, item },
        keepsOpen: [...(open.get(item.url ?? '') ?? [])],
      })),
    );
  });
}

/** Titles of the groups that cannot be settled, by the address that could not be read; `` where none is named. */
function openGroups(verdicts: readonly Verdict[], index: GroupIndex): ReadonlyMap<string, ReadonlySet<string>> {
  const open = new Map<string, Set<string>>();
  for (const verdict of verdicts) {
    if (verdict.verdict !== 'inconclusive') continue;
    const addresses = verdict.evidence.length > 0 ? verdict.evidence.map(({ url }) => url) : [verdict.column ?? ''];
    for (const address of addresses) {
      const titles = open.get(address) ?? new Set();
      open.set(address, titles);
      for (const { group } of index.open(verdict)) titles.add(group.title);
    }
  }
  return open;
}
