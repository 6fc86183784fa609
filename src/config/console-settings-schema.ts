import { isIP } from 'node:net';
import { Cron } from 'croner';
import { z } from 'zod';
import { strict } from './advice.ts';
import * as field from './fields.ts';

const hostToListenOn = field.text(
  (value) => isIP(value) !== 0 || field.isHostName(value),
  '不是 IP 地址或主机名',
  '请填写 127.0.0.1（只供本机的反向代理访问）、0.0.0.0（供所有网络访问）或本机的一个地址',
);

const origin = field.parsed(
  (value) => {
    const url = /^https?:\/\//i.test(value) && URL.canParse(value) ? new URL(value) : null;
    const isOrigin = url?.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
    return url && isOrigin ? url.origin : null;
  },
  '不是网站地址',
  '请填写以 http:// 或 https:// 开头、不带路径的地址，例如 https://xunjian.example.gov.cn',
);

const schedule = field.text(
  (value) => {
    try {
      return new Cron(value, { mode: '5-part', paused: true }).nextRun('2023-01-01T00:00:00') !== null;
    } catch {
      return false;
    }
  },
  '不是有效的定时',
  "请按“分 时 日 月 星期”填写，例如每天凌晨 2 点：'0 2 * * *'",
);

/** What is secret stands in the environment, so that the file can be shown and backed up. */
const variable = field.text(
  (value) => /^[A-Z_][A-Z0-9_]*$/.test(value),
  '不是环境变量的名称',
  '请填写环境变量的名称（大写字母、数字和下划线），不要在文件中写密码、密钥或机器人地址',
);

const ADDRESS = '[^\\s<>@,;:"]+@[^\\s<>@,;:"]+';
const SENDER = new RegExp(`^(?:([^<>"\\r\\n]*?)\\s*<(${ADDRESS})>|(${ADDRESS}))$`);

const sender = field.parsed(
  (value) => {
    const [, name = '', named, bare] = SENDER.exec(value) ?? [];
    const address = named ?? bare;
    return address === undefined ? null : { name, address };
  },
  '不是发件人',
  "请填写邮箱地址，可在前面写名称，例如 '巡检 <xunjian@example.gov.cn>'",
);

const port = z.int().min(1).max(65_535);

const mail = strict({
  host: field.hostName.meta({ title: '邮件服务器', description: 'SMTP 服务器的主机名' }),
  port: port.default(465).meta({ title: '端口' }),
  secure: z.boolean().optional().meta({
    title: '一开始就加密',
    description: '不填时，465 端口为 true，其他端口为 false（连接后用 STARTTLS 加密；有密码而不能加密的，不发送）',
  }),
  user: field.name.optional().meta({ title: '用户名', description: '不填为不登录' }),
  passwordEnv: variable.optional().meta({ title: '密码所在的环境变量' }),
  from: sender.meta({ title: '发件人', description: "例如 '巡检 <xunjian@example.gov.cn>'" }),
}).meta({ title: '电子邮件', description: '不填为不发邮件' });

const robot = strict({
  name: field.name.meta({ title: '名称', description: '全文件唯一，例如 政务公开工作群' }),
  kind: z.enum(['wecom', 'dingtalk']).meta({ title: '类型', description: 'wecom 企业微信、dingtalk 钉钉' }),
  urlEnv: variable.meta({ title: '机器人地址所在的环境变量' }),
  secretEnv: variable.optional().meta({
    title: '加签密钥所在的环境变量',
    description: '钉钉机器人用“加签”的填写；用“自定义关键词”的不填，关键词设为 巡检',
  }),
}).meta({ title: '群机器人' });

const remind = strict({
  daysBefore: z
    .array(z.int().min(0).max(60))
    .default([3, 1, 0])
    .meta({ title: '提前提醒（天）', description: '整改期限前多少天提醒；0 为当天' }),
  overdueEvery: z.int().min(1).max(60).default(3).meta({
    title: '逾期提醒间隔（天）',
    description: '整改期限过后，每隔多少天提醒一次',
  }),
});

/** console.yaml as people write it: all of it may be left out. What concerns several places is in console-settings.ts. */
export const consoleSettingsSchema = strict({
  version: z.literal(1).default(1).meta({ title: '格式版本', description: '固定为 1' }),
  listen: strict({
    host: hostToListenOn.default('127.0.0.1').meta({ title: '监听地址' }),
    port: z.int().min(0).max(65_535).default(8680).meta({ title: '端口', description: '0 为任意空闲端口' }),
  })
    .prefault({})
    .meta({ title: '监听' }),
  publicUrl: origin.optional().meta({
    title: '访问地址',
    description: '用户在浏览器中输入的地址；写入提醒。https 的，登录凭据只经加密连接传送',
  }),
  trustProxy: z.boolean().default(false).meta({
    title: '采信反向代理',
    description: '前面有反向代理时填 true，以其 X-Forwarded-For 为来访地址',
  }),
  night: schedule.optional().meta({
    title: '夜间巡检',
    description: "定时，例如 '0 2 * * *'（每天凌晨 2 点）；不填为不定时",
  }),
  mail: mail.optional(),
  robots: z.array(robot).default([]).meta({ title: '群机器人', description: '不填为不发群消息' }),
  remind: remind.prefault({}).meta({ title: '整改提醒' }),
}).meta({ title: '控制台设置', description: '控制台的地址、夜间巡检和提醒' });
