import type { Audit } from '../model/audit.ts';
import type { Decision } from '../model/decision.ts';
import type { TrackedFinding } from '../model/finding.ts';
import { parsePeriod } from '../model/period.ts';
import type { Registers } from '../model/register.ts';
import type { Rulebook } from '../model/rulebook.ts';
import { decide } from '../score/decide.ts';
import { score } from '../score/score.ts';
import { unrectifiedOf } from './assessed-units.ts';
import { inspection } from './compose.ts';

/** What an audit is scored by once inspectors have looked at it. */
export interface DecisionBasis {
  /** The decisions that count in the audit's quarter, by finding. */
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly tracked: ReadonlyMap<string, TrackedFinding>;
  readonly rulebook: Rulebook;
  readonly registers: Registers;
  /** Ids of verdicts that the last bulletin told of and that should have been put right by now. */
  readonly unrectified: ReadonlySet<string>;
}

/** The audit as inspectors left it: their decisions laid over its verdicts, and the quarter scored again. Pure. */
export function decidedAudit(audit: Audit, basis: DecisionBasis): Audit {
  const { decisions, tracked, rulebook, registers, unrectified } = basis;
  const period = parsePeriod(audit.period);
  if (!period) return audit;
  const { verdicts, prices } = decide(audit.verdicts, decisions, tracked);
  const keyColumns = new Map(
    audit.scores.flatMap(({ unit, keyColumns }) => (keyColumns ? [[unit, keyColumns] as const] : [])),
  );
  const units = audit.units.map(({ id }) => id);
  return {
    ...audit,
    verdicts,
    ...score({ units, verdicts, registers, rulebook, period, keyColumns, unrectified, prices }),
  };
}

/** Where what was decided stands, and what is scored by beside it. */
export type DecisionSources = { readonly data: string } & Pick<DecisionBasis, 'rulebook' | 'registers'>;

/**
 * What a kept audit comes to with what inspectors decided since; the audit itself where they decided nothing. Throws
 * UserError (exit code 5) for storage.
 */
export async function asDecided(audit: Audit, sources: DecisionSources): Promise<Audit> {
  const basis = await basisOf(audit, sources);
  return basis.decisions.size === 0 ? audit : decidedAudit(audit, basis);
}

/** The same, scored by the registers as they are now also where nobody decided anything. */
export const asScoredNow = async (audit: Audit, sources: DecisionSources): Promise<Audit> =>
  decidedAudit(audit, await basisOf(audit, sources));

async function basisOf(audit: Audit, { data, rulebook, registers }: DecisionSources): Promise<DecisionBasis> {
  const { decisions, findings, bulletins, close } = await inspection(data);
  try {
    const quarter = parsePeriod(audit.period);
    const made = await decisions.of(audit.period);
    const known = await findings.of(audit.units.map(({ id }) => id));
    const last = quarter ? await bulletins.lastBefore(quarter) : new Map();
    return {
      ...{ rulebook, registers },
      decisions: new Map(made.map((one) => [one.finding, one])),
      tracked: new Map(known.map((one) => [one.id, one])),
      unrectified: unrectifiedOf(last, audit.verdicts, audit.asOf),
    };
  } finally {
    await close();
  }
}
