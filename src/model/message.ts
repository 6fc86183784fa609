export const CHANNELS = { mail: '电子邮件', wecom: '企业微信', dingtalk: '钉钉' } as const;
export type Channel = keyof typeof CHANNELS;

/** A message to be sent once. */
export interface MessageDraft {
  /** What it is about, such as `due/2023Q2/lzqsfj/2023-08-10`: the same message is never sent twice. */
  readonly about: string;
  readonly channel: Channel;
  /** E-mail address, or the name of the robot in console.yaml. */
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

/** A message on its way or sent. Instants are epoch milliseconds. */
export interface Message extends MessageDraft {
  readonly id: number;
  readonly createdAt: number;
  readonly tries: number;
  /** Null: it was given up. Of what was sent, the last time that was set. */
  readonly nextTryAt: number | null;
  readonly sentAt: number | null;
  /** In Chinese: what went wrong last; null for nothing. */
  readonly error: string | null;
}
