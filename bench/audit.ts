import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { packageRoot } from '../src/config/package-root.ts';
import { TOPIC_IDS } from '../src/model/topic.ts';
import { measure, type Used } from './measure.ts';
import type { Options } from './options.ts';
import { median } from './rows.ts';
import { allColumns } from './site/layout.ts';
import { SiteProcess } from './site-process.ts';
import { table } from './tables.ts';
import { planYaml } from './targets.ts';

/** Documents of a unit, about: a district twice as large has twice as many units. */
const PAGES_A_UNIT = 1000;
/** A day in the quarter of the site's second day. */
const AS_OF = '2023-08-08';

/**
 * `first`: of evidence that no audit has seen; `again`: of the same evidence; `next night`: after a crawl that found
 * what had changed.
 */
const OCCASIONS = ['first', 'again', 'next night'] as const;

export interface AuditRow extends Used {
  readonly occasion: (typeof OCCASIONS)[number];
  readonly pages: number;
  readonly round: number;
}

/** The site's columns as units of the same size, with the topics in turn. */
export function auditTargets(origin: string, pages: number): string {
  const paths = allColumns().flatMap((unit) => unit.paths);
  const units = Math.min(paths.length, Math.max(2, Math.round(pages / PAGES_A_UNIT)));
  const columns = paths.map((path, i) => ({ path, topic: TOPIC_IDS[i % TOPIC_IDS.length] ?? 'other' }));
  return planYaml(
    origin,
    { inFlight: 32, minDelayMs: 0 },
    Array.from({ length: units }, (_, unit) => columns.filter((_column, i) => i % units === unit)),
  );
}

/** Crawls the site two nights, unmeasured, and measures the audits of what they leave, each a process of its own. */
export async function measureAudits(
  { pages, rounds, timeoutMs, latency, validators }: Options,
  work: string,
  tell: (line: string) => void,
): Promise<readonly AuditRow[]> {
  const rows: AuditRow[] = [];
  const site = await SiteProcess.start({ pages, latency, validators, cores: null });
  try {
    for (let round = 1; round <= rounds; round++) {
      const folder = join(work, 'audit');
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'targets.yaml'), auditTargets(site.origin, pages));
      const run = (command: string, ...more: string[]): Promise<Used> => {
        const files = ['--targets', join(folder, 'targets.yaml'), '--data', join(folder, 'data'), '--quiet'];
        const argv = [process.execPath, join(packageRoot(), 'bin/xunjian.js'), command, ...files, ...more];
        return measure({ argv, folder, cores: null, timeoutMs });
      };
      for (const occasion of OCCASIONS) {
        if (occasion !== 'again') {
          await site.day(occasion === 'first' ? 1 : 2);
          const { exit } = await run('crawl');
          if (exit !== 0) throw new Error(`the crawl before the audit ended with ${exit}`);
        }
        const row = { occasion, pages, round, ...(await run('audit', '--as-of', AS_OF)) };
        rows.push(row);
        tell(JSON.stringify(row));
      }
    }
  } finally {
    await site.stop();
  }
  return rows;
}

/** Medians of the rounds. */
export function auditTable(rows: readonly AuditRow[]): string {
  const lines = OCCASIONS.map((occasion) => {
    const own = rows.filter((row) => row.occasion === occasion);
    const figure = (value: (row: AuditRow) => number, digits: number): string => median(own.map(value)).toFixed(digits);
    const peaks = own.flatMap(({ peakMb }) => peakMb ?? []);
    return [
      // Findings are what an audit is for: it then ends with 1.
      own.every(({ exit }) => exit === 0 || exit === 1) ? occasion : `${occasion} (incomplete)`,
      String(own.length),
      figure(({ wall }) => wall, 1),
      figure(({ cpu }) => cpu, 1),
      figure(({ cpu, pages }) => (cpu / pages) * 1000, 2),
      peaks.length === 0 ? '–' : Math.max(...peaks).toFixed(0),
    ];
  });
  return table(['audit', 'runs', 'seconds', 'CPU seconds', 'CPU ms a page', 'peak MB'], lines);
}
