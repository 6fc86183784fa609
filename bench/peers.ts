import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../src/config/package-root.ts';
import { type Manners, startUrls, targetsYaml } from './targets.ts';

export const PEER_NAMES = ['ours', 'limit-c', 'crawlee', 'scrapy'] as const;
export type PeerName = (typeof PEER_NAMES)[number];

export interface Peer {
  readonly name: PeerName;
  /** The command of one crawl; it may write to `folder`, which the next night finds as it was left. */
  command(origin: string, folder: string, manners: Manners): readonly string[];
}

const root = packageRoot();
const crawleeFolder = join(root, 'bench/peers/crawlee');

function startFile(origin: string, folder: string): string {
  const file = join(folder, 'start.json');
  writeFileSync(file, JSON.stringify(startUrls(origin)));
  return file;
}

const PEERS: Readonly<Record<PeerName, Peer>> = {
  ours: {
    name: 'ours',
    command: (origin, folder, manners) => {
      const targets = join(folder, 'targets.yaml');
      writeFileSync(targets, targetsYaml(origin, manners));
      const program = join(root, 'bin/xunjian.js');
      return [process.execPath, program, 'crawl', '--targets', targets, '--data', join(folder, 'data')];
    },
  },
  'limit-c': {
    name: 'limit-c',
    command: (origin, folder) => {
      const program = fileURLToPath(new URL('./peers/limit.js', import.meta.url));
      return [process.execPath, program, origin, startFile(origin, folder), folder];
    },
  },
  crawlee: {
    name: 'crawlee',
    command: (origin, folder) => [
      process.execPath,
      join(crawleeFolder, 'crawl.mjs'),
      origin,
      startFile(origin, folder),
    ],
  },
  scrapy: {
    name: 'scrapy',
    command: (origin, folder) => [
      ...['scrapy', 'runspider', join(root, 'bench/peers/scrapy_spider.py')],
      ...['-a', `origin=${origin}`, '-a', `start=${startFile(origin, folder)}`],
    ],
  },
};

/** The peers that can run here; `tell` hears of those that cannot, and why. */
export function availablePeers(names: readonly PeerName[], tell: (line: string) => void): Peer[] {
  return names.filter((name) => isAvailable(name, tell)).map((name) => PEERS[name]);
}

function isAvailable(name: PeerName, tell: (line: string) => void): boolean {
  if (name === 'scrapy') {
    if (spawnSync('scrapy', ['version']).status === 0) return true;
    tell('scrapy is not installed: not measured.');
    return false;
  }
  if (name !== 'crawlee' || existsSync(join(crawleeFolder, 'node_modules/crawlee'))) return true;
  tell('Installing crawlee into bench/peers/crawlee (a peer of the benchmark, no part of the program) …');
  const install = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], {
    cwd: crawleeFolder,
    encoding: 'utf8',
  });
  if (install.status === 0) return true;
  tell(`crawlee cannot be installed here: not measured. ${install.stderr.trim().split('\n').at(-1) ?? ''}`);
  return false;
}
