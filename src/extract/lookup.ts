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

/**
 * The same lookup that asks for each address once, and has each stored capture read once: what several pages lead to
 * (a file, a document that stands in two columns) is held once. It lives as long as what was read is needed.
 */
export function askingOnce(lookup: Lookup): Lookup {
  const answers = new Map<string, ReturnType<Lookup>>();
  return (url, view) => {
    const key = `${view} ${url}`;
    const known = answers.get(key);
    if (known) return known;
    const answer = lookup(url, view).then((captures) => captures.map(readingOnce));
    answers.set(key, answer);
    return answer;
  };
}

function readingOnce(capture: LookedUp): LookedUp {
  if ('body' in capture) return capture;
  const made = new Map<string, Promise<unknown>>();
  return {
    ...capture,
    read: <T>(name: string, reader: (opened: OpenedCapture) => T | Promise<T>): Promise<T> => {
      const value = made.get(name) ?? capture.read(name, reader);
      made.set(name, value);
      return value as Promise<T>;
    },
  };
}

/** `StoredCapture.read`, for captures that are open already too. */
export async function readCapture<T>(
  capture: LookedUp,
  name: string,
  reader: (opened: OpenedCapture) => T | Promise<T>,
): Promise<T> {
  return 'body' in capture ? reader(capture) : capture.read(name, reader);
}
