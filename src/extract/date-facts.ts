import type { DateFact, DatePlace } from '../model/document.ts';
import { findDates } from './dates.ts';
import { own } from './html.ts';

/** The dates of a text as facts of one place, each day once; a sure reading stands before an unsure one. */
export function dateFacts(text: string, place: DatePlace): DateFact[] {
  const facts = new Map<string, DateFact>();
  for (const found of findDates(text)) {
    const known = facts.get(found.date);
    if (known && (known.sure || !found.sure)) continue;
    facts.set(found.date, { date: found.date, place, text: own(found.text), sure: found.sure });
  }
  return [...facts.values()];
}
