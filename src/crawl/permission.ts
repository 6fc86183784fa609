import type { SkipReason } from '../model/capture.ts';
import type { NetFailure } from './net-error.ts';

/** Whether an address may be asked for. */
export type Permission =
  | { readonly ok: true }
  /** `failure`: what kept us from learning whether we may. */
  | { readonly ok: false; readonly why: SkipReason; readonly detail: string; readonly failure: NetFailure | null };
