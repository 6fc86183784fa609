import { readArticle } from '../article.ts';
import type { Candidate } from '../list.ts';
import { findCandidates, hasRoomForList } from '../list.ts';
import type { ParsedPage } from '../parsed-page.ts';
import { readColumn } from './column.ts';
import type { Family } from './family.ts';

/**
 * A document's page: `…/doc_<24 hex>.html`, in hand-made channels also a shorter id. Channel names may hold dots and
 * need no fraction, so only the end counts. `doc_<id>_<md5>.<ext>` is an attachment.
 */
const DOCUMENT = /\/doc_[0-9a-f]{6,32}\.html?$/i;
const CHANNEL = /\/channel_[^/]+\/?$/;
const FAMILY_MARK = /\/channel_[^/"'\s]+\/(?:doc_[0-9a-f]{24})?/;

/** The system behind `/gongkai/…/channel_…/doc_….html`. */
export const gongkai: Family = {
  recognises: (page) => CHANNEL.test(new URL(page.url).pathname) || FAMILY_MARK.test(page.html),
  readColumnPage: (page) => readColumn(page, entriesIn(page)),
  readArticlePage: readArticle,
};

/** Links to documents; those of the page's own channel stand for the list, where there are any. */
function entriesIn(page: ParsedPage): Candidate[] {
  const all = findCandidates(page, (url) => DOCUMENT.test(new URL(url).pathname));
  const channel = new URL('.', page.url).pathname;
  const ownOnes = all.filter(({ url }) => new URL('.', url).pathname === channel);
  // A list that is yet to come is not what stands beside it.
  return ownOnes.length > 0 || hasRoomForList(page.flow) ? ownOnes : all;
}
