import type { Account } from '../../model/account.ts';
import type { ConsoleSettings } from '../../model/console-settings.ts';
import type { MessageDraft } from '../../model/message.ts';
import type { Unit } from '../../model/plan.ts';

/** Whom messages can reach, and what is configured for it. */
export interface Audience {
  readonly district: string;
  readonly units: readonly Pick<Unit, 'id' | 'name'>[];
  readonly accounts: readonly Pick<Account, 'unit' | 'email' | 'disabled'>[];
  readonly settings: Pick<ConsoleSettings, 'mail' | 'robots' | 'publicUrl'>;
}

interface Letter {
  /** What it is about, its recipient aside. */
  readonly about: string;
  readonly subject: string;
  readonly lines: readonly string[];
}

/** DingTalk's robots that go by a keyword take what contains it. */
const KEYWORD = '【巡检】';

/** The letter to each address of a unit; none where no mail server is configured. */
export function toUnit({ accounts, settings }: Audience, unit: string, letter: Letter): MessageDraft[] {
  if (!settings.mail) return [];
  const own = accounts.filter((account) => account.unit === unit && !account.disabled);
  const addresses = new Set(own.flatMap(({ email }) => (email ? [email] : [])));
  return [...addresses].map((recipient) => ({
    ...{ about: `${letter.about}/${unit}/mail/${recipient}`, channel: 'mail', recipient },
    ...{ subject: KEYWORD + letter.subject, body: letter.lines.join('\n') },
  }));
}

/** The letter to each robot. */
export const toRobots = ({ settings }: Audience, { about, subject, lines }: Letter): MessageDraft[] =>
  settings.robots.map(({ name, kind }) => ({
    ...{ about: `${about}/${kind}/${name}`, channel: kind, recipient: name },
    ...{ subject: KEYWORD + subject, body: lines.join('\n') },
  }));

/** Where to log in. */
export const consoleLine = ({ settings }: Audience): string =>
  settings.publicUrl === null ? '请登录巡检控制台查看和处理。' : `请登录巡检控制台查看和处理：${settings.publicUrl}/`;
