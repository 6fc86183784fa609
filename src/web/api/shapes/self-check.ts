import { z } from '@hono/zod-openapi';
import type { SelfCheckResult } from '../../../app/console/self-check-result.ts';
import { orNull } from '../parameters.ts';
import { scorecard, scorecardShape } from './score.ts';

const answer = z.object({
  number: z.string().nullable().describe('问题编号；全区判定中没有的为 null'),
  check: z.string(),
  standard: z.array(z.string()).describe('依据'),
  verdict: z.enum(['pass', 'fail', 'inconclusive', 'not-applicable']),
  text: z.string(),
  cost: z.string().nullable().describe('减多少分'),
  url: z.string().nullable(),
  fix: z.string().nullable().describe('怎样整改'),
});
const change = z.object({
  kind: z.enum(['new', 'fixed', 'unread']).describe('新出现、已整改、未能读取'),
  text: z.string(),
  number: z.string().nullable(),
});

export const selfCheck = z
  .object({
    period: z.string(),
    asOf: z.iso.date(),
    startedAt: z.iso.datetime(),
    card: scorecard,
    charged: z.int().describe('减分的问题'),
    free: z.int().describe('不减分的问题'),
    unsettled: z.int().describe('未能判定的事项'),
    isOutdated: z.boolean().describe('此后已有全区判定'),
    changes: orNull(z.array(change)).describe('与最近一次全区判定的差别'),
    sections: z.array(z.object({ title: z.string(), answers: z.array(answer) })),
  })
  .openapi('SelfCheck');

export function selfCheckShape(of: SelfCheckResult): z.infer<typeof selfCheck> {
  const { audit, card, counts, changes, isOutdated, sections } = of;
  return {
    ...{ period: audit.period, asOf: audit.asOf, startedAt: audit.run.startedAt, card: scorecardShape(card) },
    ...{ ...counts, isOutdated, changes: changes?.map((one) => ({ ...one })) ?? null },
    sections: sections.map(({ title, rows }) => ({
      title,
      answers: rows.map(({ number, check, standard, verdict, text, cost, url, fix }) => {
        return { number, check, standard: [...standard], verdict, text, cost, url, fix };
      }),
    })),
  };
}
