import { z } from '@hono/zod-openapi';
import { messageDesk, resendMessage, sendTestMessage } from '../../../app/console/messages.ts';
import { CHANNELS, type Message } from '../../../model/message.ts';
import { actorOf } from '../../env.ts';
import { apiArea } from '../area.ts';
import { keysOf } from '../keys-of.ts';
import { answer, body, DONE, operation } from '../operation.ts';
import { countOf, ID } from '../parameters.ts';

/** What goes out by e-mail and to groups. */
export const messagesArea = apiArea();

const message = z
  .object({
    id: z.int(),
    channel: z.enum(keysOf(CHANNELS)),
    recipient: z.string(),
    subject: z.string(),
    body: z.string(),
    createdAt: z.iso.datetime(),
    tries: z.int(),
    nextTryAt: z.iso.datetime().nullable().describe('null 且没有 sentAt 的，已放弃发送'),
    sentAt: z.iso.datetime().nullable(),
    error: z.string().nullable(),
  })
  .openapi('Message');

function messageShape({ about: _, createdAt, nextTryAt, sentAt, ...of }: Message): z.infer<typeof message> {
  const at = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
  return { ...of, createdAt: new Date(createdAt).toISOString(), nextTryAt: at(nextTryAt), sentAt: at(sentAt) };
}

messagesArea.openapi(
  operation({
    ...{
      method: 'get',
      path: '/messages',
      operationId: 'listMessages',
      tag: 'messages',
      summary: '消息设置与最近的消息',
    },
    responses: {
      200: answer(
        z.object({
          mailServer: z.string().nullable(),
          robots: z.array(z.object({ name: z.string(), kind: z.string() })),
          messages: z.array(message),
        }),
        '消息',
      ),
    },
  }),
  async (c) => {
    const { mailServer, robots, messages } = await messageDesk(c.get('console'), actorOf(c));
    return c.json({ mailServer, robots: [...robots], messages: messages.map(messageShape) }, 200);
  },
);

messagesArea.openapi(
  operation({
    ...{
      method: 'post',
      path: '/messages/test',
      operationId: 'sendTestMessage',
      tag: 'messages',
      summary: '发送测试消息',
    },
    request: {
      body: body(
        z.strictObject({
          channel: z.enum(['mail', 'robot']),
          recipient: z.string().max(200).describe('电子邮箱，或群机器人的名称'),
        }),
      ),
    },
    responses: DONE,
  }),
  async (c) => {
    await sendTestMessage(c.get('console'), actorOf(c), c.req.valid('json'));
    return c.body(null, 204);
  },
);

messagesArea.openapi(
  operation({
    ...{ method: 'post', path: '/messages/{id}/resend', operationId: 'resendMessage', tag: 'messages' },
    summary: '重新发送已放弃的消息',
    request: { params: ID },
    responses: DONE,
  }),
  async (c) => {
    await resendMessage(c.get('console'), actorOf(c), countOf(c.req.valid('param').id));
    return c.body(null, 204);
  },
);
