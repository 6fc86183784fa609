import type { Capture, OpenedCapture } from '../model/capture.ts';

/** A capture in the store; its payload is opened only where what it says is not known yet. */
export interface StoredCapture extends Capture {
  /**
   * What `reader` makes of the capture, now or at an earlier time. `name` tells readers apart; a reader must answer with
   * plain JSON and depend on nothing but name, site, and the capture's addresses, view, content type and payload.
   */
  read<T>(name: string, reader: (opened: OpenedCapture) => T | Promise<T>): Promise<T>;
}

/** A capture as it was looked up. */
export type LookedUp = OpenedCapture | StoredCapture;

/**
 * The captures of a URL in one view: for `rendered` all list pages in order, else one. An empty answer means that the
 * URL was never attempted.
 */
export type Lookup = (url: string, view: 'http' | 'rendered') => Promise<readonly LookedUp[]>;

/** `StoredCapture.read`, for captures that are open already too. */
export async function readCapture<T>(
  capture: LookedUp,
  name: string,
  reader: (opened: OpenedCapture) => T | Promise<T>,
): Promise<T> {
  return 'body' in capture ? reader(capture) : capture.read(name, reader);
}
