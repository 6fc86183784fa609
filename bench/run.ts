// Measures xunjian against a limit loop and other crawlers on a generated site; docs/benchmarks.md has the method.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { auditTable, measureAudits } from './audit.ts';
import { consoleTable, measureConsole } from './console/measure.ts';
import { type Cores, chooseCores } from './cores.ts';
import { measure } from './measure.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { measurePacing } from './pacing.ts';
import { availablePeers, type Peer } from './peers.ts';
import { fromReport, type Row } from './rows.ts';
import { SiteProcess } from './site-process.ts';
import { crawlTable, nextNightTable } from './tables.ts';

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) {
    process.stdout.write(USAGE);
    return;
  }
  const options = readOptions(argv);
  const cores = chooseCores();
  const work = mkdtempSync(join(tmpdir(), 'xunjian-bench-'));
  try {
    const output = await outputOf(options, work, cores);
    process.stdout.write(`${output}\n`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function outputOf(options: Options, work: string, cores: Cores): Promise<string> {
  if (options.console !== null) return consolePages(options, options.console, work);
  if (options.audit) return audits(options, work);
  return options.pace === null ? speed(options, work, cores) : pacing(options, options.pace, work, cores);
}

async function consolePages({ seconds, json }: Options, findings: number, work: string): Promise<string> {
  const visits = await measureConsole({ findings, inspectors: 2, units: 20, seconds }, work, tell);
  if (json !== null) writeFileSync(json, `${JSON.stringify(visits, null, 2)}\n`);
  return consoleTable(visits);
}

async function audits(options: Options, work: string): Promise<string> {
  const rows = await measureAudits(options, work, tell);
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`);
  return auditTable(rows);
}

async function speed(options: Options, work: string, cores: Cores): Promise<string> {
  const { pages, latency, validators, rounds, json } = options;
  const peers = availablePeers(options.peers, tell);
  const site = await SiteProcess.start({ pages, latency, validators, cores: cores.site });
  const rows: Row[] = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      for (let turn = 0; turn < peers.length; turn++) {
        const peer = peers[(turn + round - 1) % peers.length];
        if (!peer) continue;
        for await (const row of crawls(peer, round, site, options, work, cores)) {
          rows.push(row);
          tell(JSON.stringify(row));
        }
      }
    }
  } finally {
    await site.stop();
  }
  if (json !== null) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
  return options.days > 1 ? `${crawlTable(rows)}\n\n${nextNightTable(rows)}` : crawlTable(rows);
}

/** One crawl; of ours another one for each further day, in the folder that the first one left. */
async function* crawls(
  peer: Peer,
  round: number,
  site: SiteProcess,
  options: Options,
  work: string,
  cores: Cores,
): AsyncGenerator<Row> {
  const { pages, inFlight, timeoutMs, days } = options;
  const folder = join(work, 'crawl');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let day = 1; day <= (peer.name === 'ours' ? days : 1); day++) {
    await site.day(Math.min(day, 2));
    const argv = peer.command(site.origin, folder, { inFlight, minDelayMs: 0 });
    // Crawlee keeps its storage where it is told; without this it would be kept beside the program.
    const env = { CRAWLEE_STORAGE_DIR: join(folder, 'storage') };
    const used = await measure({ argv, folder, env, cores: cores.peer, timeoutMs });
    yield { peer: peer.name, pages, round, day, ...used, ...fromReport(await site.report()) };
  }
}

async function pacing(options: Options, delayMs: number, work: string, cores: Cores): Promise<string> {
  const [ours] = availablePeers(['ours'], tell);
  if (!ours) throw new Error('ours cannot be run');
  const results = await measurePacing(ours, work, delayMs, options.pages, cores);
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
  const lines = results.map(
    ({ latency, requests, slotUse, gapsMs: { smallest, hundredth, median } }) =>
      `| ${latency} | ${requests} | ${(slotUse * 100).toFixed(1)} | ${[smallest, hundredth, median].map((gap) => gap.toFixed(1)).join(' | ')} |`,
  );
  return `delay ${delayMs} ms\n\n| latency ms | requests | slots used % | smallest gap ms | 1 % of gaps below | median gap |\n| --- | --- | --- | --- | --- | --- |\n${lines.join('\n')}`;
}

await main().catch((error: unknown) => {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
