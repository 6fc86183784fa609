import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IN_FLIGHT, outcomeOf } from '../kill/compared.ts';
import { readIndex } from '../kill/index-copy.ts';
import { Inspector } from '../kill/inspect.ts';
import { buildProgram, type Ended, type Program } from '../kill/program.ts';
import { type Reference, startReference } from '../kill/reference.ts';
import { type Site, startSite, targetsOf } from '../kill/site.ts';
import { longLivedFolder } from '../support/temporary-folder.ts';

const folder = longLivedFolder();
let program: Program;
let reference: Reference;
let site: Site;
beforeAll(async () => {
  program = buildProgram();
  reference = await startReference(program, join(folder, 'reference'));
  site = await startSite();
}, 120_000);
afterAll(async () => {
  await reference.stop();
  await site.stop();
  program.remove();
});

/** A folder for one case with a targets file, and the command line that crawls into its data folder. */
function workplace(name: string) {
  const place = join(folder, name);
  const [targets, data] = [join(place, 'targets.yaml'), join(place, 'data')];
  mkdirSync(place);
  writeFileSync(targets, targetsOf(site.port, { inFlight: IN_FLIGHT }));
  return { place, data, args: ['crawl', '--targets', targets, '--data', data, '--quiet'] };
}

function saidInWords({ code, stderr }: Ended, words: RegExp): void {
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/程序内部错误|\n {4}at /);
  expect(code).toBe(5);
}

function wholeSoFar(data: string, copy: string): void {
  expect(new Inspector(data).inspect(readIndex(data, copy))).toEqual([]);
}

async function wholeAtTheEnd(data: string, copy: string): Promise<void> {
  const index = readIndex(data, copy);
  expect(new Inspector(data).inspect(index)).toEqual([]);
  expect(index.runs).toHaveLength(1);
  expect(index.captures.map(outcomeOf).sort()).toEqual([...(await reference.night(1)).captures].sort());
}

describe('a file that may not grow (quota, ulimit -f)', () => {
  // In blocks of 512 bytes, or of 1024 where sh is another shell: too small for the tables, for the index, for an attachment.
  it.each([10, 150, 700, 2500])(
    'of %i blocks ends the crawl in words, and with space it goes on',
    async (blocks) => {
      const { place, data, args } = workplace(`blocks-${blocks}`);
      const limited = ['sh', '-c', `ulimit -f ${blocks} && exec "$@"`, 'sh'];
      saidInWords(await program.start(args, limited).ended, /超过系统允许的大小|磁盘读写出错/);
      wholeSoFar(data, join(place, 'copy'));
      expect(await program.start(args).ended).toMatchObject({ code: 0 });
      await wholeAtTheEnd(data, join(place, 'copy'));
    },
    60_000,
  );
});

/** How a disk of this size can be made for one command, without being root where the system allows it. */
const namespace = [
  ['unshare', '-rm'],
  ['unshare', '-m'],
].find(([command = '', ...rest]) => spawnSync(command, [...rest, 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0);

const ON_A_SMALL_DISK = `
data=$1; options=$2; place=$3; shift 3
mkdir "$data" && mount -t tmpfs -o "$options" none "$data" || exit 99
"$@"; code=$?
cp -r "$data" "$place/full"
mount -o remount,size=300m,nr_inodes=1000 "$data"
"$@" 2> "$place/again" || exit 98
cp -r "$data" "$place/whole"
exit $code
`;

describe.skipIf(!namespace)('a disk that is full (needs mount namespaces)', () => {
  it.each([
    ['size=4k', 'for the lock'],
    ['nr_inodes=2', 'for another file'],
    ['size=100k', 'for the tables'],
    ['size=500k', 'for the index'],
    ['size=1m', 'for the evidence'],
    ['size=2500k', 'for a large attachment'],
  ])(
    '%s, too small %s, ends the crawl in words, and with space it goes on',
    async (options, _for) => {
      const { place, data, args } = workplace(options.replace('=', '-'));
      const script = [...(namespace ?? []), 'sh', '-c', ON_A_SMALL_DISK, 'sh', data, options, place];
      saidInWords(await program.start(args, script).ended, /磁盘空间不足.*剩余空间 \d+\.\d MB.*再次运行即从断点继续/);
      expect(existsSync(join(place, 'full'))).toBe(true);
      wholeSoFar(join(place, 'full'), join(place, 'copy'));
      cpSync(join(place, 'whole'), data, { recursive: true });
      await wholeAtTheEnd(data, join(place, 'copy'));
    },
    60_000,
  );
});
