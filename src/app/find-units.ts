import { classifyTopic } from '../discover/classify-topic.ts';
import type { SitePage } from '../discover/site-page.ts';
import { hubLinks, type UnitLink, unitLinks, unitOfPage } from '../discover/unit-links.ts';
import { districtIn } from '../discover/unit-names.ts';
import type { SiteReader } from './site-reader.ts';

/** The units of a site, and the pages on which they were found. */
export interface FoundUnits {
  readonly district: string;
  readonly units: readonly UnitLink[];
  /** Pages of the whole site that were read. */
  readonly hubs: readonly SitePage[];
  /** Addresses of lists of units that could not be read, with the reason in Chinese. */
  readonly unread: readonly { readonly url: string; readonly why: string }[];
}

const DEPTH = 2;
const MOST_HUBS = 20;
/** A page with so many columns that name their topics, and no units, is the page of one unit. */
const UNIT_PAGE_COLUMNS = 2;
/** A page with fewer links is looked at in the browser. */
const FEW_LINKS = 3;

/**
 * Looks for the units: on the page given, then on the lists of departments and towns that it leads to. Where the page is
 * one unit's own, that unit alone.
 */
export async function findUnits(
  reader: SiteReader,
  start: string,
  hosts: readonly string[],
  givenDistrict: string,
): Promise<FoundUnits> {
  const unread: { url: string; why: string }[] = [];
  const hubs: SitePage[] = [];
  const first = await lookAt(start);
  if (!first) return { district: givenDistrict, units: [], hubs, unread };
  const district = givenDistrict || districtOf(first);
  const single = ownPage(first);
  if (single) return { district, units: [single], hubs: [], unread };

  const units = new Map<string, UnitLink>();
  const seen = new Set([start, first.url]);
  let level: readonly SitePage[] = [first];
  for (let depth = 0; level.length > 0; depth++) {
    for (const page of level) {
      hubs.push(page);
      for (const unit of unitLinks(page, district, hosts)) {
        const before = units.get(unit.fullName);
        units.set(unit.fullName, before ? merged(before, unit) : unit);
      }
    }
    if (depth === DEPTH) break;
    const homes = new Set([...units.values()].map(({ home }) => home));
    const next = [...new Set(level.flatMap((page) => hubLinks(page, hosts)))]
      .filter((url) => !seen.has(url) && !homes.has(url))
      .slice(0, MOST_HUBS - hubs.length);
    for (const url of next) seen.add(url);
    const pages = await Promise.all(next.map(lookAt));
    level = pages
      .filter((page) => page !== null)
      .filter(({ url }) => url === start || !hubs.some((hub) => hub.url === url));
  }
  return { district, units: [...units.values()], hubs, unread };

  async function lookAt(url: string): Promise<SitePage | null> {
    const look = await reader.look(url);
    if (look.tag !== 'page') {
      unread.push({ url, why: look.tag === 'gone' ? '网页不存在' : look.why });
      return null;
    }
    if (look.page.links.length >= FEW_LINKS) return look.page;
    return (await reader.render(url)) ?? look.page;
  }

  function ownPage(page: SitePage): UnitLink | null {
    const unit = unitOfPage(page, district);
    if (!unit || unitLinks(page, district, hosts).filter(({ fullName }) => fullName !== unit.fullName).length > 1)
      return null;
    const sure = page.links.filter(({ text, url }) => {
      const { topic, confidence } = classifyTopic({ name: text, url, above: [], titles: [] });
      return topic !== 'other' && confidence >= 0.85;
    });
    return sure.length < UNIT_PAGE_COLUMNS ? null : { ...unit, home: start, columns: [], outside: false };
  }
}

const merged = (a: UnitLink, b: UnitLink): UnitLink => ({
  ...(a.confidence >= b.confidence ? a : b),
  home: a.home ?? b.home,
  columns: [...a.columns, ...b.columns],
});

/** The name of the jurisdiction, from the page's title, else from the beginning that most of its units' names share. */
function districtOf({ title, links }: SitePage): string {
  const titled = districtIn(title);
  if (titled !== '') return titled;
  const counts = new Map<string, number>();
  for (const { text } of links) {
    const found = /^([\p{Script=Han}]{2,4}?[区县])[\p{Script=Han}]{2,}(?:局|镇|办公室)/u.exec(text)?.[1];
    if (found) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
