import { type CivilDate, type Document, parseCivilDate, refOf } from '../kit.ts';
import { type Change, isLeaderPost } from './changes.ts';
import { concerns, isNotice, type Page, shows } from './pages.ts';

/**
 * Changes that a new document of the leadership column tells by itself: 关于调整领导分工的通知 with a list on which people
 * stand whom neither the column's older pages nor the org-functions item name.
 */
export function changesFromPosted(own: readonly Page[], org: readonly Page[], asOf: CivilDate): readonly Change[] {
  return own.flatMap((page): Change[] => {
    const day = parseCivilDate(page.date);
    const older = own.filter((other) => other !== page && other.leaders.length > 1);
    const isNewest = older.length > 0 && older.every(({ date }) => date !== '' && date < page.date);
    if (!isNotice(page.document) || page.leaders.length < 2 || day === null || day > asOf || !isNewest) return [];
    return page.leaders
      .filter(({ name, post }) => isLeaderPost(post) && ![...older, ...org].some(({ text }) => text.includes(name)))
      .map(({ name, post }) => ({
        kind: 'appointed',
        name,
        post,
        date: day,
        text: `${name}任${post}（《${page.document.title}》${day}）`,
        ref: refOf(page.document.ref, page.document.title),
      }));
  });
}

/** The document that shows a change beside an old one in the same column, or as a notice. */
export function postedApart(own: readonly Page[], change: Change): Document | null {
  const posted = own.find((page) => shows([page], change));
  if (!posted) return null;
  const hasOld = own.some((page) => page !== posted && concerns(page, change) && !shows([page], change));
  return hasOld || isNotice(posted.document) ? posted.document : null;
}
