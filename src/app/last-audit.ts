import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Audit } from '../model/audit.ts';
import { TOPIC_IDS } from '../model/topic.ts';
import type { UnreadPart } from '../model/unread.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { WHYS, type Why } from '../model/why.ts';
import { parseAudit, serialiseAudit } from '../report/audit-json.ts';
import { writeWhole } from './write-file.ts';

/** An audit and what could not be read on the way to it. */
export interface LastAudit {
  readonly audit: Audit;
  readonly unread: readonly UnreadPart[];
}

const unreadSchema: z.ZodType<readonly UnreadPart[]> = z.array(
  z.strictObject({
    unit: z.string(),
    topic: z.enum(TOPIC_IDS),
    url: z.string(),
    why: z.enum(Object.keys(WHYS) as [Why, ...Why[]]),
    text: z.string(),
    capturedAt: z.string().nullable(),
  }),
);

const auditFile = (data: string): string => join(data, 'audit.json');
const unreadFile = (data: string): string => join(data, 'unread.json');

export const hasLastAudit = (data: string): boolean => existsSync(auditFile(data));

/** Keeps the audit in its data folder, for the reports made of it. */
export function keepLastAudit(data: string, { audit, unread }: LastAudit): void {
  writeWhole(unreadFile(data), `${JSON.stringify(unread, null, 2)}\n`);
  writeWhole(auditFile(data), serialiseAudit(audit));
}

/** The last audit of a data folder. Throws UserError (exit code 2) where there is none or its files are damaged. */
export function lastAudit(data: string): LastAudit {
  const file = auditFile(data);
  if (!hasLastAudit(data)) throw unusable(file, '还没有判定结果');
  const audit = parseAudit(readFileSync(file, 'utf8'), file);
  try {
    return { audit, unread: unreadSchema.parse(JSON.parse(readFileSync(unreadFile(data), 'utf8'))) };
  } catch {
    throw unusable(unreadFile(data), '判定结果不完整');
  }
}

const unusable = (file: string, what: string): UserError =>
  new UserError(EXIT.usage, [{ place: { file }, what, remedy: '请先运行 xunjian audit' }]);
