import type { Robot } from '../model/console-settings.ts';
import type { MessageDraft } from '../model/message.ts';
import { askRobot, type ErrorWords } from './ask-robot.ts';
import { fitBytes } from './fit-bytes.ts';
import { robotMarkdown } from './robot-markdown.ts';

/** WeCom's limit for markdown, in bytes of UTF-8. */
const MOST_BYTES = 4096;

const REMEDIES: ErrorWords = {
  40058: '消息格式或长度不符合要求，请与程序维护人员联系',
  45009: '发送过于频繁，稍后会自动重试',
  93000: '机器人地址无效或机器人已被移出群，请在群设置中重新复制地址，并更新环境变量',
};

/**
 * Sends to a group robot of WeCom (企业微信 群机器人), whose format is in its developers' centre under path 91770. Throws
 * DeliveryError.
 */
export async function sendWecom(robot: Robot, message: MessageDraft, patience: number): Promise<void> {
  const content = fitBytes(robotMarkdown(message, '\n'), MOST_BYTES);
  const json = { msgtype: 'markdown', markdown: { content } };
  await askRobot({ robot, url: robot.url, message: json, remedies: REMEDIES, patience });
}
