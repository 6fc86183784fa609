import type { Logger } from 'pino';
import type { CivilDate } from '../../model/civil-date.ts';
import type { ConsoleSettings } from '../../model/console-settings.ts';
import type { Plan } from '../../model/plan.ts';
import type { ConsoleStore, Inspection } from '../compose.ts';
import type { InputFiles } from '../inputs.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import type { LoginLimits } from './accounts/login-limits.ts';
import type { Board } from './board.ts';

/** What every use case of the console works with. */
export interface Console {
  readonly files: InputFiles;
  /** Folder of evidence, databases and all that is kept. */
  readonly data: string;
  readonly settings: ConsoleSettings;
  readonly inspection: Inspection;
  readonly store: ConsoleStore;
  readonly board: Board;
  readonly jobs: JobRunner;
  readonly limits: LoginLimits;
  readonly log: Logger;
  readonly clock: () => Date;
  /** The day as the inspection counts it, in the district's time zone. */
  today(): CivilDate;
  /** targets.yaml as it was read last. */
  plan(): Plan;
}
