import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Random, randomFor } from '../../demo/random.ts';
import { auditTargets } from '../audit.ts';
import { SiteProcess } from '../site-process.ts';
import { table } from '../tables.ts';
import { Person, type Visit } from './person.ts';
import { AS_OF, writeQuarter } from './quarter.ts';
import { type ConsoleProcess, crawling, startConsole } from './server.ts';
import { INSPECTOR, type Step, UNIT } from './stories.ts';

export interface ConsoleLoad {
  readonly findings: number;
  readonly inspectors: number;
  readonly units: number;
  /** How long is measured, in seconds. */
  readonly seconds: number;
}

/** Between two steps people read, for so many milliseconds. */
const READING = [500, 1500] as const;
/** Pages of the site that is crawled meanwhile. */
const SITE_PAGES = 46_000;

/** Serves a quarter to inspectors and units at once while a crawl runs in the same folder; every answer they got. */
export async function measureConsole(
  load: ConsoleLoad,
  work: string,
  tell: (line: string) => void,
): Promise<readonly Visit[]> {
  const folder = join(work, 'console');
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const site = await SiteProcess.start({ pages: SITE_PAGES, latency: '20-60', validators: 'all', cores: null });
  try {
    const targets = auditTargets(site.origin, SITE_PAGES).replace(
      'inFlight: 32, minDelayMs: 0',
      'inFlight: 2, minDelayMs: 50',
    );
    writeFileSync(join(folder, 'targets.yaml'), targets);
    const units = [...targets.matchAll(/- id: (\S+)/g)].map(([, id]) => id ?? '');
    await writeQuarter(data, units, load.findings);
    tell(`${units.length} units, ${load.findings} findings`);
    const crawl = crawling(folder);
    const server = await startConsole(folder, AS_OF);
    try {
      const people = await everybody(server, units, load);
      tell(`${people.length} people are logged in`);
      const visits = await together(people, load.seconds * 1000);
      tell(`${visits.length} answers in ${load.seconds} s`);
      return visits;
    } finally {
      await server.stop();
      await crawl.stop();
    }
  } finally {
    await site.stop();
  }
}

type Worker = { readonly person: Person; readonly story: readonly Step[]; readonly random: Random };

async function everybody(
  { origin, administrator }: ConsoleProcess,
  units: readonly string[],
  load: ConsoleLoad,
): Promise<Worker[]> {
  const chief = await Person.logIn(origin, administrator.login, administrator.password);
  const join = async (
    login: string,
    fields: Readonly<Record<string, string>>,
    story: readonly Step[],
  ): Promise<Worker> => {
    await chief.post('accounts', '/accounts', { login, name: login, ...fields });
    const [, password = ''] = /一次性密码：(\S+)/.exec(await chief.open('accounts', '/accounts')) ?? [];
    return { person: await Person.logIn(origin, login, password), story, random: randomFor(login) };
  };
  const workers: Worker[] = [];
  for (let at = 0; at < load.inspectors; at += 1)
    workers.push(await join(`inspector${at}`, { role: 'inspector' }, INSPECTOR));
  for (let at = 0; at < load.units; at += 1)
    workers.push(await join(`unit${at}`, { role: 'unit', unit: units[at % units.length] ?? '' }, UNIT));
  return workers;
}

/** Everybody works at once for so many milliseconds. */
async function together(workers: readonly Worker[], ms: number): Promise<Visit[]> {
  const until = performance.now() + ms;
  await Promise.all(
    workers.map(async ({ person, story, random }) => {
      while (performance.now() < until) {
        await story[random.int(0, story.length - 1)]?.(person, random);
        await setTimeout(random.int(...READING));
      }
    }),
  );
  return workers.flatMap(({ person }) => person.visits);
}

/** Milliseconds by kind of page: median, 95th percentile and the slowest. */
export function consoleTable(visits: readonly Visit[]): string {
  const pages = [...new Set(visits.map(({ page }) => page))].sort();
  const line = (name: string, own: readonly Visit[]): string[] => {
    const times = own.map(({ ms }) => ms).sort((one, other) => one - other);
    const at = (share: number): string =>
      (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0);
    const failed = own.filter(({ status }) => status >= 400).length;
    return [name, String(own.length), at(0.5), at(0.95), at(1), String(failed)];
  };
  const lines = pages.map((page) =>
    line(
      page,
      visits.filter((one) => one.page === page),
    ),
  );
  return table(['page', 'answers', 'median ms', '95 % ms', 'slowest ms', 'failed'], [...lines, line('all', visits)]);
}
