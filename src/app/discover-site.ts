import { type Difference, differences, pairUnits, type UnitPair } from '../discover/differences.ts';
import type { Presence, ProposedUnit } from '../discover/proposal.ts';
import { unitId } from '../discover/unit-ids.ts';
import { unitOfPage } from '../discover/unit-links.ts';
import type { Plan } from '../model/plan.ts';
import { type DiscoveryPlan, discoveryPlan } from './discovery-plan.ts';
import { findUnits } from './find-units.ts';
import { SiteReader } from './site-reader.ts';
import { type WalkedUnit, walkUnits } from './walk-units.ts';

export interface DiscoverRequest {
  /** Address of the site's disclosure home. */
  readonly url: string;
  /** targets.yaml to compare with; it also supplies hosts, resolve and manners. */
  readonly targets?: string | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { readonly done: number; readonly total: number; readonly reading: string }) => void;
  /** Told in Chinese what the user should know meanwhile. */
  readonly onNotice: (line: string) => void;
}

export interface Discovery {
  readonly district: string;
  /** The address that was given. */
  readonly start: string;
  /** Absolute; what addresses of the fragment are relative to. */
  readonly home: string;
  readonly hosts: readonly string[];
  /** Units of the site, each with the unit of targets.yaml that it is. */
  readonly pairs: readonly (UnitPair & { readonly proposed: ProposedUnit })[];
  /** Null without targets.yaml. */
  readonly differences: readonly Difference[] | null;
  /** What could not be read, with the reason in Chinese: of it nothing is said. */
  readonly unread: readonly { readonly url: string; readonly why: string }[];
  /** Items of the units' menus that lead to no page. */
  readonly dead: readonly { readonly unit: string; readonly name: string; readonly url: string }[];
  /** Units on hosts that may not be fetched. */
  readonly outside: readonly { readonly name: string; readonly home: string | null }[];
  readonly requests: number;
}

/**
 * Reads a disclosure site's own column tree and proposes units and columns; keeps nothing. Throws UserError (exit code 2)
 * for a wrong address or targets.yaml; rejects when the signal aborts. What cannot be read is told, never guessed.
 */
export async function discoverSite(request: DiscoverRequest): Promise<Discovery> {
  const plan = discoveryPlan(request.url, request.targets);
  const { hosts } = plan.site;
  let done = 0;
  let total = 1;
  const reader = new SiteReader(plan, {
    signal: request.signal,
    onPage: (reading) => {
      done += 1;
      total = Math.max(total, done, reader.known);
      request.onProgress({ done, total, reading });
    },
    onWait: once(() => {
      const { from, to } = plan.crawl.hours ?? {};
      request.onNotice(`现在不在允许访问的时段（${from}至${to}），将等到${from}自动开始；按 Ctrl-C 停止。`);
    }),
  });
  try {
    const { start } = plan;
    const found = await findUnits(reader, start, hosts, plan.district);
    const walked = await walkUnits(reader, found, hosts);
    const proposed = withIds(walked, found.district, new URL(start).hostname, plan.targets);
    const pairs = plan.targets
      ? pairUnits(plan.targets, proposed)
      : proposed.map((one) => ({ unit: null, proposed: one }));
    return {
      district: found.district,
      start,
      home: plan.site.home,
      hosts,
      pairs: pairs.filter((pair): pair is Discovery['pairs'][number] => pair.proposed !== null),
      differences: plan.targets ? await compared(plan, pairs, reader, found.unread.length === 0) : null,
      unread: [...found.unread, ...walked.flatMap(unreadOf)],
      dead: walked.flatMap(({ link, tree }) => tree.dead.map(({ name, url }) => ({ unit: link.name, name, url }))),
      outside: found.units.filter(({ outside }) => outside).map(({ name, home }) => ({ name, home })),
      requests: reader.requests,
    };
  } finally {
    await reader.close();
  }
}

function unreadOf({ link, tree, unread, cut }: WalkedUnit): { url: string; why: string }[] {
  const home = link.home ?? link.name;
  return [
    ...(unread === null ? [] : [{ url: home, why: unread }]),
    ...(unread === null && tree.addresses.length === 0 ? [{ url: home, why: '未识别出栏目目录' }] : []),
    ...(cut ? [{ url: home, why: '栏目过多或层级过深，未全部读取' }] : []),
    ...tree.unread,
  ];
}

/** Units get the ids of targets.yaml where they are in it, so that a fragment can replace what is there. */
function withIds(walked: readonly WalkedUnit[], district: string, host: string, targets: Plan | null): ProposedUnit[] {
  const units = walked.map((one) => proposal(one, district));
  const known = new Map(
    (targets ? pairUnits(targets, units) : []).map(({ unit, proposed }) => [proposed, unit?.id] as const),
  );
  const taken = new Set(targets?.units.map(({ id }) => id));
  return units.map((unit, i) => {
    const id = known.get(unit) ?? unitId(unit.home, host, taken, i + 1);
    taken.add(id);
    return { ...unit, id };
  });
}

function proposal({ link, tree, page, unread }: WalkedUnit, district: string): ProposedUnit {
  const { name, kind, home, confidence, why } = link;
  // The unit's own page writes its name in full where a list of units may not.
  const own = page ? unitOfPage(page, district) : null;
  const fullName = own && own.name === name ? own.fullName : link.fullName;
  const columns = tree.columns([fullName, link.fullName, name]);
  return { id: '', name, fullName, kind, home, confidence, why, columns, read: unread === null && columns.length > 0 };
}

async function compared(
  { targets, isNamed }: DiscoveryPlan,
  pairs: readonly UnitPair[],
  reader: SiteReader,
  allRead: boolean,
): Promise<readonly Difference[]> {
  if (!targets) return [];
  const lost = pairs.flatMap(({ unit, proposed }) => {
    const listed = new Set(proposed?.columns.map(({ url }) => url));
    return proposed?.read ? (unit?.columns ?? []).map(({ url }) => url).filter((url) => !listed.has(url)) : [];
  });
  const presence = new Map(
    await Promise.all(
      [...new Set(lost)].map(async (url): Promise<[string, Presence]> => {
        const look = await reader.look(url);
        if (look.tag === 'page') return [url, { tag: 'there', finalUrl: look.page.url }];
        return [url, look.tag === 'gone' ? look : { tag: 'unknown', why: look.why }];
      }),
    ),
  );
  return differences(pairs, { allRead, presence, isNamed });
}

function once(tell: () => void): () => void {
  let told = false;
  return () => {
    if (!told) tell();
    told = true;
  };
}
