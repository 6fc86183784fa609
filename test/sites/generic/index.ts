import { startSite } from '../planted-site.ts';
import type { Answer, DemoSite, Planted, SiteOptions } from '../site-kit.ts';
import { makes, newsPages } from './makes.ts';
import { paging } from './paging.ts';
import { encoded, shell } from './templates.ts';

/** A site of no known system: lists of every make, old encodings, and the ways in which static pages are misnumbered. */
export async function startGenericSite(options: SiteOptions = {}): Promise<DemoSite> {
  const columns = [...makes, ...paging];
  return startSite({ ...options, host: 'www.plain.example', columns, pages: { ...navigation(columns), ...newsPages } });
}

function navigation(columns: readonly Planted[]): Record<string, Answer> {
  const units = [...new Set(columns.map(({ unit }) => unit))];
  const tree = units.map((unit) => {
    const links = columns
      .filter((column) => column.unit === unit)
      .map(({ name, path }) => `<li><a href="${path}">${name}</a></li>`);
    return `<li><span>${unit}</span><ul>${links.join('')}</ul></li>`;
  });
  const answer = encoded(shell('政府信息公开', `<ul class="tree">${tree.join('')}</ul>`), 'utf-8');
  return { '/': answer, '/zfxxgk/': answer };
}
