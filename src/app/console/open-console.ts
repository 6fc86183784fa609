import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type CivilDate, civilDateIn } from '../../model/civil-date.ts';
import type { ConsoleSettings } from '../../model/console-settings.ts';
import type { Plan } from '../../model/plan.ts';
import { sender } from '../../notify/send.ts';
import { consoleLock, consoleStore, inspection } from '../compose.ts';
import type { CrawlRequest } from '../crawl-district.ts';
import { type InputFiles, loadInputs } from '../inputs.ts';
import { JobRunner } from '../jobs/job-runner.ts';
import { scheduleNights } from '../jobs/schedule.ts';
import { jobWorks } from '../jobs/works.ts';
import { loadPlan } from '../load-plan.ts';
import { pause } from '../messages/pause.ts';
import { Postman } from '../messages/postman.ts';
import { adoptLastAudit } from '../quarter-audits.ts';
import { LoginLimits } from './accounts/login-limits.ts';
import { Board } from './board.ts';
import type { Console } from './console.ts';
import { followUp, followUpAll } from './follow-up.ts';
import { remind } from './messages.ts';

export interface ConsoleRequest {
  readonly files: InputFiles;
  readonly data: string;
  /** Folders of further checks. */
  readonly checks: readonly string[];
  readonly settings: ConsoleSettings;
  /** The day that everything goes by; today without it. */
  readonly asOf?: CivilDate | undefined;
  /** Folder for the reports of each night; without it none are written. */
  readonly out?: string | undefined;
  readonly clock: () => Date;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Logger;
  /** As in `CrawlRequest`. */
  readonly patience?: CrawlRequest['patience'];
}

export interface OpenConsole {
  readonly console: Console;
  /** Begins with jobs, messages and the nightly schedule. */
  start(): Promise<void>;
  /** Ends all of it so that it can be gone on with, and closes the databases. */
  close(): Promise<void>;
}

/** When units and groups are reminded, in the district's time zone. */
const REMINDING = '0 9 * * *';

/**
 * Opens all that the console works with. Throws UserError: 2 for wrong targets, rulebook, registers or schedule, 5 where
 * the data folder cannot be written or another console uses it.
 */
export async function openConsole(request: ConsoleRequest): Promise<OpenConsole> {
  const { files, data, checks, settings, asOf, out, clock, wait, log, patience } = request;
  const { plan: first } = await loadInputs(files);
  const release = consoleLock(data);
  const { said, store } = await databasesOf(data).catch((error: unknown) => {
    release();
    throw error;
  });
  const onFault = (line: string, error: unknown): void => log.error({ err: error, line }, 'check.failed');
  const works = { files, data, checks, asOf, out, verbose: false, onFault, ...(patience && { patience }) };
  const jobs: JobRunner = new JobRunner({
    ...{ jobs: store.jobs, works: jobWorks(works), clock, wait, newId: randomUUID, log },
    onDone: (job, result) => followUp(console, job, result),
  });
  const console: Console = {
    ...{ files, data, settings, inspection: said, store, jobs, limits: new LoginLimits(), log, clock },
    board: new Board(files, data, said, first.rulebook),
    today: () => asOf ?? civilDateIn(clock(), first.timeZone),
    plan: currentPlan(files, first),
  };
  const postman = new Postman({ outbox: store.outbox, send: sender(settings, clock), clock, wait: pause, log });
  const failed = (error: unknown): void => log.error({ err: error }, 'schedule.failed');
  const at = (pattern: string, ask: () => Promise<unknown>) =>
    scheduleNights({ pattern, timeZone: first.timeZone }, ask, failed);
  const schedules: ReturnType<typeof at>[] = [];
  return {
    console,
    async start() {
      await console.board.learn();
      await console.board.warm();
      await followUpAll(console);
      await remind(console);
      await jobs.start();
      postman.start();
      schedules.push(at(REMINDING, () => remind(console)));
      if (settings.night !== null) schedules.push(at(settings.night, () => jobs.ask('night', null, null, null)));
    },
    async close() {
      await Promise.all([...schedules.map((one) => one.stop()), postman.stop(), jobs.stop()]);
      await said.close();
      await store.close();
      release();
    },
  };
}

async function databasesOf(data: string) {
  adoptLastAudit(data);
  const said = await inspection(data);
  try {
    return { said, store: await consoleStore(data) };
  } catch (error) {
    await said.close();
    throw error;
  }
}

/** How long the targets are taken to be what they were, in milliseconds: every page asks for them. */
const FRESH = 2_000;

/** targets.yaml read again when it may have changed; as it was where it has become wrong, which the board tells of. */
function currentPlan(files: InputFiles, first: Plan): () => Plan {
  let known = first;
  let readAt = 0;
  return () => {
    const now = performance.now();
    if (readAt === 0) readAt = now;
    if (now - readAt < FRESH) return known;
    readAt = now;
    try {
      known = loadPlan(files).plan;
    } catch {
      // What is wrong with it is shown on every page.
    }
    return known;
  };
}
