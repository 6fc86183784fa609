import { Hono } from 'hono';
import { messageDesk, resendMessage, sendTestMessage } from '../../../app/console/messages.ts';
import { actorOf, type Env } from '../../env.ts';
import { tell } from '../../flash.ts';
import { viewOf } from '../../view.ts';
import { MessagesPage } from './page.tsx';

/** What goes out by e-mail and to groups, and trying the settings. */
export const messageRoutes = new Hono<Env>()
  .get('/messages', async (c) => {
    const desk = await messageDesk(c.get('console'), actorOf(c));
    return c.html(<MessagesPage view={viewOf(c)} desk={desk} />);
  })
  .post('/messages/test', async (c) => {
    const { channel, recipient } = await c.req.parseBody();
    const form = {
      channel: channel === 'robot' ? 'robot' : 'mail',
      recipient: String(recipient ?? '').trim(),
    } as const;
    await sendTestMessage(c.get('console'), actorOf(c), form);
    tell(c, 'done', '测试消息已交付发送，一分钟内可在下表查看结果。');
    return c.redirect('/messages', 303);
  })
  .post('/messages/:id/resend', async (c) => {
    await resendMessage(c.get('console'), actorOf(c), Number(c.req.param('id')));
    tell(c, 'done', '消息已重新交付发送。');
    return c.redirect('/messages', 303);
  });
