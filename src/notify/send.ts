import type { ConsoleSettings } from '../model/console-settings.ts';
import { CHANNELS, type MessageDraft } from '../model/message.ts';
import { DeliveryError } from './delivery-error.ts';
import { sendDingtalk } from './dingtalk.ts';
import { sendMail } from './mail.ts';
import { sendWecom } from './wecom.ts';

/** Sends one message. Throws DeliveryError where it was not taken, as far as is known. */
export type Send = (message: MessageDraft) => Promise<void>;

/** Milliseconds that a server may take for one message. */
const PATIENCE = 30_000;

/** Sends by what is configured. */
export function sender(
  { mail, robots }: Pick<ConsoleSettings, 'mail' | 'robots'>,
  clock: () => Date,
  patience = PATIENCE,
): Send {
  return async (message) => {
    const { channel, recipient } = message;
    if (channel === 'mail') {
      if (!mail) throw notConfigured('没有设置邮件服务器', 'mail');
      return sendMail(mail, message, clock(), patience);
    }
    const robot = robots.find(({ name, kind }) => name === recipient && kind === channel);
    if (!robot) throw notConfigured(`没有设置名为“${recipient}”的${CHANNELS[channel]}机器人`, 'robots');
    if (channel === 'wecom') return sendWecom(robot, message, patience);
    return sendDingtalk(robot, message, clock(), patience);
  };
}

const notConfigured = (what: string, key: string): DeliveryError =>
  new DeliveryError(what, `请在 console.yaml 的 ${key} 中补充后重新启动，再重发这条消息`, { ofServer: true });
