import type { Generated } from 'kysely';

/**
 * Who may use the console and what it has in hand; migrations.ts makes the tables. Instants are epoch milliseconds.
 * What inspectors and units said of findings is not here but in `inspection.db`.
 */
export interface ConsoleTables {
  accounts: {
    id: string;
    /** What is typed to log in; lower case, unique. */
    login: string;
    name: string;
    role: string;
    /** Id of the unit that an account of the role `unit` belongs to; '' for others. */
    unit: string;
    /** For reminders; '' for none. */
    email: string;
    /** `scrypt$N$r$p$salt$hash`, see app/console/password.ts. */
    password: string;
    /** 1: the password was set by somebody else and must be changed at the next login. */
    must_change: number;
    disabled: number;
    created_at: number;
    last_login_at: number | null;
  };
  sessions: {
    /** SHA-256 of the random id in the cookie, hex: whoever reads the file cannot use it. */
    id: string;
    account: string;
    /** What forms carry, so that another site cannot send them. */
    csrf: string;
    created_at: number;
    seen_at: number;
  };
  /** Access to the API without a browser. */
  tokens: {
    id: string;
    account: string;
    /** What its owner calls it. */
    label: string;
    /** SHA-256 of the secret, hex. */
    hash: string;
    created_at: number;
    expires_at: number;
    used_at: number | null;
  };
  /** Work for the one crawler: nights, self-checks, re-checks. Done ones stay for their result. */
  jobs: {
    id: string;
    kind: string;
    /** '' for the whole district. */
    unit: string;
    /** Id of the finding that is looked at again; '' for none. */
    finding: string;
    /** `waiting`, `running`, `done`, `failed` or `cancelled`. */
    state: string;
    /** Id of the account; '' for the schedule. */
    requested_by: string;
    requested_at: number;
    started_at: number | null;
    ended_at: number | null;
    /** JSON of what came of it; '' before. */
    result: string;
    /** Chinese, for people; '' for none. */
    error: string;
  };
  /** Messages to be sent, each once. */
  outbox: {
    id: Generated<number>;
    /** What it is about: the same message is never put in twice. */
    about: string;
    /** `mail`, `wecom` or `dingtalk`. */
    channel: string;
    /** E-mail address, or the name of the robot in console.yaml. */
    recipient: string;
    subject: string;
    body: string;
    created_at: number;
    tries: number;
    next_try_at: number;
    sent_at: number | null;
    /** What went wrong last; '' for nothing. */
    error: string;
  };
}
