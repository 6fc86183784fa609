import { z } from '@hono/zod-openapi';
import type { JobProgress } from '../../../app/jobs/progress.ts';
import { JOB_STAGES } from '../../../app/jobs/work.ts';
import { JOB_KINDS, JOB_STATES, type Job, RECHECK_OUTCOMES } from '../../../model/job.ts';
import { findingNumber } from '../../../report/finding-number.ts';
import { keysOf } from '../keys-of.ts';
import { orNull } from '../parameters.ts';

const instant = z.iso.datetime().nullable();

export const job = z
  .object({
    id: z.string(),
    kind: z.enum(keysOf(JOB_KINDS)),
    unit: z.string().nullable().describe('null 为全区'),
    number: z.string().nullable().describe('复查的问题编号'),
    state: z.enum(keysOf(JOB_STATES)),
    requestedAt: z.iso.datetime(),
    startedAt: instant,
    endedAt: instant,
    result: orNull(
      z.object({
        captures: z.int(),
        unreadable: z.int(),
        fails: z.int(),
        advisories: z.int(),
        inconclusive: z.int(),
        outcome: z.enum(keysOf(RECHECK_OUTCOMES)).nullable().describe('复查结果；其他任务为 null'),
        text: z.string().nullable(),
      }),
    ),
    error: z.string().nullable().describe('没有完成的原因'),
  })
  .openapi('Job');

export const jobProgress = job
  .extend({
    stage: z.enum(keysOf(JOB_STAGES)).nullable(),
    done: z.int(),
    left: z.int(),
    perSecond: z.number(),
    reading: z.string().describe('正在读取的网址或判定的单位'),
    before: z.int().nullable().describe('前面还有几项；null 为不在排队'),
    notices: z.array(z.string()),
    text: z.string().describe('一句话说明进展'),
  })
  .openapi('JobProgress');

export function jobShape(of: Job): z.infer<typeof job> {
  const { id, kind, unit, finding, state, requestedAt, startedAt, endedAt, result, error } = of;
  return {
    ...{ id, kind, unit, state, error, number: finding === null ? null : findingNumber(finding) },
    ...{ requestedAt: new Date(requestedAt).toISOString(), startedAt: at(startedAt), endedAt: at(endedAt) },
    result: result && { ...result, outcome: result.outcome ?? null, text: result.text ?? null },
  };
}

const at = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

export function jobProgressShape({ job, notices, ...live }: JobProgress): z.infer<typeof jobProgress> {
  const { stage, done, left, perSecond, reading, before, text } = live;
  return { ...jobShape(job), stage, done, left, perSecond, reading, before, text, notices: [...notices] };
}
