import { cpus } from 'node:os';
import { join } from 'node:path';
import { env, hrtime } from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longLivedFolder } from '../support/temporary-folder.ts';
import { planKills } from './plan.ts';
import { buildProgram, type Program } from './program.ts';
import { type Reference, startReference } from './reference.ts';
import { startSite } from './site.ts';
import { type Told, tellStory } from './story.ts';

/** XUNJIAN_KILLS=500 and XUNJIAN_SEED=… run it longer, or once more as it was. */
const KILLS = Number(env.XUNJIAN_KILLS ?? 60);
const SEED = Number(env.XUNJIAN_SEED ?? hrtime.bigint() % 1_000_000_000n);
const A_STORY = 15;
const AT_ONCE = Math.max(2, Math.min(cpus().length, 8));

describe('a crawl that is killed at any moment', () => {
  const folder = longLivedFolder();
  let program: Program;
  let reference: Reference;
  beforeAll(async () => {
    program = buildProgram();
    reference = await startReference(program, join(folder, 'reference'));
  }, 120_000);
  afterAll(async () => {
    await reference.stop();
    program.remove();
  });

  it(
    `goes on ${KILLS} times as if nothing had happened: no record lost, none twice (XUNJIAN_SEED=${SEED})`,
    async () => {
      const { captures } = await reference.night(1);
      expect(captures.size).toBeGreaterThan(200);
      const kills = planKills(KILLS, SEED);
      const stories = Array.from({ length: Math.ceil(KILLS / A_STORY) }, (_, i) => ({
        folder: join(folder, `story-${i}`),
        kills: kills.slice(i * A_STORY, (i + 1) * A_STORY),
      }));
      const told: Told[] = [];
      const worker = async (): Promise<void> => {
        for (let story = stories.shift(); story; story = stories.shift()) {
          const site = await startSite();
          told.push(await tellStory(program, site, story.folder, story.kills, reference));
          await site.stop();
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      expect(told.flatMap(({ wrong }) => wrong)).toEqual([]);
      expect(told.reduce((sum, { kills: done }) => sum + done, 0)).toBe(KILLS);
    },
    60_000 + KILLS * 10_000,
  );
});
