import type { ColumnFacts } from '../model/document.ts';
import { contains, type Period } from '../model/period.ts';
import type { KeyColumns } from '../model/score.ts';

/** How many of a unit's key columns show a document published in the quarter, and how many could not be read whole. */
export function keyColumns(columns: readonly ColumnFacts[], quarter: Period): KeyColumns {
  const keys = columns.filter(({ column }) => column.key);
  const isUpdated = ({ documents }: ColumnFacts): boolean =>
    documents.some(
      ({ captured, dates }) =>
        captured &&
        dates.some(({ date, place }) => (place === 'claimed' || place === 'list') && contains(quarter, date)),
    );
  const updated = keys.filter(isUpdated).length;
  const unread = keys.filter(
    (facts) => !isUpdated(facts) && (facts.gaps.length > 0 || facts.documents.some(({ captured }) => !captured)),
  ).length;
  return { total: keys.length, updated, unread };
}
