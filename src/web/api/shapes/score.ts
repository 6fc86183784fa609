import { z } from '@hono/zod-openapi';
import type { Scorecard } from '../../../model/score.ts';

export const scorecard = z
  .object({
    unit: z.string(),
    base: z.number(),
    coverage: z.number().describe('重点栏目保障得分'),
    coverageFrom: z.enum(['register', 'suggested']).describe('register 为检查人员评定，suggested 为程序建议'),
    deducted: z.number(),
    total: z.number(),
    open: z.number().describe('尚不能判定的问题还可能减去的分值'),
  })
  .openapi('Scorecard');

export const scorecardShape = ({ keyColumns: _, ...card }: Scorecard): z.infer<typeof scorecard> => card;
