import {
  contentOf,
  type Document,
  isWithoutWords,
  type Leader,
  newestDate,
  postsOf,
  readLeaders,
  type Unsure,
  unreadIn,
} from '../kit.ts';
import type { Change } from './changes.ts';

/** What a page of the unit says of its leaders. */
export interface Page {
  readonly document: Document;
  readonly leaders: readonly Leader[];
  /** All text without white space. */
  readonly text: string;
  /** Newest date on it, '' where none can be read. */
  readonly date: string;
}

export function pageOf(document: Document): Page {
  const content = contentOf(document);
  const text = `${document.title}${content.text}${content.tables.flatMap(({ rows }) => rows.flat()).join('')}`;
  return {
    document,
    leaders: readLeaders(content),
    text: text.replace(/\s/g, ''),
    date: newestDate(document)?.date ?? '',
  };
}

/** What of a page is not read, so that a name may stand there: a picture counts where there are no words. */
export function unreadablePage(document: Document): Unsure | null {
  const unread = unreadIn(document);
  if (unread) return unread;
  const isBlank = isWithoutWords(document) && document.attachments.length === 0;
  return isBlank || isPictured(document)
    ? { unsure: 'unparsed', detail: `《${document.title}》没有可识别的文字`, refs: [document.ref] }
    : null;
}

/** A text this short beside a picture introduces it. */
const INTRODUCTION = 120;

/** Names nobody in words and shows a picture, such as a table of the leaders. */
function isPictured(document: Document): boolean {
  const { body } = document;
  if (!body.ok || body.value.images.length === 0 || body.value.text.length >= INTRODUCTION) return false;
  return readLeaders(contentOf(document)).length === 0;
}

export const lists = ({ leaders }: Page): boolean => leaders.length > 0;

/** Whether pages taken together show the state after a change. */
export function shows(pages: readonly Page[], { kind, name, post, date }: Change): boolean {
  if (kind === 'appointed') return pages.some((page) => showsHolder(page, name, post));
  const listing = pages.filter(lists);
  const stillThere = listing.filter((page) => namesInPost(page, name, post));
  if (stillThere.length === 0) return listing.length > 0;
  return listing.some((page) => page.date >= date && !page.text.includes(name));
}

function showsHolder(page: Page, name: string, post: string): boolean {
  if (!page.text.includes(name)) return false;
  const leader = page.leaders.find((one) => one.name === name);
  // A name whose post could not be made out is believed to stand for the right one.
  return !leader || leader.post === '' || isSamePost(leader.post, post);
}

const namesInPost = (page: Page, name: string, post: string): boolean =>
  page.leaders.some((leader) => leader.name === name && (leader.post === '' || isSamePost(leader.post, post)));

/** Posts agree where one single post is in both; a page may write the unit's name before it. */
function isSamePost(a: string, b: string): boolean {
  const [left, right] = [postsOf(a), postsOf(b)];
  if (left.length === 0 || right.length === 0) return true;
  return left.some((one) => right.some((other) => endsIn(one, other) || endsIn(other, one)));
}

const endsIn = (long: string, short: string): boolean =>
  long.endsWith(short) && !/[副原]$/.test(long.slice(0, long.length - short.length));

/** Whether a page is where a change would show: it lists several leaders, or who held the post before. */
export const concerns = ({ leaders }: Page, { post }: Change): boolean =>
  leaders.length > 1 || leaders.some((leader) => leader.post !== '' && isSamePost(leader.post, post));

/**
 * Whether a page that came after a change does not show it: whoever is named by an old notice may have left since. So,
 * too, where no page is dated.
 */
export function isSuperseded(pages: readonly Page[], change: Change): boolean {
  const dated = pages.filter((page) => lists(page) && page.date !== '');
  return dated.length === 0 || dated.some((page) => page.date >= change.date && !shows([page], change));
}

/** A document of the leadership column that tells of a change instead of showing the state after it. */
export const isNotice = ({ title }: Document): boolean => /通知|公告|通报|调整|任职|任免|免职|关于/.test(title);
