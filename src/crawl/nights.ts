import type { Run, RunMode } from '../store/runs.ts';

export interface Tonight {
  readonly mode: RunMode;
  /** Nights since everything was fetched, that one being 0. */
  readonly night: number;
}

/**
 * What tonight's run asks for. Everything, where the last full run is `fullEvery` nights past, or did not cover these
 * units, or was never made by this program: servers say «not modified» of pages that were, and lists hide edits.
 * @param finished finished runs that read pages as this one will, newest first
 * @param wanted whether everything is asked for tonight
 */
export function tonight(
  finished: readonly Pick<Run, 'mode' | 'units'>[],
  units: readonly string[],
  fullEvery: number,
  wanted: boolean,
): Tonight {
  // Self-checks and crawls of a few units are no nights of the others.
  const ours = finished.filter((run) => units.every((unit) => run.units.includes(unit)));
  const last = ours.findIndex(({ mode }) => mode === 'full');
  const night = last + 1;
  return wanted || last < 0 || night >= fullEvery ? { mode: 'full', night: 0 } : { mode: 'changed', night };
}
