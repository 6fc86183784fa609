import { hasArticleAddress } from '../extract/families/generic-entries.ts';
import { isWithinHosts } from '../extract/links.ts';
import type { UnitKind } from '../model/plan.ts';
import { classifyTopic } from './classify-topic.ts';
import type { NavLink } from './nav-links.ts';
import type { Label } from './nav-marks.ts';
import type { SitePage } from './site-page.ts';
import { type UnitName, unitName } from './unit-names.ts';

/** A unit that a page of the whole site names. */
export interface UnitLink extends UnitName {
  /** Address of its own site; null where only its columns are linked. */
  readonly home: string | null;
  /** Its columns, where the page shows them below its name. */
  readonly columns: readonly NavLink[];
  /** Its site is on a host that may not be fetched. */
  readonly outside: boolean;
}

const HUB =
  /部门|单位|乡镇|镇街|街镇|街道|镇(?:、|和|办)|委办局|企事业|公开目录|信息公开|政务公开|公开平台|公开专栏|区直|县直|站点|网站导航|站群/;

/** The units that a page leads to, each once, in order. */
export function unitLinks(page: SitePage, district: string, hosts: readonly string[]): UnitLink[] {
  const units = new Map<string, UnitLink>();
  const put = (unit: UnitLink): void => {
    const before = units.get(unit.fullName);
    units.set(
      unit.fullName,
      before ? { ...before, home: before.home ?? unit.home, columns: [...before.columns, ...unit.columns] } : unit,
    );
  };
  for (const link of page.links) {
    if (link.dated) continue;
    const outside = !isWithinHosts(link.url, hosts);
    const own = hasArticleAddress(link.url) ? null : unitName(link.text, district);
    if (own) put({ ...withKind(own, link.above), home: link.url, columns: [], outside });
    else {
      const label = link.above.find(({ text }) => unitName(text, district) !== null);
      const owner = label ? unitName(label.text, district) : null;
      if (owner && !outside) put({ ...owner, home: label?.url ?? null, columns: [link], outside: false });
    }
  }
  return [...units.values()];
}

/** Pages on which more units may stand: lists of departments, of towns, the disclosure platform. */
export function hubLinks(page: SitePage, hosts: readonly string[]): string[] {
  const hubs = page.links.filter(
    ({ url, text, dated }) =>
      !dated &&
      text.length <= 20 &&
      HUB.test(text) &&
      isWithinHosts(url, hosts) &&
      !hasArticleAddress(url) &&
      url !== page.url,
  );
  return [...new Set([...hubs.map(({ url }) => url), ...page.frames.filter((url) => isWithinHosts(url, hosts))])];
}

/** The unit whose own page this is, by its breadcrumb or title; null where it is a page of the whole site. */
export function unitOfPage({ crumbs, title }: Pick<SitePage, 'crumbs' | 'title'>, district: string): UnitName | null {
  const parts = [...crumbs.map(({ text }) => text), ...title.split(/\s*[-_|—–>»]+\s*/)];
  for (const part of parts) {
    const found = unitName(part, district);
    if (found && classifyTopic({ name: part, url: 'http://x/', above: [], titles: [] }).topic !== 'guide') return found;
  }
  return null;
}

/** The heading above a unit says its kind where its name says less. */
function withKind(unit: UnitName, above: readonly Label[]): UnitName {
  const heading = above.find(({ text }) => kindOfHeading(text) !== null);
  const kind = heading ? kindOfHeading(heading.text) : null;
  if (!heading || kind === null) return unit;
  const why = `${unit.why}；列在“${heading.text}”下`;
  if (kind === unit.kind)
    return { ...unit, confidence: Math.min(0.99, Math.round((unit.confidence + 0.1) * 100) / 100), why };
  const isNameSurer = unit.confidence >= 0.95;
  return isNameSurer ? unit : { ...unit, kind, confidence: 0.85, why };
}

function kindOfHeading(text: string): UnitKind | null {
  if (text.length > 16) return null;
  const kinds: UnitKind[] = [];
  if (/街道/.test(text)) kinds.push('subdistrict');
  if (/镇|乡/.test(text)) kinds.push('town');
  if (/部门|委办局|工作机构/.test(text)) kinds.push('department');
  if (/企事业|事业单位|企业|医院|学校/.test(text)) kinds.push('enterprise');
  return kinds.length === 1 ? (kinds[0] ?? null) : null;
}
