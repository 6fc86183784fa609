import type { CrawlManners } from '../model/plan.ts';

const MINUTE = 60_000;
const DAY = 24 * 60;

/** Milliseconds until the daily window in which crawling is allowed opens; 0 within it, or where there is none. */
export function untilAllowed(hours: CrawlManners['hours'], timeZone: string, instant: Date): number {
  if (!hours) return 0;
  const local = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const now = minutes(local.format(instant));
  const from = minutes(hours.from);
  const to = minutes(hours.to);
  const within = from <= to ? now >= from && now < to : now >= from || now < to;
  return within || from === to ? 0 : ((from - now + DAY) % DAY) * MINUTE - (instant.getTime() % MINUTE);
}

function minutes(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}
