import { z } from '@hono/zod-openapi';
import type { Feedback } from '../../../model/feedback.ts';
import { RECHECK_OUTCOMES } from '../../../model/job.ts';
import { keysOf } from '../keys-of.ts';
import { orNull } from '../parameters.ts';

export const feedback = z
  .object({
    text: z.string(),
    link: z.string().nullable().describe('整改后的网页'),
    byName: z.string(),
    at: z.iso.datetime(),
    on: z.iso.date(),
    recheck: orNull(
      z.object({ outcome: z.enum(keysOf(RECHECK_OUTCOMES)), text: z.string(), at: z.iso.datetime() }),
    ).describe('复查结果；null 为尚未复查'),
  })
  .openapi('Feedback');

export const feedbackShape = ({ text, link, byName, at, on, recheck }: Feedback): z.infer<typeof feedback> => {
  return { text, link, byName, at, on, recheck };
};
