import { createRoute, type RouteConfig, z } from '@hono/zod-openapi';

/** Under which heading of the document an operation stands. */
export const TAGS = {
  own: '本人',
  quarters: '季度',
  findings: '问题',
  evidence: '证据',
  objections: '异议',
  scorecards: '得分',
  registers: '台账',
  bulletins: '通报',
  rectification: '整改',
  units: '单位',
  jobs: '任务',
  log: '日志',
  accounts: '账号',
  messages: '消息',
} as const;
export type Tag = keyof typeof TAGS;

/** Answers that are no success, by the name of their component in the document. */
export const FAILURES = {
  BadRequest: [400, '请求的内容不正确'],
  Unauthenticated: [401, '没有令牌，或令牌不正确、已过期、已吊销'],
  Forbidden: [403, '账号没有这项权限'],
  NotFound: [404, '没有找到，或没有查看的权限'],
  Conflict: [409, '他人同时作了改动，或现在不能这样做'],
  TooLarge: [413, '提交的内容过大'],
  UnsupportedType: [415, '内容类型不正确'],
  TooMany: [429, '失败次数过多'],
  Failed: [500, '服务器内部错误'],
  Unavailable: [503, '服务器的文件或磁盘出错'],
} as const;
const ON_CHANGES: ReadonlySet<string> = new Set(['Conflict', 'TooLarge', 'UnsupportedType']);

interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly tag: Tag;
}

/**
 * A route with the answers that every route may give besides its own. These are thrown, so that no handler's type need
 * know of them.
 */
export function operation<
  const P extends string,
  R extends Omit<RouteConfig, 'path' | 'tags'> & Described & { path: P },
>(config: R) {
  const failures = Object.entries(FAILURES)
    .filter(([name]) => config.method !== 'get' || !ON_CHANGES.has(name))
    .map(([name, [status]]) => [status, { $ref: `#/components/responses/${name}` }]);
  const { tag, ...rest } = config;
  const responses = { ...config.responses, ...Object.fromEntries(failures) };
  return createRoute({ ...rest, tags: [TAGS[tag]], responses } as unknown as R & { tags: string[] });
}

/** A JSON answer. */
export const answer = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** The body of a change, which must be there. */
export const body = <S extends z.ZodType>(schema: S) => ({
  required: true,
  content: { 'application/json': { schema } },
});

const bytes = z.string().openapi({ type: 'string', format: 'binary' });

/** An answer to be saved as a file. */
export const fileAnswer = (description: string) => ({
  description,
  content: { 'application/octet-stream': { schema: bytes } },
});

/** A file in a form. */
export const fileField = z.custom<File>((value) => value instanceof File).openapi({ type: 'string', format: 'binary' });

/** Nothing is answered but that it was done. */
export const DONE = { 204: { description: '已完成' } } as const;
