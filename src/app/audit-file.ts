import { z } from 'zod';
import type { Audit } from '../model/audit.ts';
import { TOPIC_IDS } from '../model/topic.ts';
import type { UnreadPart } from '../model/unread.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { WHYS, type Why } from '../model/why.ts';
import { parseAudit, serialiseAudit } from '../report/audit-json.ts';

/** An audit and what could not be read on the way to it. */
export interface KeptAudit {
  readonly audit: Audit;
  readonly unread: readonly UnreadPart[];
}

export const unreadSchema: z.ZodType<readonly UnreadPart[]> = z.array(
  z.strictObject({
    unit: z.string(),
    topic: z.enum(TOPIC_IDS),
    url: z.string(),
    why: z.enum(Object.keys(WHYS) as [Why, ...Why[]]),
    text: z.string(),
    capturedAt: z.string().nullable(),
  }),
);

/** Both in one file: the audit on the contract's lines, and beside it what could not be read. */
export const auditFileText = ({ audit, unread }: KeptAudit): string =>
  `{"unread":${JSON.stringify(unread)},\n"audit":${serialiseAudit(audit)}}\n`;

/** Throws UserError (exit code 2) where the text is not what `auditFileText` writes. */
export function parseAuditFile(text: string, file: string): KeptAudit {
  const at = text.indexOf('\n"audit":');
  try {
    const unread = unreadSchema.parse(JSON.parse(text.slice('{"unread":'.length, at - 1)));
    return { audit: parseAudit(text.slice(at + '\n"audit":'.length, text.lastIndexOf('}')), file), unread };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(EXIT.usage, [
      { place: { file }, what: '判定结果文件不完整', remedy: '请移走该文件后重新运行 xunjian audit' },
    ]);
  }
}
