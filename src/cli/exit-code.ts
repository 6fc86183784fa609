import type { Audit } from '../model/audit.ts';
import { EXIT, type ExitCode } from '../model/user-error.ts';

/** 1 where there are findings, else 3 where part could not be read, else 0 (contract, section 3). */
export function auditExitCode({ verdicts }: Pick<Audit, 'verdicts'>): ExitCode {
  if (verdicts.some(({ verdict }) => verdict === 'fail')) return EXIT.findings;
  if (verdicts.some(({ verdict }) => verdict === 'inconclusive')) return EXIT.unreadable;
  return EXIT.done;
}
