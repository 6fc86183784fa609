import type { TrackedFinding } from '../model/finding.ts';
import type { Period } from '../model/period.ts';
import type { Verdict } from '../model/verdict.ts';
import { caseIndex, inspection } from './compose.ts';
import type { RecheckTarget } from './recheck-outcome.ts';

/** What is on record of a finding that is to be looked at again. */
export interface KnownFinding extends Pick<Verdict, 'column' | 'topic'> {
  readonly target: RecheckTarget;
  /** The unit's findings as they stand, by id. */
  readonly history: ReadonlyMap<string, TrackedFinding>;
  /** Addresses of the pages that it cites. */
  readonly cited: readonly string[];
  /** The quarter of the last bulletin that told the unit of it; null where that did not. */
  readonly published: Period | null;
}

/** Null where the unit never had this finding. Throws UserError (exit code 5) for storage. */
export async function findingToRecheck(data: string, unit: string, id: string): Promise<KnownFinding | null> {
  const { findings, bulletins, close } = await inspection(data);
  try {
    const history = new Map((await findings.of([unit])).map((finding) => [finding.id, finding]));
    const finding = history.get(id);
    if (!finding) return null;
    const detail = await findings.detailOf(id);
    const bulletin = (await bulletins.newest()).get(unit);
    const isTold = bulletin?.items.some((item) => item.finding === id) ?? false;
    return {
      ...{ target: finding, history, column: detail?.column ?? null, topic: finding.topic },
      cited: detail?.evidence.map(({ url }) => url) ?? [],
      published: isTold && bulletin ? bulletin.period : null,
    };
  } finally {
    await close();
  }
}

/** The columns in which these pages were found. Throws UserError (exit code 2) where nothing was crawled yet. */
export async function columnsHolding(data: string, pages: readonly string[]): Promise<readonly string[]> {
  const { cases, close } = await caseIndex(data);
  try {
    return await cases.columnsOf(pages);
  } finally {
    await close();
  }
}
