import type { PublishedBulletin, PublishedItem } from '../../model/bulletin.ts';
import type { Audience } from './audience.ts';

/** A unit of the bulletin with items that concern it. */
export interface UnitItems {
  readonly unit: Audience['units'][number];
  readonly bulletin: PublishedBulletin;
  readonly items: readonly PublishedItem[];
}

/** An e-mail is to be read, not to be scrolled through. */
const MOST_LISTED = 30;

/** Units with items of which `holds` is true, in their order. */
export const unitsWith = (
  units: Audience['units'],
  bulletins: ReadonlyMap<string, PublishedBulletin>,
  holds: (unit: string, item: PublishedItem) => boolean,
): UnitItems[] =>
  units.flatMap((unit) => {
    const bulletin = bulletins.get(unit.id);
    const items = bulletin?.items.filter((item) => holds(unit.id, item)) ?? [];
    return bulletin && items.length > 0 ? [{ unit, bulletin, items }] : [];
  });

/** Items one to a line, those that cost points first. */
export function itemLines(items: readonly PublishedItem[]): string[] {
  const inOrder = [...items.filter(({ group }) => group !== null), ...items.filter(({ group }) => group === null)];
  const listed = inOrder.slice(0, MOST_LISTED).map(({ group, text }, i) => {
    const kind = group === null ? '提醒' : '减分问题';
    return `${i + 1}. ${text.replace(/\s+/g, ' ').trim()}（${kind}）`;
  });
  const rest = inOrder.length - listed.length;
  return rest > 0 ? [...listed, `另有${rest}项，请在控制台查看。`] : listed;
}

/** For a group: which unit has how many, and nothing of what they are. */
export const countLines = (units: readonly UnitItems[]): string[] =>
  units.map(({ unit, items }) => `${unit.name}：${items.length}项`);
