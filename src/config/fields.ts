import { isIP } from 'node:net';
import { z } from 'zod';
import { parseCivilDate, parseMonthDay } from '../model/civil-date.ts';
import type { Due } from '../model/plan.ts';
import { TOPIC_IDS, TOPICS, type Topic } from '../model/topic.ts';
import { advice } from './advice.ts';
import { nearest } from './nearest.ts';

/** A text that `parse` understands; null from `parse` is an issue with this advice. `pattern` is for editors too. */
export function parsed<T>(parse: (text: string) => T | null, what: string, remedy: string, pattern?: RegExp) {
  const message = advice(what, remedy);
  const source = pattern ? z.string().regex(pattern, { error: () => message }) : z.string();
  return source.transform((text, context): T => {
    const value = parse(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/** A text of which this holds; else an issue with this advice. */
export const text = (holds: (text: string) => boolean, what: string, remedy: string) =>
  parsed((value) => (holds(value) ? value : null), what, remedy);

export const name = text((value) => value.trim() !== '' && value.trim() === value, '为空或首尾有空格', '请填写名称');

export const id = parsed(
  (value) => value,
  '不是编号',
  '请用小写字母开头，只含小写字母、数字和连字符，例如 lzqsfj',
  /^[a-z][a-z0-9-]*$/,
);

/** Absolute, or from the root of the site; whether it lies within the site's hosts is a matter of the whole file. */
export const address = text(
  (value) => (/^https?:\/\//i.test(value) ? URL.canParse(value) : value.startsWith('/') && !value.startsWith('//')),
  '不是网址',
  '请填写以 http:// 或 https:// 开头的完整网址，或以 / 开头的站内路径',
);

export const absoluteAddress = text(
  (value) => /^https?:\/\//i.test(value) && URL.canParse(value),
  '不是完整网址',
  '请填写以 http:// 或 https:// 开头的完整网址',
);

export const isHostName = (value: string): boolean => {
  const url = URL.canParse(`http://${value}/`) ? new URL(`http://${value}/`) : null;
  return url !== null && url.hostname === value.toLowerCase() && !/[/:@?#\s]/.test(value.replace(/^\[.*\]$/, ''));
};

export const hostName = text(isHostName, '不是主机名', '请只写主机名，不带 http://、端口和路径，例如 www.linzi.gov.cn');

/** `127.0.0.1:8080` or `[::1]:8080`. */
export const socketAddress = text(
  (value) => {
    const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(value) ?? [];
    const isAddress = isIP(host) === 4 || (isIP(host.slice(1, -1)) === 6 && host.startsWith('[') && host.endsWith(']'));
    return isAddress && Number(port) >= 1 && Number(port) <= 65_535;
  },
  '不是 IP 地址加端口',
  '请按“地址:端口”填写，例如 127.0.0.1:8080',
);

export const contact = text(
  (value) => z.email().safeParse(value).success || (/^https?:\/\//.test(value) && URL.canParse(value)),
  '不是邮箱或网址',
  '请填写可以联系到巡检负责人的邮箱，例如 audit@example.gov.cn',
);

export const timeZone = text(
  (value) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
    } catch {
      return false;
    }
  },
  '不是时区名称',
  '请填写 IANA 时区名称，例如 Asia/Shanghai',
);

const HOURS = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/;

/** A daily window `20:00-07:00`; it may cross midnight. */
export const hours = parsed(
  (value) => {
    const [, from = '', to = ''] = HOURS.exec(value) ?? [];
    return from === to ? null : { from, to };
  },
  '不是时间段',
  "请按 '时:分-时:分' 填写，起止不同，例如 '20:00-07:00'",
  HOURS,
);

/** A calendar day, `YYYY-MM-DD`. */
export const day = parsed(parseCivilDate, '不是日期', '请按 年-月-日 填写，例如 2023-08-11', /^\d{4}-\d{2}-\d{2}$/);

const DUE = /^(?:(\d{1,3})(wd|d)|(\+0 )?(\d{2}-\d{2}))$/;
const MAX_DUE_DAYS = 366;

function parseDue(value: string): Due | null {
  const [, days, unit, sameYear, date] = DUE.exec(value) ?? [];
  if (date) {
    const monthDay = parseMonthDay(date);
    return monthDay && { kind: 'date', monthDay, yearsLater: sameYear ? 0 : 1 };
  }
  const count = Number(days);
  if (count < 1 || count > MAX_DUE_DAYS) return null;
  return { kind: unit === 'wd' ? 'working-days' : 'days', days: count };
}

export const due = parsed(
  parseDue,
  '不是公开期限',
  "请填写 20wd（20 个工作日）、20d（20 天）或 '09-30'（次年日期；当年日期写 '+0 09-30'，不可用 02-29）",
  DUE,
);

export const unitKind = z.enum(['department', 'town', 'subdistrict', 'enterprise']);

export const topic = z.enum(TOPIC_IDS, { error: (issue) => advice('不在主题表中', topicRemedy(String(issue.input))) });

function topicRemedy(given: string): string {
  const byName = TOPIC_IDS.find((topic: Topic) => TOPICS[topic] === given);
  const near = byName ?? nearest(given, TOPIC_IDS);
  const hint = near ? `是否指 ${near}（${TOPICS[near as Topic]}）？` : '';
  return `${hint}可用的有：${TOPIC_IDS.join('、')}`;
}
