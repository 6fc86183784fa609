import { z } from 'zod';
import type { Audit } from '../model/audit.ts';
import { EXIT, type Problem, UserError } from '../model/user-error.ts';
import { auditSchema } from './audit-schema.ts';

const REMEDY = '请用 xunjian audit --format json 重新生成';
const PROBLEMS_SHOWN = 10;

/**
 * The audit that a JSON text holds.
 * @throws UserError (usage) where the text is no JSON or not an audit of this version: the place within the document, the value and the remedy.
 */
export function parseAudit(text: string, file: string): Audit {
  const fail = (problems: readonly Problem[]): never => {
    throw new UserError(EXIT.usage, problems);
  };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail([{ place: { file }, what: '不是完整的 JSON 文件', remedy: REMEDY }]);
  }
  const result = auditSchema.safeParse(value, { error: z.locales.zhCN().localeError, reportInput: true });
  if (result.success) return result.data;
  return fail(
    result.error.issues.slice(0, PROBLEMS_SHOWN).map((issue) => ({
      place: { file },
      what: `${issue.path.join('.') || '整个文件'}不符合判定结果格式（${issue.message}）`,
      ...(isScalar(issue.input) ? { value: String(issue.input) } : {}),
      remedy: REMEDY,
    })),
  );
}

/** The audit as text: two spaces, keys in the contract's order whatever order they were set in, a final newline. */
export function serialiseAudit(audit: Audit): string {
  return `${JSON.stringify(auditSchema.parse(audit), null, 2)}\n`;
}

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
