import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { SiteReport } from './site/log.ts';

export interface SiteOptions {
  readonly pages: number;
  readonly latency: string;
  readonly validators: string;
  /** Processor cores, as `taskset` names them; null: any. */
  readonly cores: string | null;
}

/** The site in a process of its own. */
export class SiteProcess {
  readonly origin: string;
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.child = child;
    this.origin = `http://127.0.0.1:${port}`;
  }

  static async start({ pages, latency, validators, cores }: SiteOptions): Promise<SiteProcess> {
    const server = fileURLToPath(new URL('./site/server.js', import.meta.url));
    const flags = ['--pages', String(pages), '--latency', latency, '--validators', validators];
    const argv = [...(cores === null ? [] : ['taskset', '-c', cores]), process.execPath, server, ...flags];
    const [command = '', ...rest] = argv;
    const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => [''])]);
    if (String(line) === '') throw new Error('the site did not start');
    return new SiteProcess(child, (JSON.parse(String(line)) as { port: number }).port);
  }

  /** Changes to a day and begins a new log. */
  async day(number: number): Promise<void> {
    await this.ask(`day?n=${number}`);
  }

  /** What was asked for since the last report. */
  async report(): Promise<SiteReport> {
    return (await this.ask('report')) as SiteReport;
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill();
    await gone;
  }

  private async ask(what: string): Promise<unknown> {
    return (await fetch(`${this.origin}/__bench/${what}`)).json();
  }
}
