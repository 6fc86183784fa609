import { z } from '@hono/zod-openapi';
import type { Objection } from '../../../model/objection.ts';
import { findingNumber } from '../../../report/finding-number.ts';
import { API } from '../address.ts';
import { orNull } from '../parameters.ts';

export const objection = z
  .object({
    id: z.int(),
    period: z.string(),
    number: z.string().describe('问题编号'),
    unit: z.string(),
    text: z.string(),
    file: orNull(
      z.object({
        name: z.string(),
        size: z.int().describe('字节'),
        contentType: z.string(),
        sha256: z.string(),
        href: z.string().describe('下载地址'),
      }),
    ),
    byName: z.string(),
    at: z.iso.datetime(),
    answer: orNull(
      z.object({
        upheld: z.boolean().describe('异议是否成立'),
        text: z.string(),
        byName: z.string(),
        at: z.iso.datetime(),
      }),
    ).describe('null 为尚未答复'),
  })
  .openapi('Objection');

export function objectionShape(of: Objection): z.infer<typeof objection> {
  const { id, period, unit, text, file, byName, at, answer } = of;
  return {
    ...{ id, period, unit, text, byName, at, answer, number: findingNumber(of.finding) },
    file: file && { ...file, href: `${API}/objections/${id}/file` },
  };
}
