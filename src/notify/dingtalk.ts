import { createHmac } from 'node:crypto';
import type { Robot } from '../model/console-settings.ts';
import type { MessageDraft } from '../model/message.ts';
import { askRobot, type ErrorWords } from './ask-robot.ts';
import { fitBytes } from './fit-bytes.ts';
import { robotMarkdown } from './robot-markdown.ts';

/** DingTalk takes 20,000 bytes in all; the rest is for the envelope and what JSON escapes. */
const MOST_BYTES = 16_000;

const REMEDIES: ErrorWords = {
  130101: '发送过于频繁，稍后会自动重试',
  300005: '机器人地址无效或机器人已停用，请在群设置中重新复制地址，并更新环境变量',
  310000:
    '不符合机器人的安全设置：用“加签”的请核对 secretEnv 和本机时间，用“自定义关键词”的请把关键词设为 巡检，用 IP 地址段的请加入本机地址',
};

/** The address with `timestamp` and `sign`: HMAC-SHA256 of «timestamp, line feed, secret», keyed with the secret, in Base64. */
function signedUrl(url: string, secret: string, now: Date): string {
  const timestamp = String(now.getTime());
  const signed = new URL(url);
  signed.searchParams.set('timestamp', timestamp);
  signed.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  return signed.href;
}

/**
 * Sends to a custom robot of DingTalk (钉钉 自定义机器人); its clock may be an hour off from ours, no more. Throws
 * DeliveryError.
 */
export async function sendDingtalk(robot: Robot, message: MessageDraft, now: Date, patience: number): Promise<void> {
  // A single line feed is a space to DingTalk.
  const text = fitBytes(robotMarkdown(message, '\n\n'), MOST_BYTES);
  const json = { msgtype: 'markdown', markdown: { title: message.subject, text } };
  const url = robot.secret === null ? robot.url : signedUrl(robot.url, robot.secret, now);
  await askRobot({ robot, url, message: json, remedies: REMEDIES, patience });
}
