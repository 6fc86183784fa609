import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/config/package-root.ts';

/** A process of the real command line, and what became of it. */
export interface Life {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Program {
  /** Folder that holds `bin/xunjian.js`. */
  readonly root: string;
  /** Runs a command line; `wrapper` is a command that starts it (`prlimit --fsize=…`). */
  start(args: readonly string[], wrapper?: readonly string[]): Life;
  remove(): void;
}

/**
 * Compiles the program as it is now into a folder of its own, so that a test neither depends on an earlier build nor
 * sees the sources change meanwhile. What the compiler thinks of the types is for `npm run check`.
 */
export function buildProgram(): Program {
  const source = packageRoot();
  const root = mkdtempSync(join(tmpdir(), 'xunjian-program-'));
  for (const name of ['package.json', 'node_modules', 'rulebooks', 'schema'])
    symlinkSync(join(source, name), join(root, name));
  mkdirSync(join(root, 'bin'));
  copyFileSync(join(source, 'bin', 'xunjian.js'), join(root, 'bin', 'xunjian.js'));
  const compiler = join(source, 'node_modules', 'tsc7', 'bin', 'tsc');
  const project = ['-p', join(source, 'tsconfig.build.json'), '--outDir', join(root, 'dist')];
  const lean = ['incremental', 'sourceMap', 'declaration'].flatMap((option) => [`--${option}`, 'false']);
  try {
    execFileSync(process.execPath, [compiler, ...project, ...lean], { stdio: 'pipe' });
  } catch (error) {
    if (!existsSync(join(root, 'dist'))) throw error;
  }
  const bin = join(root, 'bin', 'xunjian.js');
  return {
    root,
    start: (args, wrapper = []) => {
      const [command = '', ...rest] = [...wrapper, process.execPath, bin, ...args];
      const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
      return { child, ended: outcome(child) };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function outcome(child: ChildProcess): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });
}
