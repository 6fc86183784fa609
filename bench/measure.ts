import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Used {
  readonly exit: number | string;
  /** Seconds of the clock, and of the processor: the command with all that it starts. */
  readonly wall: number;
  readonly cpu: number;
  /** The most memory one process ever held, in MB (10^6); null where the system does not tell. */
  readonly peakMb: number | null;
}

export interface Command {
  readonly argv: readonly string[];
  /** Its folder; the output goes to a file beside it. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Processor cores it may use, as `taskset` names them; null: any. */
  readonly cores: string | null;
  readonly timeoutMs: number;
}

const SAMPLE_MS = 100;

/** Runs a command to its end, or until the time is over. */
export async function measure(command: Command): Promise<Used> {
  const { argv, folder, env = {}, cores, timeoutMs } = command;
  const group = controlGroup();
  const timesFile = `${folder}.times`;
  const pinned = cores === null ? argv : ['taskset', '-c', cores, ...argv];
  // The shell joins the control group before it starts the command; without one, it tells its children's time at the end.
  const shell = group
    ? `echo $$ > ${group}/cgroup.procs && exec "$@"`
    : `"$@"; code=$?; times > ${timesFile}; exit $code`;
  const output = openSync(`${folder}.log`, 'w');
  const begun = process.hrtime.bigint();
  const child = spawn('sh', ['-c', shell, 'sh', ...pinned], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
    detached: true,
  });
  const { exit, peakMb } = await attend(child, timeoutMs);
  const wall = Number(process.hrtime.bigint() - begun) / 1e9;
  closeSync(output);
  return { exit, wall, cpu: group ? await cpuOf(group) : cpuFromTimes(timesFile), peakMb };
}

/** Samples the memory of a child and its children until it ends, and ends them all when the time is over. */
async function attend(child: ChildProcess, timeoutMs: number): Promise<Pick<Used, 'exit' | 'peakMb'>> {
  let peak: number | null = null;
  let gone = false;
  const exited = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      gone = true;
      resolve(code ?? signal ?? 'unknown');
    });
  });
  const deadline = Date.now() + timeoutMs;
  while (!gone) {
    for (const pid of family(child.pid ?? 0)) {
      const held = highWater(pid);
      if (held !== null) peak = Math.max(peak ?? 0, held);
    }
    if (Date.now() > deadline && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await Promise.race([exited, sleep(SAMPLE_MS)]);
  }
  return { exit: await exited, peakMb: peak };
}

/** A process and all below it, as far as /proc tells. */
function family(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    return [pid, ...children.flatMap(family)];
  } catch {
    return [pid];
  }
}

function highWater(pid: number): number | null {
  try {
    const kib = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kib === undefined ? null : (Number(kib) * 1024) / 1e6;
  } catch {
    return null;
  }
}

/** A control group (version 2) of its own, so that no process is missed; null where there is none to be had. */
function controlGroup(): string | null {
  if (!existsSync('/proc/mounts')) return null;
  const mounts = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '));
  const mount = mounts.find(([, , type]) => type === 'cgroup2')?.[1];
  if (mount === undefined) return null;
  const group = `${mount}/xunjian-bench-${process.pid}`;
  try {
    mkdirSync(group, { recursive: true });
    return existsSync(`${group}/cpu.stat`) ? group : null;
  } catch {
    return null;
  }
}

async function cpuOf(group: string): Promise<number> {
  // Nothing that was started may outlive the measurement.
  writeFileSync(`${group}/cgroup.kill`, '1');
  await sleep(SAMPLE_MS);
  const usec = /^usage_usec (\d+)/m.exec(readFileSync(`${group}/cpu.stat`, 'utf8'))?.[1];
  rmdirSync(group);
  return Number(usec) / 1e6;
}

/** The second line of the shell's `times`: user and system time of its children, `0m1.20s 0m0.10s`. */
function cpuFromTimes(file: string): number {
  // A command that was ended before its time leaves none.
  if (!existsSync(file)) return Number.NaN;
  const [, children = ''] = readFileSync(file, 'utf8').split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
}
