import { describe, expect, it } from 'vitest';
import { UserError } from '../model/user-error.ts';
import { parseAudit, serialiseAudit } from './audit-json.ts';
import { AUDIT } from './report.fixture.ts';

/** The same value with the keys of every object the other way round. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, reversed(one)]),
  );
};

function problemOf(text: string): UserError {
  try {
    parseAudit(text, 'audit.json');
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('accepted');
}

const altered = (change: (audit: Record<string, unknown>) => void): string => {
  const audit: Record<string, unknown> = JSON.parse(serialiseAudit(AUDIT));
  change(audit);
  return JSON.stringify(audit);
};

describe('the audit as JSON', () => {
  it('comes back as it was written', () => {
    expect(parseAudit(serialiseAudit(AUDIT), 'audit.json')).toEqual(AUDIT);
  });
  it('has the keys in the order of the contract, whatever order they were set in', () => {
    const text = serialiseAudit(AUDIT);
    expect(serialiseAudit(parseAudit(JSON.stringify(reversed(AUDIT)), 'audit.json'))).toBe(text);
    const audit: Record<string, unknown> & { verdicts: object[]; scores: object[] } = JSON.parse(text);
    expect(Object.keys(audit).join()).toBe('schema,district,asOf,period,units,run,verdicts,deductions,scores');
    expect(Object.keys(audit.verdicts[0] ?? {}).join()).toBe(
      'id,unit,check,topic,column,subject,verdict,message,advisory,state,text,fix,basis,reason,evidence',
    );
    expect(Object.keys(audit.scores[0] ?? {}).join()).toBe('unit,base,coverage,coverageFrom,deducted,total,open');
    expect(text.endsWith('}\n')).toBe(true);
  });
  it('is read with a byte order mark', () => {
    expect(parseAudit(`\uFEFF${serialiseAudit(AUDIT)}`, 'audit.json').period).toBe('2023Q2');
  });
  it('is refused where it is cut short', () => {
    expect(problemOf(serialiseAudit(AUDIT).slice(0, 400)).message).toBe(
      'audit.json 不是完整的 JSON 文件。请用 xunjian audit --format json 重新生成',
    );
  });
  it.each([
    ['an unknown key', altered((audit) => Object.assign(audit, { extra: 1 })), /整个文件.*extra/],
    ['another version', altered((audit) => Object.assign(audit, { schema: 'xunjian.audit/9' })), /schema.*audit\/9/],
    ['a day that does not exist', altered((audit) => Object.assign(audit, { asOf: '2023-02-30' })), /asOf.*2023-02-30/],
    ['a period that is no quarter', altered((audit) => Object.assign(audit, { period: '2023-05' })), /period.*2023-05/],
  ])('is refused with %s, naming place and remedy', (_, text, said) => {
    const error = problemOf(text);
    expect(error.exitCode).toBe(2);
    expect(error.message).toMatch(said);
    expect(error.problems[0]?.remedy).toMatch(/重新生成/);
  });
});
