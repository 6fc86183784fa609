import { type Element, isTag } from 'domhandler';
import { attachmentType } from '../attachment-type.ts';
import { isHeading } from '../elements.ts';
import { $, attribute, fold, headElements, parentElement, rawText } from '../html.ts';
import { isWithinHosts } from '../links.ts';
import { type Candidate, findCandidates, groupByShape, hasEmptyWords, hasRoomForList } from '../list.ts';
import { nextElement } from '../metadata-rows.ts';
import type { ParsedPage } from '../parsed-page.ts';

/**
 * How the article addresses of known systems look: dated files, hexadecimal or numbered documents; 博达's egovinfo
 * (`/info/egovinfo/1007/overt_centent/<code>-/2018-1220012.htm`), 安徽 `/OpennessContent/show/<id>.html`, 佳木斯
 * `op_<uuid>.html`, 河北 `content.jsp?code=<index>`.
 */
const ARTICLE_PATH =
  /\/(?:t\d{8}_\d+|art_\d+_\d+|(?:m?post)_\d+|doc_[0-9a-f]+|op_[0-9a-f-]{32,}|\d{4,}(?:-\d+)?|[0-9a-f]{16,}|c\d+_\d+|content_\d+|20\d{6,}\w*|info\/\d+\/\d+)\.s?html?$|\/art\/\d{4}\/|\/(?:show|detail|view|article|content)\/[\w-]+/i;
const ARTICLE_QUERY = /(?:^|[?&])(?:id|aid|articleid|docid|infoid|newsid|contentid|wbnewsid|code)=[\w-]+/i;
const INDEX_PATH = /(?:\/|\/(?:index|list|default|main)(?:_?\d+)?\.(?:s?html?|jsp|aspx?|php))$/i;
const TURNING = /^(?:首页|上一?页|下一?页|尾页|末页|更多|more|\d+|[<>›»‹«]+)$/i;
const SHORTEST_TITLE = 4;

/** What stands beside a column's own list: the most read, the newest of the site, what is recommended. */
const ASIDE = /热[门点榜]|推荐|^相关|^猜你|排行|^最[新热]|^今日|^要闻|图片新闻|^友情|^专题|^快速|^导航/;
const ASIDE_CLASS = /(?:^|[\s_-])(?:hot|rank|ranking|rmxx|remen|tuijian|phb|paihang)(?:$|[\s_-])/i;
const TURNS = /下一?页|尾页|末页|共\s*\d+\s*[条页]|createPageHTML/;
/** A pager right below outweighs any box without one. */
const PAGED = 1000;
const LONGEST_CONTROL = 8;

interface Found {
  readonly rows: readonly Candidate[];
  /** Whether another list of the page may as well be the column's. */
  readonly doubtful: boolean;
}

const NOTHING: Found = { rows: [], doubtful: false };

interface Group {
  readonly rows: readonly Candidate[];
  readonly score: number;
  readonly isBelow: boolean;
}

/**
 * The group of rows that looks most like the column's list, with what shares its container or lies, like it, below the
 * column's own path. Rows that lead elsewhere are no list where room is left for one that is yet to come.
 */
export function entriesIn(page: ParsedPage): Found {
  const groups = groupByShape(findCandidates(page, (url, anchor) => mayBeEntry(url, anchor, page)))
    .filter((rows) => !isAside(rows, page))
    .map((rows): Group => ({ rows, score: scoreOf(rows, page.url), isBelow: isBelow(rows, page.url) }))
    .filter(({ score }) => score > 0);
  const dated = groups.filter(({ rows }) => rows.some(({ date }) => date !== null));
  const below = (dated.length > 0 ? dated : groups).filter((one) => one.isBelow);
  const eligible = below.length > 0 ? below : groups;
  const weight = ({ rows, score }: Group): number => score + (isPaged(rows) ? PAGED : 0);
  const biggest = eligible.reduce<Group | null>(
    (most, one) => (!most || weight(one) > weight(most) ? one : most),
    null,
  );
  const isSure = biggest !== null && (biggest.isBelow || isPaged(biggest.rows));
  const named = isSure ? [] : (dated.length > 0 ? dated : groups).filter(({ rows }) => isNamed(rows, page));
  const best = (named.length === 1 ? named[0] : null) ?? biggest;
  if (!best || (!best.isBelow && hasRoomForList(page.flow))) return NOTHING;
  const containers = new Set(best.rows.map(({ container }) => container));
  const rows = groups
    .filter(
      (one) =>
        one === best ||
        (best.isBelow && one.isBelow) ||
        one.rows.some(({ container }) => containers.has(container)) ||
        isHeadline(one, containers),
    )
    .flatMap(({ rows }) => rows)
    .sort((a, b) => a.at - b.at);
  return { rows, doubtful: isDoubtful(best, eligible, page) };
}

/**
 * Whether another box of the page may as well be the column's list: neither address, nor page numbers, nor a heading
 * that the page's own title names says which of them is.
 */
function isDoubtful(best: Group, all: readonly Group[], page: ParsedPage): boolean {
  if (best.isBelow || isPaged(best.rows)) return false;
  const dated = best.rows.some(({ date }) => date !== null);
  const containers = new Set(best.rows.map(({ container }) => container));
  const rivals = all.filter(
    ({ rows }) =>
      rows.some(({ date }) => date !== null) === dated && !rows.some(({ container }) => containers.has(container)),
  );
  const others = rivals.filter((one) => !isHeadline(one, containers));
  const named = isNamed(best.rows, page);
  // A page that says of something that it is empty may say so of the column, and this be a box beside it.
  if (others.length === 0) return !named && hasEmptyWords(page.flow);
  return !named || others.some(({ rows }) => isNamed(rows, page));
}

/** Lines above a list that may name it: its heading, or the way that led to it. */
const HEADING_REACH = 3;

function isNamed([first]: readonly Candidate[], page: ParsedPage): boolean {
  const [title] = headElements(page.document, 'title');
  const names = (title ? fold(rawText(title)) : '').split(/[-_—|–·\s]+/).filter((name) => name.length > 1);
  let seen = 0;
  for (let i = (first?.at ?? 0) - 1; i >= 0 && seen < HEADING_REACH; i--) {
    const block = page.flow.blocks[i];
    const text = block?.text ?? '';
    if (text === '') continue;
    seen += 1;
    if (
      names.some(
        (name) => text === name || text.endsWith(name) || (text.length <= name.length + 4 && text.startsWith(name)),
      )
    )
      return true;
    // The nearest heading is the list's own.
    if (block?.heading) return false;
  }
  return false;
}

/** One document set in larger type right before the list that it is the first of. */
function isHeadline({ rows }: Group, containers: ReadonlySet<Element | null>): boolean {
  const [row, ...others] = rows;
  if (!row || others.length > 0 || row.date === null || !parentElement(row.anchor)) return false;
  let at: Element | null = row.anchor;
  let inHeading = false;
  for (let level = 0; at && at.name !== 'body' && level < 4; level++, at = parentElement(at)) {
    inHeading ||= isHeading(at);
    const next = nextElement(at);
    if (
      inHeading &&
      next &&
      (containers.has(next) || next.children.some((child) => isTag(child) && containers.has(child)))
    )
      return true;
  }
  return false;
}

/** Whether the words right above a group of rows, or the class of a box around it, say that it is a side box. */
function isAside(rows: readonly Candidate[], page: ParsedPage): boolean {
  const [first] = rows;
  for (let at = first?.container ?? null; at; at = parentElement(at))
    if (ASIDE_CLASS.test(attribute(at, 'class'))) return true;
  for (let i = (first?.at ?? 0) - 1; i >= 0; i--) {
    const text = page.flow.blocks[i]?.text ?? '';
    if (text !== '') return text.length <= 12 && ASIDE.test(text) && !namesPage(text, page);
  }
  return false;
}

/** A column may itself be called 最新文件: its page is then, too. */
function namesPage(heading: string, { document }: ParsedPage): boolean {
  const [title] = headElements(document, 'title');
  return title !== undefined && fold(rawText(title)).includes(heading);
}

/** Whether page-turning controls follow what holds the rows, no other list in between. */
function isPaged(rows: readonly Candidate[]): boolean {
  let holder: Element | null = rows[0]?.container ?? null;
  for (let level = 0; holder && holder.name !== 'body' && level < 2; level++, holder = parentElement(holder)) {
    for (let next = holder.next; next; next = next.next) {
      if (isTag(next) && holdsTitles(next)) return false;
      if (TURNS.test(rawText(next))) return true;
    }
  }
  return false;
}

const holdsTitles = (element: Element): boolean =>
  $('a', element)
    .toArray()
    .some((anchor) => fold(rawText(anchor)).length > LONGEST_CONTROL);

/** Addresses below the column's own path; a path at the top of the site is no column's own. */
function isBelow(rows: readonly Candidate[], columnUrl: string): boolean {
  const below = new URL('.', columnUrl).href;
  const within = rows.filter(({ url }) => url.startsWith(below)).length;
  return below.split('/').length > 4 && within * 2 > rows.length;
}

export function mayBeEntry(url: string, anchor: Element, page: ParsedPage): boolean {
  const text = fold(rawText(anchor));
  if (TURNING.test(text) || (text.length < SHORTEST_TITLE && !anchor.attribs.title)) return false;
  if (!isWithinHosts(url, page.site.hosts)) return attachmentType(url, text) === null && hasArticleAddress(url);
  return url !== page.url && (hasArticleAddress(url) || attachmentType(url, text) !== null || !isIndex(url));
}

/**
 * Whether a link to a document stands there whose words are too few for a title (章程): no row by itself, but beside it
 * nothing is proved to be empty. A date in its row, or its address, tells it from a section's name.
 */
export const hasShortRow = (page: ParsedPage): boolean =>
  findCandidates(page, (url, anchor) => {
    const text = fold(rawText(anchor));
    const isShort = text.length < SHORTEST_TITLE && !TURNING.test(text);
    return isShort && url !== page.url && isWithinHosts(url, page.site.hosts) && !isIndex(url);
  }).some(({ url, title, date }) => date !== null || hasArticleAddress(url) || attachmentType(url, title) !== null);

/** Whether an address is plainly that of a document: dated files, hexadecimal or numbered ones. */
export function hasArticleAddress(url: string): boolean {
  const { pathname, search } = new URL(url);
  return ARTICLE_PATH.test(pathname) || ARTICLE_QUERY.test(search);
}

const isIndex = (url: string): boolean => INDEX_PATH.test(new URL(url).pathname) && new URL(url).search === '';

/**
 * How much a group looks like the column's list: rows with dates count most, addresses of articles and addresses
 * below the column's own path next. A group with none of these is navigation and counts nothing.
 */
function scoreOf(rows: readonly Candidate[], columnUrl: string): number {
  const below = new URL('.', columnUrl).href;
  const dated = rows.filter(({ date }) => date !== null).length;
  const addressed = rows.filter(({ url }) => hasArticleAddress(url)).length;
  const within = rows.filter(({ url }) => url.startsWith(below)).length;
  if (rows.filter(({ share }) => share >= 0.5).length * 2 < rows.length) return 0;
  if (dated === 0 && addressed === 0) return 0;
  return dated * 3 + addressed + (below.split('/').length > 4 ? within * 2 : 0);
}
