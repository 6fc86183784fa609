import type { Logger } from 'pino';
import type { Message } from '../../model/message.ts';
import { DeliveryError } from '../../notify/delivery-error.ts';
import type { Send } from '../../notify/send.ts';
import { groupBy } from '../../report/group-by.ts';
import type { OutboxRepository } from '../../store/console/outbox.ts';

export interface PostmanOptions {
  readonly outbox: Pick<OutboxRepository, 'due' | 'sent' | 'failed'>;
  readonly send: Send;
  readonly clock: () => Date;
  /** Ends after so many milliseconds, or as soon as the signal is aborted; never throws. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly log: Logger;
}

const MINUTE = 60_000;
/** How long after each failed try the next one comes; after the last it is given up. */
const WAITS = [1, 5, 30, 2 * 60, 12 * 60].map((minutes) => minutes * MINUTE);
/** Between two looks into the outbox. */
const ROUND = 15_000;
/** Robots take 20 messages a minute; so many milliseconds apart they are fewer, whenever one begins to count. */
const ROBOT_PAUSE = 4_000;
const MOST_AT_ONCE = 500;
/** Of what nobody foresaw people are told no more than that; the log has the rest. */
const UNFORESEEN = '发送时出现意外错误。请查看运行日志，并与程序维护人员联系';

/**
 * Sends what lies in the outbox, one message at a time for the mail server and for each robot. A message counts as sent
 * when its server has taken it: where the program dies between the two, it goes out a second time, and none is lost.
 */
export class Postman {
  readonly #options: PostmanOptions;
  /** When each robot was last asked, by lane. */
  readonly #asked = new Map<string, number>();
  /** Taken by their servers, while the outbox could not be told: they are not sent again for that. */
  readonly #taken = new Set<number>();
  #stopping = new AbortController();
  #running: Promise<void> | null = null;

  constructor(options: PostmanOptions) {
    this.#options = options;
  }

  /** Begins to look into the outbox, again and again; nothing where it has begun already. */
  start(): void {
    if (this.#running) return;
    this.#stopping = new AbortController();
    this.#running = this.#run(this.#stopping.signal);
  }

  /** Ends when what is being sent has been sent or refused. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    this.#running = null;
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#round(signal).catch((error: unknown) => this.#options.log.error({ err: error }, 'messages.trouble'));
      await this.#options.wait(ROUND, signal);
    }
  }

  async #round(signal: AbortSignal): Promise<void> {
    const { outbox } = this.#options;
    const lanes = groupBy(await outbox.due(this.#now(), MOST_AT_ONCE), laneOf);
    const ended = await Promise.allSettled([...lanes].map(([lane, messages]) => this.#deliver(lane, messages, signal)));
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
  }

  /** Ends early where the server itself is in trouble: the next round tries again. */
  async #deliver(lane: string, messages: readonly Message[], signal: AbortSignal): Promise<void> {
    for (const message of messages) {
      await this.#keepPause(lane, message, signal);
      if (signal.aborted || !(await this.#deliverOne(message))) return;
    }
  }

  async #keepPause(lane: string, { channel }: Message, signal: AbortSignal): Promise<void> {
    if (channel === 'mail') return;
    const pause = (this.#asked.get(lane) ?? Number.NEGATIVE_INFINITY) + ROBOT_PAUSE - this.#now();
    if (pause > 0) await this.#options.wait(pause, signal);
    this.#asked.set(lane, this.#now());
  }

  /** Whether the next message may be tried. */
  async #deliverOne(message: Message): Promise<boolean> {
    const { outbox, send, log } = this.#options;
    const { id, about, channel } = message;
    try {
      if (!this.#taken.has(id)) await send(message);
    } catch (error) {
      const foreseen = error instanceof DeliveryError ? error : null;
      if (!foreseen) log.error({ err: error, id, about }, 'messages.unforeseen');
      const reason = foreseen?.message ?? UNFORESEEN;
      const wait = WAITS[message.tries];
      const nextTryAt = wait === undefined ? null : this.#now() + wait;
      await outbox.failed(id, reason, nextTryAt);
      log.warn({ id, about, channel, reason, nextTryAt }, nextTryAt === null ? 'messages.given-up' : 'messages.failed');
      return foreseen !== null && !foreseen.ofServer;
    }
    this.#taken.add(id);
    await outbox.sent(id, this.#now());
    this.#taken.delete(id);
    log.info({ id, about, channel }, 'messages.sent');
    return true;
  }

  #now(): number {
    return this.#options.clock().getTime();
  }
}

/** What is sent one after another: all e-mail, and what goes to one robot. */
const laneOf = ({ channel, recipient }: Message): string => (channel === 'mail' ? channel : `${channel}/${recipient}`);
