import { attachmentType } from '../extract/attachment-type.ts';
import { hasArticleAddress } from '../extract/families/generic-entries.ts';
import { isWithinHosts } from '../extract/links.ts';
import { classifyTopic } from './classify-topic.ts';
import type { NavLink } from './nav-links.ts';
import type { SitePage } from './site-page.ts';

/** Where a unit's columns may stand. */
export interface UnitScope {
  /** Address of the unit's own site. */
  readonly home: string;
  readonly hosts: readonly string[];
  /** Addresses that belong to the whole site or to other units. */
  readonly foreign: ReadonlySet<string>;
}

/** A link of a unit's tree that leads to a column, or to a part of the tree that holds columns. */
export interface ColumnLink {
  readonly url: string;
  readonly name: string;
  /** Names above it, nearest first. */
  readonly above: readonly string[];
  /** Address of what stands right above it, where that is a link too. */
  readonly parent: string | null;
}

const NO_COLUMN =
  /^(?:(?:网站|本站)?首页|主页|返回.*|更多.*|more.*|[上下]一?[页篇条].*|尾页|末页|登录|注册|无障碍.*|长者.*|关怀版|English|繁体.*|简体.*|RSS.*|搜索|查询|检索|高级搜索|打印.*|关闭.*|收藏.*|设为首页.*|加入收藏|网站地图|网站声明|关于(?:我们|本站).*|联系我们|隐私.*|版权.*|下载.*|点击.*|查看.*|分享.*|微信.*|微博.*|手机版.*|客户端|移动端.*|\d+|[<>›»‹«|]+|旧版.*|站内搜索|(?:区|县|市)?政府(?:门户)?网(?:站)?|政务公开|政府信息公开|(?:省|市|区|县)?人民政府(?:网站)?)$/i;
const LONGEST_NAME = 30;
/** A name that says its topic this surely is a column whatever its address looks like. */
const SURE = 0.85;
/** From this share of its links on, the folder of a unit's home holds its columns. */
const OWN_SHARE = 0.5;
const OWN_COUNT = 3;

/** The links of a unit's page that can be its columns. `known` are those found before, by address. */
export function columnLinks(page: SitePage, scope: UnitScope, known: ReadonlySet<string>): ColumnLink[] {
  const links = page.links.filter((link) => mayBeColumn(link, page, scope));
  const folder = unitFolder(scope.home);
  const own = links.filter(({ url }) => url.startsWith(folder));
  const others = links.filter(({ url }) => !url.startsWith(folder) && !scope.foreign.has(url));
  const isFoldered =
    folder.split('/').length > 4 && (own.length >= OWN_COUNT || own.length >= others.length * OWN_SHARE);
  const chosen =
    isFoldered && own.length > 0 ? own : known.size === 0 ? [...own, ...others] : inSameLists(others, page, known);
  return unique(chosen.map(columnLink));
}

/** The folder in which a unit's home lies: `…/site_x/` of `…/site_x/` and of `…/site_x/index.html`. */
export const unitFolder = (home: string): string => new URL('.', home).href;

function mayBeColumn(link: NavLink, page: SitePage, { hosts, home }: UnitScope): boolean {
  const { url, text, dated } = link;
  if (dated || text.length < 2 || text.length > LONGEST_NAME || NO_COLUMN.test(text)) return false;
  if (!isWithinHosts(url, hosts) || page.documents.has(url) || attachmentType(url, text) !== null) return false;
  if (/\/index_\d+\.\w+$/.test(url)) return false;
  const isSure = () => isSurelyTopic(link);
  if (url === home) return isSure();
  return !hasArticleAddress(url) || (!/\/doc_|\/art\/|\/t\d{8}_|\/info\/\d+\//.test(url) && isSure());
}

function isSurelyTopic({ text, url }: NavLink): boolean {
  const { topic, confidence } = classifyTopic({ name: text, url, above: [], titles: [] });
  return topic !== 'other' && confidence >= SURE;
}

/** On the page of a column: what stands in a list with known columns, or below this one. */
function inSameLists(links: readonly NavLink[], page: SitePage, known: ReadonlySet<string>): NavLink[] {
  const lists = new Set(page.links.filter(({ url }) => known.has(url)).map(({ list }) => list));
  return links.filter(({ list, above }) => lists.has(list) || above.some(({ url }) => url !== null && known.has(url)));
}

const columnLink = ({ url, text, above }: NavLink): ColumnLink => ({
  url,
  name: text.replace(/[>»›+]+$/, '').trim(),
  above: above.map((label) => label.text),
  parent: above.find((label) => label.url !== null && label.url !== url)?.url ?? null,
});

/** Each address once, under the name that stands deepest in the tree. */
function unique(links: readonly ColumnLink[]): ColumnLink[] {
  const byUrl = new Map<string, ColumnLink>();
  for (const link of links) {
    const before = byUrl.get(link.url);
    if (!before || link.above.length > before.above.length)
      byUrl.set(link.url, before ? { ...link, name: longer(before, link) } : link);
  }
  return [...byUrl.values()];
}

const longer = (a: ColumnLink, b: ColumnLink): string => (a.name.length > b.name.length ? a.name : b.name);
