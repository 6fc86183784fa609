import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Cores } from './cores.ts';
import { measure } from './measure.ts';
import type { Peer } from './peers.ts';
import type { Pace } from './site/log.ts';
import { SiteProcess } from './site-process.ts';

export interface Pacing {
  readonly delayMs: number;
  readonly latency: string;
  readonly requests: number;
  /** Share of the permitted beginnings that were used: (requests − 1) × delay ÷ time from the first to the last. */
  readonly slotUse: number;
  readonly gapsMs: Pace['gapsMs'];
}

/** Paced crawls of ours against answers at once, half a delay and up to a whole delay late, by the site's own clock. */
export async function measurePacing(
  peer: Peer,
  work: string,
  delayMs: number,
  pages: number,
  cores: Cores,
): Promise<Pacing[]> {
  const results: Pacing[] = [];
  for (const latency of ['0', String(Math.round(delayMs / 2)), `0-${delayMs}`, String(delayMs)]) {
    const site = await SiteProcess.start({ pages, latency, validators: 'all', cores: cores.site });
    try {
      const folder = join(work, `pace-${latency}`);
      mkdirSync(folder, { recursive: true });
      const argv = peer.command(site.origin, folder, { inFlight: 32, minDelayMs: delayMs });
      await measure({ argv, folder, cores: cores.peer, timeoutMs: pages * delayMs * 4 + 60_000 });
      const pace = (await site.report()).pace[new URL(site.origin).host];
      if (!pace) throw new Error('the site was not asked for anything');
      const { requests, ms, gapsMs } = pace;
      results.push({ delayMs, latency, requests, slotUse: ((requests - 1) * delayMs) / ms, gapsMs });
    } finally {
      await site.stop();
    }
  }
  return results;
}
