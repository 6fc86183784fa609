import { type Actor, may } from '../../model/account.ts';
import type { PublishedBulletin } from '../../model/bulletin.ts';
import type { Message, MessageDraft } from '../../model/message.ts';
import { type Period, shift } from '../../model/period.ts';
import type { Registers } from '../../model/register.ts';
import { alertMessages } from '../../report/messages/alerts.ts';
import type { Audience } from '../../report/messages/audience.ts';
import { publicationMessages } from '../../report/messages/publication.ts';
import { remindersOf } from '../../report/messages/reminders.ts';
import type { Console } from './console.ts';
import { logEntry } from './log.ts';
import { NotAllowed, NotThere, refused } from './refusals.ts';

const SHOWN = 100;

/** What is configured for messages, and what was sent or waits. No secret. */
export interface MessageDesk {
  readonly mailServer: string | null;
  readonly robots: readonly { readonly name: string; readonly kind: string }[];
  readonly messages: readonly Message[];
}

/** Throws NotAllowed. */
export async function messageDesk({ settings, store }: Console, actor: Actor): Promise<MessageDesk> {
  if (!may(actor, 'manage-messages')) throw new NotAllowed();
  const { mail, robots } = settings;
  return {
    mailServer: mail ? `${mail.host}:${mail.port}` : null,
    robots: robots.map(({ name, kind }) => ({ name, kind })),
    messages: await store.outbox.recent(SHOWN),
  };
}

/**
 * Sends a message to try the settings: to an e-mail address, or to a robot by its name. Throws NotAllowed, NotThere,
 * UserError.
 */
export async function sendTestMessage(
  console: Console,
  actor: Actor,
  { channel, recipient }: { readonly channel: 'mail' | 'robot'; readonly recipient: string },
): Promise<void> {
  if (!may(actor, 'manage-messages')) throw new NotAllowed();
  const { settings, store, inspection, clock, plan } = console;
  const at = clock();
  const robot = settings.robots.find(({ name }) => name === recipient);
  if (channel === 'robot' && !robot) throw new NotThere();
  if (channel === 'mail' && !settings.mail) throw refused('没有配置邮件服务器', '请先在 console.yaml 中填写 mail');
  if (channel === 'mail' && !/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(recipient))
    throw refused('电子邮箱不正确', '请核对邮箱地址');
  const draft: MessageDraft = {
    about: `test/${at.toISOString()}/${recipient}`,
    ...{ channel: robot ? robot.kind : 'mail', recipient },
    subject: '【巡检】测试消息',
    body: `这是${plan().district}政务公开巡检系统发出的测试消息，收到即说明配置正确。`,
  };
  await store.outbox.put([draft], at.getTime());
  await inspection.log.add([logEntry(actor, at, 'test-message', { subject: recipient, after: { channel } })]);
}

/** Takes up a message that was given up. Throws NotAllowed, NotThere where it was sent or still waits. */
export async function resendMessage({ store, clock }: Console, actor: Actor, id: number): Promise<void> {
  if (!may(actor, 'manage-messages')) throw new NotAllowed();
  if (!(await store.outbox.resume(id, clock().getTime()))) throw new NotThere();
}

/** Puts what units and groups have to be told today into the outbox; asked again, it puts nothing in twice. */
export async function remind(console: Console): Promise<number> {
  const { inspection, store, settings, clock, today } = console;
  const audience = await audienceOf(console);
  const feedback = await feedbackRegister(console);
  const bulletin = withTerms(await inspection.bulletins.newest(), feedback);
  const reminders = remindersOf({
    ...{ ...audience, remind: settings.remind, bulletin, today: today() },
    answered: await answeredOf(console, bulletin, feedback),
  });
  return store.outbox.put([...reminders, ...(await alertsOf(console, audience))], clock().getTime());
}

/** Tells everybody concerned that a quarter's bulletin went out: not always the newest quarter's, where one is corrected. */
export async function tellPublished(console: Console, quarter: Period, version: number): Promise<void> {
  const bulletin = await console.inspection.bulletins.lastBefore(shift(quarter, 1));
  const drafts = publicationMessages({ ...(await audienceOf(console)), bulletin, version });
  await console.store.outbox.put(drafts, console.clock().getTime());
}

async function audienceOf({ plan, store, settings }: Console): Promise<Audience> {
  const { district, units } = plan();
  return { district, units, accounts: await store.accounts.all(), settings };
}

async function alertsOf({ board }: Console, audience: Audience): Promise<readonly MessageDraft[]> {
  if (board.periods.length === 0) return [];
  const { audit, tracked } = (await board.quarter()).sources;
  return alertMessages({ ...audience, audit, findings: [...tracked.values()] });
}

const feedbackRegister = async ({ board }: Console): Promise<Registers['feedback']> =>
  board.periods.length > 0 ? (await board.quarter()).sources.registers.feedback : null;

/** With the longer terms that the register gives: nobody is told to be late before his own last day. */
const withTerms = (
  bulletin: ReadonlyMap<string, PublishedBulletin>,
  feedback: Registers['feedback'],
): ReadonlyMap<string, PublishedBulletin> =>
  new Map(
    [...bulletin].map(([unit, told]) => {
      const row = feedback?.find((one) => one.unit === unit && one.period.id === told.period.id);
      return [unit, row && row.due > told.rectifyBy ? { ...told, rectifyBy: row.due } : told];
    }),
  );

/**
 * What was reported on, in the console or (by the register) outside of it. What was seen to be fixed still wants a report:
 * without one the unit would be late.
 */
async function answeredOf(
  { inspection }: Console,
  bulletin: ReadonlyMap<string, PublishedBulletin>,
  feedback: Registers['feedback'],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const [first] = bulletin.values();
  if (!first) return new Map();
  const period = first.period.id;
  const reported = new Set((await inspection.feedback.of(period)).map(({ finding }) => finding));
  return new Map(
    [...bulletin].map(([unit, { items }]) => {
      const hasAll = feedback?.some((row) => row.unit === unit && row.period.id === period && row.received !== null);
      const ids = items.map(({ finding }) => finding).filter((id) => hasAll || reported.has(id));
      return [unit, new Set(ids)];
    }),
  );
}
