import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countOf, IN_FLIGHT, OF_SITE, outcomeOf } from './compared.ts';
import { damageLike, look } from './damage.ts';
import { type IndexCopy, readIndex } from './index-copy.ts';
import { Inspector, unknownFiles } from './inspect.ts';
import { live } from './life.ts';
import { type Kill, sooner } from './plan.ts';
import type { Program } from './program.ts';
import type { Reference } from './reference.ts';
import { type Site, targetsOf } from './site.ts';
import type { SeenRecord } from './warc-members.ts';

const NIGHTS = 2;

export interface Told {
  readonly kills: number;
  readonly nights: number;
  readonly wrong: readonly string[];
}

/** Crawls night after night in one folder, killed again and again, and tells what was wrong after any kill or at the end. */
export async function tellStory(
  program: Program,
  site: Site,
  folder: string,
  kills: readonly Kill[],
  reference: Reference,
): Promise<Told> {
  mkdirSync(folder, { recursive: true });
  const targets = join(folder, 'targets.yaml');
  const data = join(folder, 'data');
  writeFileSync(targets, targetsOf(site.port, { inFlight: IN_FLIGHT }));
  const args = ['crawl', '--targets', targets, '--data', data, '--quiet'];
  const inspector = new Inspector(data);
  const index = (): IndexCopy => readIndex(data, join(folder, 'copy'));
  const wrong: string[] = [];
  // By inode, since a later file may have the name of one that was set aside.
  const expectedAside = new Set<number>();
  const plan = [...kills];
  let done = 0;

  for (let night = 1; night <= NIGHTS || plan.length > 0; night++) {
    site.night = night;
    site.asked.length = 0;
    // The first nights share the kills; with what is left when a night ends early another one begins.
    const spare = night < NIGHTS ? Math.floor(kills.length / NIGHTS) : 0;
    let before = { kills: done, lost: 0 };
    for (let over = false; !over; ) {
      const kill = plan.length > spare ? plan.shift() : undefined;
      const synced = look(data);
      const life = await live(program, site, args, data, kill?.moment ?? null);
      const known = index();
      const after = `night ${night}, after kill ${done + 1} (${JSON.stringify(kill)})`;
      wrong.push(...inspector.inspect(known).map((fault) => `${after}: ${fault}`));
      if (life.code === 0) over = true;
      else if (!life.killed) return { kills: done, nights: night, wrong: [...wrong, `${after}: ${life.stderr}`] };
      if (life.killed) done += 1;
      else if (kill) plan.unshift({ ...kill, moment: sooner(kill.moment) });
      if (life.killed && kill) {
        damageLike(kill.damage, data, known, synced);
        const left = index();
        wrong.push(...inspector.inspect(left).map((fault) => `${after}, damaged: ${fault}`));
        before = { ...before, lost: before.lost + known.captures.length - left.captures.length };
        for (const file of unknownFiles(data, left)) expectedAside.add(statSync(join(data, file)).ino);
        over = left.runs.length === night && left.runs.at(-1)?.finished_at != null;
      }
    }
    const ended = index();
    const whole = await reference.night(night);
    const asked = countOf(site.asked);
    const again = sum([...asked].map(([path, times]) => Math.max(0, times - (whole.asked.get(path) ?? 0))));
    const allowed = IN_FLIGHT * (done - before.kills) + before.lost;
    if (again > allowed)
      wrong.push(`night ${night}: ${again} requests beyond an uninterrupted night, ${allowed} allowed`);
    wrong.push(...nightDiffers(ended, night, whole.captures).map((fault) => `night ${night}: ${fault}`));
  }
  const ended = index();
  wrong.push(...unreferenced(ended, inspector.records(ended)), ...(await inspector.compareWithWarcio(ended)));
  if (ended.tasksLeft > 0) wrong.push(`${ended.tasksLeft} tasks are left`);
  wrong.push(...setAside(data, expectedAside));
  return { kills: done, nights: ended.runs.length, wrong };
}

function nightDiffers(index: IndexCopy, night: number, whole: ReadonlySet<string>): string[] {
  if (index.runs.length !== night) return [`${index.runs.length} runs are known`];
  const run = index.runs.at(-1);
  if (run?.finished_at == null) return ['the run has no end'];
  const captures = index.captures.filter(({ run_id }) => run_id === run.id);
  const kept = new Set(captures.map(outcomeOf));
  const missing = [...whole].filter((outcome) => !kept.has(outcome));
  const foreign = [...kept].filter((outcome) => !whole.has(outcome));
  return [
    ...(captures.length === whole.size ? [] : [`${captures.length} captures, ${whole.size} expected`]),
    ...missing.slice(0, 3).map((outcome) => `missing: ${outcome}`),
    ...foreign.slice(0, 3).map((outcome) => `not in an uninterrupted night: ${outcome}`),
  ];
}

/**
 * Every answer of the site proper that is kept belongs to a capture: as its last answer, or as the redirect on the way
 * there. The site has no faults, so there are no retries.
 */
function unreferenced(index: IndexCopy, records: readonly SeenRecord[]): string[] {
  const expected = new Map<string, number>();
  const expect = (url: string): void => {
    expected.set(url, (expected.get(url) ?? 0) + 1);
  };
  for (const { url, final_url, tag } of index.captures) {
    if (tag !== 'responded') continue;
    expect(final_url);
    if (url !== final_url) expect(url);
  }
  const wrong: string[] = [];
  const answers = records.filter(({ type, url }) => /^(?:response|revisit)$/.test(type) && OF_SITE.test(url));
  const kept = new Map<string, number>();
  for (const { url } of answers) kept.set(url, (kept.get(url) ?? 0) + 1);
  for (const url of new Set([...kept.keys(), ...expected.keys()]))
    if (kept.get(url) !== expected.get(url))
      wrong.push(`${kept.get(url) ?? 0} records of ${url}, ${expected.get(url) ?? 0} captures that led there`);
  return wrong;
}

/** Files set aside are those that no transaction knew when a life began, neither more nor fewer. */
function setAside(data: string, expected: ReadonlySet<number>): string[] {
  const folder = join(data, 'evidence');
  const aside = readdirSync(folder).filter((name) => name.endsWith('.uncommitted'));
  const found = new Set(aside.map((name) => statSync(join(folder, name)).ino));
  return [
    ...(found.size === expected.size ? [] : [`${found.size} files were set aside, ${expected.size} expected`]),
    ...aside.filter((name) => !expected.has(statSync(join(folder, name)).ino)).map((name) => `set aside: ${name}`),
  ];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
