import type { Verdict } from '../model/verdict.ts';

/**
 * A verdict's id, the same every night: what it is made of (contract, section 8), readable and in one place. `apart`
 * is added only where several columns of one topic have verdicts on the same subject.
 */
export function verdictId(
  parts: Pick<Verdict, 'unit' | 'check' | 'message' | 'topic' | 'subject'> & { readonly apart?: string | undefined },
): string {
  const { unit, check, message, topic, subject, apart } = parts;
  return [unit, check, message ?? '-', topic, subject, ...(apart === undefined ? [] : [apart])].join('/');
}
