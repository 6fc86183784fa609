import { request } from 'undici';
import type { Robot } from '../model/console-settings.ts';
import { DeliveryError, serverWords } from './delivery-error.ts';

/** Answers are a line of JSON; what is longer is none. */
const LARGEST_ANSWER = 64 * 1024;

/** What an errcode means and what to do. */
export type ErrorWords = Readonly<Record<number, string>>;

export interface RobotRequest {
  readonly robot: Robot;
  /** The robot's address, signed where it has to be. */
  readonly url: string;
  readonly message: unknown;
  /** What to do, by errcode. */
  readonly remedies: ErrorWords;
  /** Milliseconds for all of it. */
  readonly patience: number;
}

/** Posts a message to a robot, without following where it points elsewhere. Throws DeliveryError unless the errcode is 0. */
export async function askRobot({ robot, url, message, remedies, patience }: RobotRequest): Promise<void> {
  const { status, text } = await answerOf(robot, url, JSON.stringify(message), patience);
  if (status >= 300 && status < 400)
    throw refused(robot, `的地址转到了别处（HTTP ${status}）`, '请把环境变量改为机器人设置页面给出的地址');
  if (status !== 200)
    throw refused(robot, `的服务器没有接受消息（HTTP ${status}）`, '请核对机器人地址；地址无误的，稍后会自动重试');
  const answer = errorOf(text);
  if (answer === null) throw refused(robot, '的应答不是规定的格式', '请核对机器人的类型和地址是否对应');
  if (answer.errcode === 0) return;
  const words = serverWords(answer.errmsg, secretsOf(robot, url));
  const remedy = remedies[answer.errcode] ?? '请按错误码查阅机器人的使用说明';
  throw refused(robot, `没有接受消息（${answer.errcode}${words ? `：${words}` : ''}）`, remedy);
}

async function answerOf(robot: Robot, url: string, body: string, patience: number) {
  try {
    const { statusCode, body: answer } = await request(url, {
      ...{ method: 'POST', body, reset: true },
      headers: { 'content-type': 'application/json; charset=utf-8' },
      signal: AbortSignal.timeout(patience),
    });
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of answer as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > LARGEST_ANSWER) break;
      parts.push(part);
    }
    return { status: statusCode, text: Buffer.concat(parts).toString('utf8') };
  } catch (error) {
    const { name, code } = error as { readonly name?: string; readonly code?: string };
    if (name === 'TimeoutError')
      throw refused(robot, `的服务器没有在 ${patience / 1000} 秒内应答`, '请检查网络；稍后会自动重试', error);
    const remedy = '请检查本机能否访问该服务器、地址是否正确；稍后会自动重试';
    throw refused(robot, `的服务器连接不上（${code ?? name ?? '原因不明'}）`, remedy, error);
  }
}

function errorOf(text: string): { readonly errcode: number; readonly errmsg: string } | null {
  try {
    const { errcode, errmsg } = JSON.parse(text) as { readonly errcode?: unknown; readonly errmsg?: unknown };
    return typeof errcode === 'number' ? { errcode, errmsg: typeof errmsg === 'string' ? errmsg : '' } : null;
  } catch {
    return null;
  }
}

/** A robot has its server to itself: what it refuses of one message it refuses of the next. */
const refused = (robot: Robot, what: string, remedy: string, cause?: unknown): DeliveryError =>
  new DeliveryError(`机器人“${robot.name}”${what}`, remedy, { ofServer: true, cause });

/** What of the address must not be told: its query, where the key stands. */
const secretsOf = ({ url, secret }: Robot, signed: string): string[] => [
  secret ?? '',
  ...[url, signed].flatMap((one) => [...new URL(one).searchParams.values()]),
];
