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
 * @param asked what the caller wants; null: what is due
 */
export function tonight(
  finished: readonly Pick<Run, 'mode' | 'units'>[],
  units: readonly string[],
  fullEvery: number,
  asked: RunMode | null,
): Tonight {
  const last = finished.findIndex((run) => run.mode === 'full' && units.every((unit) => run.units.includes(unit)));
  const night = finished.slice(0, Math.max(last, 0)).filter(({ mode }) => mode === 'changed').length + 1;
  if (asked === 'full' || last < 0 || (asked === null && night >= fullEvery)) return { mode: 'full', night: 0 };
  return { mode: asked ?? 'changed', night };
}
