import { decodeHtml } from '../extract/charset.ts';
import type { Judgement } from '../model/capture.ts';
import { isCutShort, judgeText } from './page-signs.ts';

/** What an answer is judged by. */
export interface Answer {
  readonly url: string;
  /** Where redirects ended. */
  readonly finalUrl: string;
  readonly status: number;
  readonly contentType: string;
  /** Decoded; null where it was cut short or cannot be decoded. */
  readonly body: Uint8Array | null;
  /** The address of the site's own home page. */
  readonly home: string;
  /** Whether a browser may still fill the page, so that an empty shell is not yet its last word. */
  readonly mayRender: boolean;
}

/**
 * What kind of answer this is. Only pages with little visible text are judged by their words, so that an article that
 * speaks of maintenance or of blocked access is an article.
 */
export function classify(answer: Answer): Judgement {
  const { status, contentType, body } = answer;
  const byStatus = judgeStatus(status);
  const html = body !== null && isHtml(contentType, body) ? decodeHtml(body, contentType) : null;
  if (byStatus === 'maintenance' && html !== null && judgeText(html) === 'blocked') return 'blocked';
  if (byStatus) return byStatus;
  if (body === null) return 'truncated';
  if (isRedirectHome(answer)) return 'soft-404';
  if (html === null) return 'ok';
  const judged = judgeText(html);
  if (judged === 'ok' && isCutShort(html)) return 'truncated';
  return judged === 'shell' ? (answer.mayRender ? 'ok' : 'unrendered') : judged;
}

/** What the status alone decides; null for a success. */
function judgeStatus(status: number): Judgement | null {
  if (status === 404 || status === 410) return 'not-found';
  if (status === 401) return 'login';
  if (status === 503) return 'maintenance';
  // 521 is how some Chinese firewalls send their script challenge, and Cloudflare's word for a dead origin.
  if (status === 521) return 'blocked';
  if (status >= 500) return 'server-error';
  // 403, 412, 429 and what firewalls make up: a refusal, never proof that something is not there.
  if (status >= 400) return 'blocked';
  if (status >= 300) return 'server-error';
  return null;
}

const START_OF_HTML =
  /^(?:\ufeff|\s|<!--[\s\S]*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|script|meta|title|div)/i;

function isHtml(contentType: string, body: Uint8Array): boolean {
  if (/html/i.test(contentType)) return true;
  if (!/^(?:text\/plain.*|application\/octet-stream.*|)$/i.test(contentType)) return false;
  return START_OF_HTML.test(Buffer.from(body.subarray(0, 1024)).toString('latin1'));
}

/** A deep address that leads to the front page: the site's way of saying that the page is gone. */
function isRedirectHome({ url, finalUrl, home }: Answer): boolean {
  if (url === finalUrl) return false;
  const from = depthless(url);
  const to = depthless(finalUrl);
  return to !== from && (to === depthless(home) || to === '/') && from !== '/';
}

/** Path without the name of a folder's index page. */
const depthless = (url: string): string =>
  `${new URL(url).pathname.replace(/(?:index|default)\.\w+$/i, '').replace(/\/+$/, '')}/`;
