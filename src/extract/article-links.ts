import type { Body } from '../model/document.ts';
import type { Range } from './article-range.ts';
import type { Flow, Span } from './flow.ts';
import { fold, own, rawText } from './html.ts';
import { hrefOf } from './links.ts';

/** Names of the box in which a template prints what an article explains, or is explained by. */
const RELATED = /^[[【]?\s*(?:相关(?:政策)?(?:解读|文件|政策|文章)|政策(?:原文|解读|文件)|解读(?:链接|文件)|文件原文)/;
const LONGEST_NAME = 60;

/**
 * What an article's anchors lead to by http, each address once, files left out: within `range`, and behind its end in a
 * box before `limit` that says it holds what belongs to the article.
 */
export function articleLinks(
  flow: Flow,
  range: Range,
  limit: number,
  base: string,
  files: ReadonlySet<string>,
): Body['links'] {
  const links = new Map<string, Body['links'][number]>();
  const box = relatedBox(flow, range.to, limit);
  for (const span of flow.anchors) {
    if (span.chrome || span.from < range.from || (span.from >= range.to && !box.has(span.from))) continue;
    const url = hrefOf(span.element, base);
    if (url === null || files.has(url) || links.has(url)) continue;
    links.set(url, { url: own(url), text: own(fold(rawText(span.element))) });
  }
  return [...links.values()];
}

/** The blocks behind the article that stand in such a box: its name, and the lines under it that are links. */
function relatedBox(flow: Flow, from: number, limit: number): ReadonlySet<number> {
  const { blocks, anchors } = flow;
  const box = new Set<number>();
  for (let i = from; i < limit; i++) {
    const name = blocks[i]?.text ?? '';
    if (name.length > LONGEST_NAME || !RELATED.test(name)) continue;
    box.add(i);
    const isLinked = (at: number): boolean => anchors.some((span: Span) => !span.chrome && span.from === at);
    for (let at = i + 1; at < limit && (isLinked(at) || blocks[at]?.text === ''); at++) box.add(at);
  }
  return box;
}
