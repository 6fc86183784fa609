import { z } from '@hono/zod-openapi';
import { NotThere } from '../../app/console/refusals.ts';
import { type CivilDate, parseCivilDate } from '../../model/civil-date.ts';

/*
 * What stands in paths is only described: whatever names nothing is answered with 404 by the use cases, so that nobody
 * learns more from how it is refused.
 */

export const PERIOD = z.object({
  period: z.string().openapi({ param: { name: 'period', in: 'path' }, description: '季度', example: '2023Q2' }),
});

export const NUMBER = z.object({
  number: z.string().openapi({ param: { name: 'number', in: 'path' }, description: '问题编号', example: '1A2B3C4D' }),
});

export const UNIT = z.object({
  unit: z.string().openapi({ param: { name: 'unit', in: 'path' }, description: '单位标识（targets.yaml）' }),
});

export const ID = z.object({
  id: z.string().openapi({ param: { name: 'id', in: 'path' }, description: '编号' }),
});

/** A number counted from 1 that stands in a path. Throws NotThere. */
export function countOf(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new NotThere();
  return Number(text);
}

/** A whole number in a query. */
const whole = (most: number, description: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .refine((value) => value <= most)
    .openapi({ type: 'integer', minimum: 1, maximum: most, description });

const LAST_PAGE = 1_000_000;

/** A page of a list. */
export const PAGE = z.object({ page: whole(LAST_PAGE, '第几页，从1起').optional() });

/** A page of a list whose length can be chosen. */
export const SIZED_PAGE = PAGE.extend({ pageSize: whole(200, '每页多少项，不填为50').optional() });

export const LOG_PAGE = z.object({
  before: whole(999_999_999, '只要这个序号之前的').optional(),
  limit: whole(500, '最多多少条，不填为100').optional(),
});

export const TRUE = z.enum(['true']).transform(() => true);

/** A day in a body, `YYYY-MM-DD`. */
export const day = z
  .string()
  .refine((text) => parseCivilDate(text) !== null)
  .transform((text) => text as CivilDate)
  .openapi({ type: 'string', format: 'date', example: '2023-08-11' });

/** A value, or null for none. A union, since the document would take `.nullable()` of a named schema for the schema itself. */
export const orNull = <S extends z.ZodType>(schema: S) => z.union([schema, z.null()]);
