import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { openRecords } from '../open-records.ts';
import { AccountRepository } from './accounts.ts';
import { JobRepository } from './jobs.ts';
import { CONSOLE_MIGRATIONS } from './migrations.ts';
import { OutboxRepository } from './outbox.ts';
import { SessionRepository } from './sessions.ts';
import type { ConsoleTables } from './tables.ts';
import { TokenRepository } from './tokens.ts';

/** Who may use the console, and what it has in hand. */
export interface ConsoleStore {
  readonly accounts: AccountRepository;
  readonly sessions: SessionRepository;
  readonly tokens: TokenRepository;
  readonly jobs: JobRepository;
  readonly outbox: OutboxRepository;
  close(): Promise<void>;
}

/** Opens `DIR/console.db`, and makes it where it is not there. Throws UserError (exit code 5) as `openRecords`. */
export async function openConsole(dataDir: string): Promise<ConsoleStore> {
  const { db, close } = await openRecords<ConsoleTables>(dataDir, 'console.db', CONSOLE_MIGRATIONS);
  // Whoever may look into the data folder need not see what passwords are checked against.
  chmodSync(join(dataDir, 'console.db'), 0o600);
  return {
    accounts: new AccountRepository(db),
    sessions: new SessionRepository(db),
    tokens: new TokenRepository(db),
    jobs: new JobRepository(db),
    outbox: new OutboxRepository(db),
    close,
  };
}
