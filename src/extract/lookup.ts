import type { OpenedCapture } from '../model/capture.ts';

/**
 * The captures of a URL in one view: for `rendered` all list pages in order, else one. An empty answer means that the
 * URL was never attempted.
 */
export type Lookup = (url: string, view: 'http' | 'rendered') => Promise<readonly OpenedCapture[]>;
