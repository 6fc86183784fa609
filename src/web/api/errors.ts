import { z } from '@hono/zod-openapi';
import type { Context, ErrorHandler, Handler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { RegisterConflict, UnfitRows } from '../../app/registers/register-errors.ts';
import type { Env, WebContext } from '../env.ts';
import { onError, wordsOf } from '../error-page.tsx';
import { issueWords } from './issue-words.ts';
import { type ApiProblem, apiProblem } from './problem.ts';

/** The one form of every answer that is no success. */
export const apiErrorSchema = z
  .object({
    error: z.object({
      status: z.int().describe('HTTP 状态码'),
      what: z.string().describe('出了什么问题'),
      remedy: z.string().describe('怎样处理'),
      details: z.array(apiProblem).optional().describe('逐处的错误'),
    }),
  })
  .openapi('Error');

/** Answers with an error. What, and what to do, in Chinese. */
export function apiError(
  c: Context<Env>,
  status: ContentfulStatusCode,
  what: string,
  remedy: string,
  details?: readonly ApiProblem[],
) {
  return c.json({ error: { status, what, remedy, ...(details && { details }) } }, status);
}

/** Turns what was thrown into an answer; only what an error is for people is told. */
export const onApiError: ErrorHandler<Env> = (error, c) => {
  if (error instanceof UnfitRows)
    return apiError(c, 400, '台账内容有误，没有保存', '请逐处改正后重试', mistakesOf(error));
  if (error instanceof RegisterConflict) return apiError(c, 409, ...wordsOf(error));
  if (error instanceof HTTPException && error.status === 415)
    return apiError(c, 415, '请求的内容类型不正确', '请按接口说明设置 Content-Type');
  if (error instanceof HTTPException && error.status < 500)
    return apiError(c, 400, '请求的内容无法识别', '请按接口说明以正确的 JSON 或表单提交');
  return onError(error, c);
};

const mistakesOf = ({ found }: UnfitRows): readonly ApiProblem[] =>
  found.map(({ row, columnId, what, value, remedy }) => ({
    ...{ row, column: columnId, what, remedy },
    ...(value === undefined ? {} : { value }),
  }));

/** What the request itself has wrong, by its fields. */
export function onInvalid(
  result: { readonly success: true } | { readonly success: false; readonly error: z.ZodError },
  c: WebContext,
) {
  if (result.success) return undefined;
  return apiError(c, 400, '请求的内容不正确', '请按接口说明改正后重试', result.error.issues.flatMap(issueWords));
}

/** For every address that is none. */
export const notThere: Handler<Env> = (c) => apiError(c, 404, '没有找到', '请核对网址，或查看接口说明');
