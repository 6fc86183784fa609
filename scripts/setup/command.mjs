import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** @typedef {{ ok: boolean, output: string }} Finished stdout and stderr together, in the order in which they came. */
/** @typedef {(command: string, args: readonly string[], options?: RunOptions) => Promise<Finished>} Run */
/** @typedef {{ env?: Record<string, string>, timeoutMs?: number }} RunOptions */

/**
 * Runs child processes quietly and keeps what they say in a log file. The log is written after each
 * command, since `npm ci` takes the folder away in which it lies.
 *
 * @param {{ root: string, logFile: string, env: NodeJS.ProcessEnv }} options
 * @returns {Run}
 */
export function commandRunner({ root, logFile, env }) {
  let first = true;
  return async (command, args, { env: more = {}, timeoutMs } = {}) => {
    const finished = await new Promise((resolve) => {
      const chunks = [];
      const child = spawn(command, args, {
        cwd: root,
        env: { ...env, ...more },
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: timeoutMs,
      });
      const output = () => Buffer.concat(chunks).toString('utf8');
      child.stdout.on('data', (chunk) => chunks.push(chunk));
      child.stderr.on('data', (chunk) => chunks.push(chunk));
      child.on('error', (error) => resolve({ ok: false, output: `${output()}${error.message}\n` }));
      child.on('close', (code, signal) => {
        const ended = signal === null ? '' : `（进程被信号 ${signal} 终止）\n`;
        resolve({ ok: code === 0, output: output() + ended });
      });
    });
    mkdirSync(path.dirname(logFile), { recursive: true });
    const entry = `$ ${command} ${args.join(' ')}\n${finished.output}\n`;
    if (first) writeFileSync(logFile, entry);
    else appendFileSync(logFile, entry);
    first = false;
    return finished;
  };
}

/** The last lines of what a child process said, without blank ones and without JavaScript stack frames. */
export function lastLines(output, count = 12) {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/^\s+at\s/.test(line));
  return lines.slice(-count).join('\n');
}

/**
 * How to start npm: its script under this very Node, so that native modules are built for the Node that
 * will load them; the `npm` command only where the script is not found.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ command: string, args: string[] }}
 */
export function npmCommand(env, nodePath = process.execPath) {
  const bin = path.dirname(nodePath);
  const scripts = [
    env.npm_execpath,
    path.join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = scripts.find((file) => file && path.basename(file) === 'npm-cli.js' && existsSync(file));
  return script ? { command: nodePath, args: [script] } : { command: 'npm', args: [] };
}

/** The environment of child processes: this Node comes first on PATH, for scripts that packages run. */
export function childEnvironment(env, nodePath = process.execPath) {
  return { ...env, PATH: [path.dirname(nodePath), env.PATH].filter(Boolean).join(path.delimiter) };
}
