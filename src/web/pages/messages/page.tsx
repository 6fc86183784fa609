import type { MessageDesk } from '../../../app/console/messages.ts';
import { CHANNELS, type Message } from '../../../model/message.ts';
import { localTime } from '../../../report/words.ts';
import { Field, Hidden, Post, Select } from '../../parts/form.tsx';
import { Layout } from '../../parts/layout.tsx';
import type { View } from '../../view.ts';

export function MessagesPage({ view, desk }: { readonly view: View; readonly desk: MessageDesk }) {
  const { mailServer, robots, messages } = desk;
  return (
    <Layout view={view} title="消息">
      <div class="columns">
        <section class="card" aria-labelledby="mail">
          <h2 id="mail">电子邮件</h2>
          {mailServer === null ? (
            <p>没有配置邮件服务器，不发邮件。需要时请在 console.yaml 中填写 mail。</p>
          ) : (
            <>
              <p>{`邮件服务器：${mailServer}。整改提醒发到单位账号的电子邮箱。`}</p>
              <Post action="/messages/test" csrf={view.csrf}>
                <Hidden name="channel" value="mail" />
                <Field label="收件人">
                  <input name="recipient" type="email" required />
                </Field>
                <button type="submit">发送测试邮件</button>
              </Post>
            </>
          )}
        </section>
        <section class="card" aria-labelledby="robots">
          <h2 id="robots">工作群机器人</h2>
          {robots.length === 0 ? (
            <p>没有配置机器人，不发群消息。需要时请在 console.yaml 中填写 robots。</p>
          ) : (
            <Post action="/messages/test" csrf={view.csrf}>
              <Hidden name="channel" value="robot" />
              <Field label="机器人">
                <Select
                  name="recipient"
                  value={undefined}
                  options={robots.map(({ name, kind }) => [
                    name,
                    `${name}（${CHANNELS[kind as keyof typeof CHANNELS]}）`,
                  ])}
                />
              </Field>
              <button type="submit">发送测试消息</button>
            </Post>
          )}
        </section>
      </div>
      <section class="card" aria-labelledby="sent">
        <h2 id="sent">最近的消息</h2>
        {messages.length === 0 ? <p class="empty">还没有消息。</p> : <MessageTable view={view} messages={messages} />}
      </section>
    </Layout>
  );
}

function MessageTable({ view, messages }: { readonly view: View; readonly messages: readonly Message[] }) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>时间</th>
            <th>方式</th>
            <th>收件人</th>
            <th>主题</th>
            <th>结果</th>
          </tr>
        </thead>
        <tbody>
          {messages.map((message) => (
            <tr>
              <td class="nowrap">{timeText(message.createdAt, view.timeZone)}</td>
              <td class="nowrap">{CHANNELS[message.channel]}</td>
              <td>{message.recipient}</td>
              <td>
                <details>
                  <summary>{message.subject}</summary>
                  <pre class="said">{message.body}</pre>
                </details>
              </td>
              <td>
                <Outcome view={view} message={message} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Outcome({ view, message }: { readonly view: View; readonly message: Message }) {
  const { id, sentAt, nextTryAt, error, tries } = message;
  if (sentAt !== null) return <span class="tag job-done">{`已发送 ${timeText(sentAt, view.timeZone)}`}</span>;
  if (nextTryAt !== null)
    return (
      <>
        <span class="tag job-waiting">{tries === 0 ? '等待发送' : `已试${tries}次，将再试`}</span>
        {error !== null && <p class="small">{error}</p>}
      </>
    );
  return (
    <>
      <span class="tag job-failed">发送失败</span>
      <p class="small">{error}</p>
      <Post action={`/messages/${id}/resend`} csrf={view.csrf}>
        <button type="submit" class="quiet">
          重新发送
        </button>
      </Post>
    </>
  );
}

const timeText = (ms: number, timeZone: string): string => localTime(new Date(ms).toISOString(), timeZone);
