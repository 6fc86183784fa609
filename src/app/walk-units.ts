import type { ColumnLink } from '../discover/column-links.ts';
import { unitFolder } from '../discover/column-links.ts';
import type { SitePage } from '../discover/site-page.ts';
import type { UnitLink } from '../discover/unit-links.ts';
import { UnitTree } from '../discover/unit-tree.ts';
import type { FoundUnits } from './find-units.ts';
import type { SiteReader } from './site-reader.ts';

/** A unit with its tree as it was read. */
export interface WalkedUnit {
  readonly link: UnitLink;
  readonly tree: UnitTree;
  readonly page: SitePage | null;
  /** Why its tree could not be read, in Chinese; null where it was. */
  readonly unread: string | null;
  /** The tree goes on beyond what is walked. */
  readonly cut: boolean;
}

const DEPTH = 4;
const MOST_COLUMNS = 400;
/** Below this, a column whose list is filled by script is looked at in the browser. */
const UNSURE = 0.6;

/** Reads the trees of all units, from their homes down to the last column. */
export async function walkUnits(
  reader: SiteReader,
  { units, hubs }: Pick<FoundUnits, 'units' | 'hubs'>,
  hosts: readonly string[],
): Promise<WalkedUnit[]> {
  const inside = units.filter(({ outside }) => !outside);
  const homes = await Promise.all(inside.map(({ home }) => (home === null ? null : homePage(reader, home))));
  const pages = homes.map((home) => (home && 'page' in home ? home.page : null));
  const foreign = foreignAddresses(inside, hubs, pages);
  return Promise.all(
    inside.map(async (link, i) => {
      const home = homes[i] ?? null;
      const page = pages[i] ?? null;
      const tree = new UnitTree({ home: link.home ?? link.columns[0]?.url ?? '', hosts, foreign });
      tree.addLinks(link.columns.map(shownColumn));
      if (page) await plant(reader, tree, page);
      const cut = await walk(reader, tree, [link.fullName, link.name]);
      const unread = home && 'why' in home && link.columns.length === 0 ? home.why : null;
      return { link, tree, page, unread, cut };
    }),
  );
}

async function homePage(
  reader: SiteReader,
  home: string,
): Promise<{ readonly page: SitePage } | { readonly why: string }> {
  const look = await reader.look(home);
  if (look.tag === 'gone') return { why: '网页不存在' };
  return look.tag === 'unread' ? { why: look.why } : { page: look.page };
}

/** Adds the columns of the unit's home; where it shows none, those of its frames and of what a browser makes of it. */
async function plant(reader: SiteReader, tree: UnitTree, page: SitePage): Promise<void> {
  tree.add(page);
  for (const frame of page.frames) {
    const look = await reader.look(frame);
    if (look.tag === 'page') tree.add(look.page);
  }
  if (tree.addresses.length > 0) return;
  const rendered = await reader.render(tree.scope.home);
  if (rendered) tree.add(rendered);
}

/** Asks for every column, level by level; true where there is more than is walked. */
async function walk(reader: SiteReader, tree: UnitTree, names: readonly string[]): Promise<boolean> {
  const asked = new Set<string>();
  for (let depth = 0; depth < DEPTH; depth++) {
    const level = tree.addresses.filter((url) => !asked.has(url)).slice(0, MOST_COLUMNS - asked.size);
    if (level.length === 0) break;
    for (const url of level) asked.add(url);
    const looks = await Promise.all(level.map(async (url) => [url, await reader.look(url)] as const));
    // In order, so that the same site always gives the same tree.
    for (const [url, look] of looks) {
      tree.answered(url, look);
      if (look.tag === 'page') tree.add(look.page);
    }
  }
  await Promise.all(
    tree.columns(names).map(async ({ url, confidence }) => {
      const look = await reader.look(url);
      if (confidence >= UNSURE || look.tag !== 'page' || !look.page.unfilled) return;
      const page = await reader.render(url);
      if (page) tree.answered(url, { tag: 'page', page });
    }),
  );
  return tree.addresses.length > asked.size;
}

const shownColumn = ({ url, text, above }: UnitLink['columns'][number]): ColumnLink => ({
  url,
  name: text,
  above: above.map((label) => label.text),
  parent: above.find((label) => label.url !== null && label.url !== url)?.url ?? null,
});

/** What belongs to the whole site: links of its own pages, other units' homes, and what several units' pages share. */
function foreignAddresses(
  units: readonly UnitLink[],
  hubs: readonly SitePage[],
  pages: readonly (SitePage | null)[],
): ReadonlySet<string> {
  const owned = new Set(units.flatMap(({ columns }) => columns.map(({ url }) => url)));
  const foreign = new Set<string>();
  for (const hub of hubs) for (const { url } of hub.links) if (!owned.has(url)) foreign.add(url);
  for (const { home } of units) if (home !== null) foreign.add(home);
  const owners = new Map<string, number>();
  for (const page of pages) {
    const folder = page ? unitFolder(page.url) : '';
    const elsewhere = new Set(page?.links.map(({ url }) => url).filter((url) => !url.startsWith(folder)));
    for (const url of elsewhere) owners.set(url, (owners.get(url) ?? 0) + 1);
  }
  for (const [url, count] of owners) if (count > 1) foreign.add(url);
  return foreign;
}
