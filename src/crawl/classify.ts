import { decodeHtml } from '../extract/charset.ts';
import type { Judgement } from '../model/capture.ts';
import { clientRedirect } from './client-redirect.ts';
import { isCutShort, judgeLine, judgeText, showsMuch } from './page-signs.ts';
import { PageText } from './page-text.ts';
import { failureTold } from './refusal.ts';

/** What an answer is judged by. */
export interface Answer {
  readonly url: string;
  /** Where redirects ended. */
  readonly finalUrl: string;
  readonly status: number;
  readonly contentType: string;
  /**
   * Decoded; null where it was cut short, or where it is not what its Content-Encoding says: bytes that a browser would
   * not show either are half an answer, not a page.
   */
  readonly body: Uint8Array | null;
  /** The body as `pageText` gives it. */
  readonly page: PageText | null;
  /** The address of the site's own home page. */
  readonly home: string;
  /** Whether a browser may still fill the page, so that an empty shell is not yet its last word. */
  readonly mayRender: boolean;
}

/**
 * What kind of answer this is. Only pages with little visible text are judged by their words, so that an article that
 * speaks of maintenance or of blocked access is an article. A page that was cut and closed again on the way cannot be
 * told from a whole one.
 */
export function classify(answer: Answer): Judgement {
  const { url, finalUrl, home, status, contentType, body, page } = answer;
  const byStatus = judgeStatus(status);
  if (byStatus === 'maintenance' && page !== null && judgeText(page.html) === 'blocked') return 'blocked';
  if (byStatus) return byStatus;
  if (body === null) return 'truncated';
  const elsewhere = judgeTarget(url, finalUrl, home);
  if (elsewhere) return elsewhere;
  if (page === null) return judgeFile(contentType, body);
  if (showsMuch(page.source)) return isCutShort(page.source) ? 'truncated' : 'ok';
  const { html } = page;
  const judged = judgeText(html);
  if (judged === 'blocked' || judged === 'login') return judged;
  const sentTo = clientRedirect(html, finalUrl);
  const sent = sentTo === null ? null : (judgeTarget(finalUrl, sentTo, home) ?? 'shell');
  if (sent && sent !== 'shell') return sent;
  if (judged === 'ok' && isCutShort(html)) return 'truncated';
  if (judged === 'shell' || (judged === 'ok' && sent === 'shell')) return answer.mayRender ? 'ok' : 'unrendered';
  return judged;
}

/** What the status alone decides; null for a success. */
function judgeStatus(status: number): Judgement | null {
  if (status === 404 || status === 410) return 'not-found';
  if (status === 401) return 'login';
  if (status === 503) return 'maintenance';
  // 521 is how some Chinese firewalls send their script challenge, and Cloudflare's word for a dead origin.
  if (status === 521) return 'blocked';
  if (status >= 500 || status === 408) return 'server-error';
  // 403, 412, 429 and what firewalls make up: a refusal, never proof that something is not there.
  if (status >= 400) return 'blocked';
  if (status >= 300) return 'server-error';
  // «Accepted» is no page: firewalls send their scripts with it.
  if (status === 202) return 'blocked';
  if (status === 204 || status === 205) return 'unrendered';
  // A part that we did not ask for.
  return status === 206 ? 'truncated' : null;
}

const START_OF_HTML =
  /^(?:\ufeff|\s|<!--[\s\S]*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|script|meta|title|div)/i;

/** The text of a page; null for files, and where there is no body. */
export const pageText = (contentType: string, body: Uint8Array | null): PageText | null =>
  body !== null && isHtml(contentType, body) ? new PageText(body, contentType) : null;

/** By its header, or, where that says little, by how it begins. */
function isHtml(contentType: string, body: Uint8Array): boolean {
  if (/html/i.test(contentType)) return true;
  if (!/^(?:text\/plain.*|application\/octet-stream.*|)$/i.test(contentType)) return false;
  return START_OF_HTML.test(Buffer.from(body.subarray(0, 1024)).toString('latin1'));
}

const LONGEST_NOTICE = 65_536;

/** Files are believed, except where they are a line of text or JSON that tells of a failure. */
function judgeFile(contentType: string, body: Uint8Array): Judgement {
  if (body.length > LONGEST_NOTICE || !/json|text\/plain|^$/i.test(contentType)) return 'ok';
  const text = decodeHtml(body, contentType);
  const code = failureTold(text);
  if (code === null) return /json/i.test(contentType) ? 'ok' : judgeLine(text);
  return code === 404 || code === 410 ? 'soft-404' : code === 401 ? 'login' : code === 403 ? 'blocked' : 'server-error';
}

/** What it means to be led from one address to another; null where that says nothing. */
function judgeTarget(url: string, target: string, home: string): Judgement | null {
  if (url === target) return null;
  const from = depthless(url);
  const to = depthless(target);
  // A deep address that leads to the front page: the site's way of saying that the page is gone.
  const front = to === '/' ? hostOf(target) === hostOf(url) : to === depthless(home) && hostOf(target) === hostOf(home);
  if (to !== from && from !== '/' && front) return 'soft-404';
  if (GONE_PAGE.test(to) && !GONE_PAGE.test(from)) return 'soft-404';
  return LOGIN_PAGE.test(to) && !LOGIN_PAGE.test(from) ? 'login' : null;
}

const GONE_PAGE = /\/(?:e(?:rr(?:or)?)?[-_]?404|404|(?:page)?[-_]?not[-_]?found)(?:[-_./]|$)/i;
const LOGIN_PAGE = /\/(?:login|signin|cas|sso|passport)(?:\.\w+)?\/$/i;

const hostOf = (url: string): string => new URL(url).hostname;

/** Path without the name of a folder's index page. */
const depthless = (url: string): string =>
  `${new URL(url).pathname.replace(/(?:index|default)\.\w+$/i, '').replace(/\/+$/, '')}/`;
