import { startSite } from '../planted-site.ts';
import { type Answer, type DemoSite, type Planted, page, type SiteOptions } from '../site-kit.ts';
import { budgets, finance } from './finance.ts';
import { newsPages, others } from './others.ts';
import { shell } from './templates.ts';

/**
 * A site of TRS WCM: dated files below the column's folder, lists made by `createPageHTML`, metadata blocks of 枣庄,
 * 湘西, 青岛 and 南昌, and the ways of numbering pages that public collectors of such sites allow for.
 */
export async function startTrsSite(options: SiteOptions = {}): Promise<DemoSite> {
  const columns = [...finance, await budgets(), ...others];
  return startSite({ ...options, host: 'www.trs.example', columns, pages: { ...navigation(columns), ...newsPages } });
}

/** Home page, list of units, and a page for each unit with its columns. */
function navigation(columns: readonly Planted[]): Record<string, Answer> {
  const units = [...new Set(columns.map(({ unit }) => unit))];
  const homeOf = (i: number): string => `/zwgk/units/u${i + 1}/`;
  const list = units.map((unit, i) => `<li><a href="${homeOf(i)}">${unit}</a></li>`).join('');
  const tree = page(shell('部门信息公开', `<div class="bmlist"><ul>${list}</ul></div>`));
  const pages: Record<string, Answer> = { '/': tree, '/zwgk/': tree, '/zwgk/bmxxgk/': tree };
  units.forEach((unit, i) => {
    const own = columns.filter((column) => column.unit === unit);
    const links = own.map(({ name, path }) => `<li><a href="${path}">${name}</a></li>`).join('');
    pages[homeOf(i)] = page(shell(unit, `<div class="leftmenu"><h3>${unit}</h3><ul class="tree">${links}</ul></div>`));
  });
  return pages;
}
