import type { CaptureResult } from '../model/capture.ts';
import type { PageEvent } from '../store/page-events.ts';
import type { KnownPage, PageLook, PagePayload, PageState } from '../store/pages.ts';
import type { Errand } from './context.ts';

/** Not there on so many days in a row: gone. */
const GONE_AFTER = 3;

export interface Looked {
  readonly look: PageLook;
  readonly events: readonly PageEvent[];
}

/**
 * What a look says of an address, beside what earlier nights know of it. An answer that could not be read changes
 * nothing but that; only the site's own word that a page is not there counts as an absence, once a day (in UTC), since
 * a unit may check itself many times in an hour.
 */
export function lookAt(task: Errand, result: CaptureResult, at: string, payload: PagePayload | null): Looked {
  const { url, kind, unit, column, known } = task;
  const judgement = result.tag === 'responded' ? result.judgement : null;
  const isThere = judgement === 'ok';
  const isAbsent = judgement === 'not-found' || judgement === 'soft-404';
  const day = at.slice(0, 10);
  const counted = known?.absences ?? 0;
  const isNewDay = isAbsent && known?.absentOn !== day;
  const absences = isThere ? 0 : counted + (isNewDay ? 1 : 0);
  const absentOn = isThere ? '' : isAbsent ? day : (known?.absentOn ?? '');
  const before = known?.state ?? 'live';
  const state = isThere ? returnedTo(before) : isAbsent ? (absences >= GONE_AFTER ? 'gone' : 'missing') : before;
  const movedTo = isThere && payload ? redirectedTo(known, payload) : '';
  const look = { url, kind, unit, column, state, absences, absentOn, readable: isThere, payload };
  const event = (eventKind: PageEvent['kind'], detail: string): PageEvent => ({
    ...{ url, unit, at, kind: eventKind, detail, record: '' },
  });
  const title = known?.title ?? '';
  const events: PageEvent[] = [];
  if (isNewDay && absences === 1) events.push(event('missing', title));
  if (isNewDay && absences === GONE_AFTER) events.push(event('gone', title));
  if (isThere && (before === 'missing' || before === 'gone')) events.push(event('returned', title));
  if (movedTo !== '') events.push(event('moved', movedTo));
  return { look, events };
}

/** A page that is there again is live; one that no list names stays so until one does. */
const returnedTo = (before: PageState): PageState => (before === 'missing' || before === 'gone' ? 'live' : before);

/** Where an address leads to that stood for itself, or led elsewhere, the last time; '' where nothing changed. */
function redirectedTo(known: KnownPage | null, { finalUrl }: PagePayload): string {
  return known?.payload && known.payload.finalUrl !== finalUrl ? finalUrl : '';
}
