import { describe, expect, it } from 'vitest';
import type { Verdict, VerdictKind } from '../model/verdict.ts';
import { auditExitCode, nightExitCode } from './exit-code.ts';

const verdicts = (...kinds: VerdictKind[]) => ({ verdicts: kinds.map((verdict) => ({ verdict }) as Verdict) });

describe('the exit code of an audit', () => {
  it.each([
    [0, verdicts('pass', 'not-applicable')],
    [1, verdicts('pass', 'fail', 'inconclusive')],
    [3, verdicts('pass', 'inconclusive')],
    [0, verdicts()],
  ])('is %i', (code, audit) => {
    expect(auditExitCode(audit)).toBe(code);
  });
});

describe('the exit code of a night', () => {
  it.each([
    [0, false, []],
    [3, false, ['www.example.gov.cn']],
    [6, true, []],
    [6, true, ['www.example.gov.cn']],
  ])('is %i', (code, interrupted, unreachable) => {
    expect(nightExitCode({ interrupted, crawl: { unreachable } })).toBe(code);
  });
});
