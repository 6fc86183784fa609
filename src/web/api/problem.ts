import { z } from '@hono/zod-openapi';

export const apiProblem = z.object({
  path: z.string().optional().describe('请求中出错的字段，例如 findings.0.number'),
  row: z.int().nullable().optional().describe('台账中出错的行，从0起；null 指整个文件'),
  column: z.string().nullable().optional().describe('台账中出错的列'),
  number: z.string().optional().describe('问题编号'),
  what: z.string().describe('哪里不对'),
  value: z.string().optional().describe('不正确的值'),
  remedy: z.string().optional().describe('怎样改正'),
});

/** One place in what was sent that is wrong. */
export type ApiProblem = z.infer<typeof apiProblem>;
