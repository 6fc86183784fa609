import { randomFor } from '../../demo/random.ts';
import type { Answer, Mishap } from './site.ts';

const html = (status: number, body: string): Answer => ({ status, type: 'text/html; charset=utf-8', body });

const halved = (answer: Answer): Answer | null =>
  typeof answer.body === 'function'
    ? null
    : { ...answer, body: Buffer.from(answer.body).subarray(0, Math.floor(answer.body.length * 0.55)) };

type Change = (answer: Answer) => Answer | null;
const refused: Change = () =>
  html(403, '<html><head><title>访问受限</title></head><body>您的请求疑似攻击行为，已被防火墙拦截</body></html>');

/** What comes instead of a page. */
const PAGES: readonly [Change, ...Change[]] = [
  () => null,
  refused,
  () => html(200, '<html><head></head><body></body></html>'),
  () =>
    html(
      200,
      '<html><head><title>提示</title></head><body><p>抱歉，您访问的页面不存在或已删除。</p><a href="/">返回首页</a></body></html>',
    ),
  () => html(502, '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'),
  halved,
];
/** A file that is not there is the unit's fault; what keeps it from us is not. */
const FILES: readonly [Change, ...Change[]] = [
  () => null,
  refused,
  () => html(503, '<html><body>Service Unavailable</body></html>'),
];

/** One address of so many is out of order, which one and how by the seed alone. */
export function mishapsFor(seed: string, oneIn: number): Mishap {
  return (url, answer) => {
    const random = randomFor(`mishap ${seed} ${url}`);
    if (!random.chance(oneIn)) return answer;
    if (answer.status !== 200) return answer;
    const isFile = typeof answer.body === 'function';
    return random.pick(isFile ? FILES : PAGES)(answer);
  };
}
