import type { Role } from './account.ts';

/** What is written into the log. Each is said to people in the console by its words here. */
export const ACTIONS = {
  decide: '审核问题',
  withdraw: '撤销审核',
  object: '提出异议',
  'answer-objection': '答复异议',
  'feed-back': '反馈整改',
  recheck: '整改复查',
  'enter-coverage': '评定重点栏目保障得分',
  'edit-register': '修改台账',
  freeze: '印发通报',
  'start-night': '启动夜间取证',
  'start-audit': '启动重新判定',
  'self-check': '启动自查',
  'cancel-job': '取消任务',
  'log-in': '登录',
  'log-in-failed': '登录失败',
  'change-password': '修改密码',
  'create-account': '建立账号',
  'change-account': '修改账号',
  'make-token': '生成接口令牌',
  'revoke-token': '吊销接口令牌',
  'test-message': '发送测试消息',
} as const;
export type Action = keyof typeof ACTIONS;

/** Something that somebody did; never changed and never removed. */
export interface LogEntryDraft {
  /** ISO instant, UTC. */
  readonly at: string;
  /** Id and name of the account at the time; '' for the program itself. */
  readonly by: string;
  readonly byName: string;
  readonly role: Role | '';
  readonly action: Action;
  /** What it was done to: id of a finding, register, account … */
  readonly subject: string;
  /** `2023Q2`; '' where no quarter is concerned. */
  readonly period: string;
  /** Id of the unit concerned; '' for none. */
  readonly unit: string;
  /** How it was and how it is now, as plain data; null for nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

export interface LogEntry extends LogEntryDraft {
  /** From 1, without gaps. */
  readonly seq: number;
}
