import { z } from '@hono/zod-openapi';
import type { Verdict } from '../../../model/verdict.ts';

const KINDS = ['pass', 'fail', 'inconclusive', 'not-applicable'] as const;

/** What a check says, without its evidence. */
export const verdictSchema = z
  .object({
    id: z.string(),
    check: z.string(),
    topic: z.string(),
    column: z.string().nullable().describe('栏目网址'),
    subject: z.string(),
    verdict: z.enum(KINDS),
    message: z.string().nullable(),
    text: z.string(),
    fix: z.string().nullable().describe('怎样整改'),
    basis: z.array(z.object({ document: z.string(), clause: z.string() })).describe('依据'),
  })
  .openapi('Verdict');

export function verdictShape(of: Verdict): z.infer<typeof verdictSchema> {
  const { id, check, topic, column, subject, verdict, message, text, fix, basis } = of;
  return { id, check, topic, column, subject, verdict, message, text, fix, basis: [...basis] };
}
