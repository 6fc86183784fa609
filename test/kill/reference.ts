import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countOf, IN_FLIGHT, outcomeOf } from './compared.ts';
import { readIndex } from './index-copy.ts';
import { live } from './life.ts';
import type { Program } from './program.ts';
import { startSite, targetsOf } from './site.ts';

export interface Night {
  readonly captures: ReadonlySet<string>;
  /** How often each path was asked for. */
  readonly asked: ReadonlyMap<string, number>;
}

/** Nights of a crawl that nothing stops, made as they are asked for. */
export interface Reference {
  night(number: number): Promise<Night>;
  stop(): Promise<void>;
}

export async function startReference(program: Program, folder: string): Promise<Reference> {
  const site = await startSite();
  mkdirSync(folder, { recursive: true });
  const targets = join(folder, 'targets.yaml');
  const data = join(folder, 'data');
  writeFileSync(targets, targetsOf(site.port, { inFlight: IN_FLIGHT }));
  const nights: Promise<Night>[] = [];
  const next = async (night: number): Promise<Night> => {
    await nights[night - 2];
    site.night = night;
    site.asked.length = 0;
    const args = ['crawl', '--targets', targets, '--data', data, '--quiet'];
    const { code, stderr } = await live(program, site, args, data, null);
    if (code !== 0) throw new Error(`an uninterrupted crawl ended with ${code}: ${stderr}`);
    const { runs, captures } = readIndex(data, join(folder, 'copy'));
    const own = captures.filter(({ run_id }) => run_id === runs.at(-1)?.id);
    return { captures: new Set(own.map(outcomeOf)), asked: countOf(site.asked) };
  };
  return {
    night: async (number) => {
      while (nights.length < number) nights.push(next(nights.length + 1));
      return (await nights[number - 1]) as Night;
    },
    stop: site.stop,
  };
}
