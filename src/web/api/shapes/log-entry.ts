import { z } from '@hono/zod-openapi';
import { ROLES } from '../../../model/account.ts';
import { ACTIONS, type LogEntry } from '../../../model/log-entry.ts';
import { keysOf } from '../keys-of.ts';

export const action = z.enum(keysOf(ACTIONS));

export const logEntry = z
  .object({
    seq: z.int(),
    at: z.iso.datetime(),
    byName: z.string(),
    role: z.enum([...keysOf(ROLES), '']),
    action,
    subject: z.string(),
    period: z.string(),
    unit: z.string(),
    before: z.any().describe('此前的情况'),
    after: z.any().describe('此后的情况'),
  })
  .openapi('LogEntry');

export const logEntryShape = ({ by: _, ...entry }: LogEntry): z.infer<typeof logEntry> => entry;
