import { isMembers, jsonGiven, type Members, textIn } from '../extract/families/script-data.ts';
import { resolveUrl } from '../extract/links.ts';
import type { ParsedPage } from '../extract/parsed-page.ts';
import type { NavLink } from './nav-links.ts';
import type { Label } from './nav-marks.ts';

/** Under these names pages hand their column tree to a script: gkmlpt's `_CONFIG.TREE`, and what tree widgets are usually given. */
const NAMES = ['TREE', 'zNodes', 'treeData', 'treeNodes', 'menuData', 'columnTree'];
const LIST = -1;

/** The links of a column tree that a page prints as data for its script. */
export function scriptTree(page: ParsedPage): NavLink[] {
  for (const name of NAMES) {
    const given = page.html.includes(name) ? jsonGiven(page.html, name) : undefined;
    if (Array.isArray(given)) return given.some(hasParentId) ? flat(given, page) : nested(given, page, []);
  }
  return [];
}

const nameOf = (node: Members): string => textIn(node, 'name') || textIn(node, 'title') || textIn(node, 'text');

function urlOf(node: Members, page: ParsedPage): string | null {
  for (const key of ['jump_url', 'url', 'href', 'link']) {
    const url = resolveUrl(textIn(node, key), page.base);
    if (url) return url;
  }
  // All columns of a unit on gkmlpt share one page; what follows # is the column's number.
  const id = textIn(node, 'id');
  return /\/gkmlpt\//.test(page.url) && /^\d+$/.test(id) ? `${page.url}#${id}` : null;
}

function nested(nodes: readonly unknown[], page: ParsedPage, above: readonly Label[]): NavLink[] {
  return nodes.filter(isMembers).flatMap((node) => {
    const label = { text: nameOf(node), url: urlOf(node, page) };
    const below = Array.isArray(node.children) ? nested(node.children, page, [label, ...above]) : [];
    return [...linkOf(label, above), ...below];
  });
}

const linkOf = ({ text, url }: Label, above: readonly Label[]): NavLink[] =>
  text === '' || url === null ? [] : [{ text, url, above, list: LIST, dated: false }];

const parentId = (node: Members): string => textIn(node, 'pId') || textIn(node, 'pid') || textIn(node, 'parentId');
const hasParentId = (node: unknown): boolean => isMembers(node) && parentId(node) !== '';

/** Nodes in one row, each with the number of its parent. */
function flat(given: readonly unknown[], page: ParsedPage): NavLink[] {
  const nodes = given.filter(isMembers);
  const byId = new Map(nodes.map((node) => [textIn(node, 'id'), node]));
  return nodes.flatMap((node) => {
    const above: Label[] = [];
    const seen = new Set([node]);
    for (let at = byId.get(parentId(node)); at && !seen.has(at); at = byId.get(parentId(at))) {
      seen.add(at);
      above.push({ text: nameOf(at), url: urlOf(at, page) });
    }
    return linkOf({ text: nameOf(node), url: urlOf(node, page) }, above);
  });
}
