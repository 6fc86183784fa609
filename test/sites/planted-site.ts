import { serveAnswers } from './answering-site.ts';
import type { Answer, DemoSite, Planted, SiteOptions } from './site-kit.ts';

interface Planting extends SiteOptions {
  readonly host: string;
  readonly columns: readonly Planted[];
  /** Home page, units' pages and what else belongs to no column. */
  readonly pages: Readonly<Record<string, Answer>>;
}

/** Serves what is planted on loopback. */
export function startSite({ host, columns, pages, ...options }: Planting): Promise<DemoSite> {
  const answers = plantedAnswers([pages, ...columns.map((column) => column.pages)]);
  return serveAnswers(host, columns, ({ pathname, search }) => answers.get(decode(pathname + search)) ?? null, options);
}

/** What is answered at each path; one path planted twice is a mistake. */
export function plantedAnswers<T>(plantings: readonly Readonly<Record<string, T>>[]): ReadonlyMap<string, T> {
  const answers = new Map<string, T>();
  for (const planted of plantings)
    for (const [path, answer] of Object.entries(planted)) {
      if (answers.has(path)) throw new Error(`planted twice: ${path}`);
      answers.set(path, answer);
    }
  return answers;
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
