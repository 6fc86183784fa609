import type { NightResult } from '../app/nightly.ts';
import type { Audit } from '../model/audit.ts';
import { EXIT, type ExitCode } from '../model/user-error.ts';

/** 1 where there are findings, else 3 where part could not be read, else 0 (contract, section 3). */
export function auditExitCode({ verdicts }: Pick<Audit, 'verdicts'>): ExitCode {
  if (verdicts.some(({ verdict }) => verdict === 'fail')) return EXIT.findings;
  if (verdicts.some(({ verdict }) => verdict === 'inconclusive')) return EXIT.unreadable;
  return EXIT.done;
}

/** Of one night: 6 where it was stopped, 3 where not one page could be had, else 0 whatever was found. */
export function nightExitCode(night: {
  readonly interrupted: boolean;
  readonly crawl: Pick<NightResult['crawl'], 'unreachable'>;
}): ExitCode {
  if (night.interrupted) return EXIT.interrupted;
  return night.crawl.unreachable.length > 0 ? EXIT.unreadable : EXIT.done;
}
