import { describe, expect, it } from 'vitest';
import type { Verdict, VerdictKind } from '../model/verdict.ts';
import { auditExitCode } from './exit-code.ts';

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
