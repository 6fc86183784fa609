import type { Channel } from './message.ts';

/** How `xunjian serve` runs; console.yaml, with what is left out filled in. */
export interface ConsoleSettings {
  readonly listen: { readonly host: string; readonly port: number };
  /** Origin that users type, such as `https://xunjian.example.gov.cn`; null where nobody said. */
  readonly publicUrl: string | null;
  /** What a reverse proxy says of where a request comes from is believed. */
  readonly trustProxy: boolean;
  /** Cron pattern of the nightly work, in the plan's time zone; null: none. */
  readonly night: string | null;
  /** Null: no e-mail is sent. */
  readonly mail: MailServer | null;
  readonly robots: readonly Robot[];
  readonly remind: RemindSettings;
}

/** The server that takes our e-mail. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS. */
  readonly secure: boolean;
  /** Null: it takes mail from this machine without a password. */
  readonly login: { readonly user: string; readonly password: string } | null;
  readonly from: { readonly name: string; readonly address: string };
}

/** A robot in a group chat. */
export interface Robot {
  /** As messages name it. */
  readonly name: string;
  readonly kind: Exclude<Channel, 'mail'>;
  /** Whoever knows it can write to the group: a secret. */
  readonly url: string;
  /** What DingTalk's robot is to be signed with; null where it goes by a keyword. */
  readonly secret: string | null;
}

export interface RemindSettings {
  /** So many days before the last day for rectification; 0: on that day. */
  readonly daysBefore: readonly number[];
  /** After it, every so many days. */
  readonly overdueEvery: number;
}
