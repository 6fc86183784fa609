import type { CivilDate } from '../model/civil-date.ts';
import { type FindingState, isStanding, type TrackedFinding } from '../model/finding.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { inspection } from './compose.ts';
import { hasLastAudit } from './last-audit.ts';
import { loadPlan, type PlanFiles } from './load-plan.ts';

/** A finding as inspectors look it up. */
export interface ListedFinding extends TrackedFinding {
  readonly unitName: string;
  /** Last day for putting it right that the newest bulletin sets; null where that bulletin does not name it. */
  readonly rectifyBy: CivilDate | null;
}

/**
 * The findings of the units in scope as the newest night left them, in the order of targets.yaml and by the day they
 * were first seen; without `states` those that are there as far as anybody knows. Throws UserError: 2 for wrong input or
 * before any audit, 5 for storage.
 */
export async function listFindings(request: {
  readonly files: PlanFiles;
  readonly data: string;
  readonly states: readonly FindingState[];
}): Promise<readonly ListedFinding[]> {
  const { files, data, states } = request;
  const { units } = loadPlan(files);
  if (!hasLastAudit(data))
    throw new UserError(EXIT.usage, [
      { place: { file: data }, what: '数据目录中还没有判定结果', remedy: '请先运行 xunjian audit' },
    ]);
  const isWanted = (finding: TrackedFinding): boolean =>
    states.length > 0 ? states.includes(finding.state) : isStanding(finding);
  const { findings, bulletins, close } = await inspection(data);
  try {
    const told = await bulletins.newest();
    const all = await findings.of(units.map(({ id }) => id));
    return units.flatMap(({ id, name }) => {
      const bulletin = told.get(id);
      const named = new Set(bulletin?.items.map(({ finding }) => finding));
      return all
        .filter((finding) => finding.unit === id && isWanted(finding))
        .sort(byFirstSeen)
        .map((finding) => ({
          ...finding,
          unitName: name,
          rectifyBy: bulletin && named.has(finding.id) ? bulletin.rectifyBy : null,
        }));
    });
  } finally {
    await close();
  }
}

const byFirstSeen = (one: TrackedFinding, other: TrackedFinding): number =>
  one.firstSeen < other.firstSeen ? -1 : one.firstSeen > other.firstSeen ? 1 : one.id < other.id ? -1 : 1;
