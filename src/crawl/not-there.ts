import { createHash } from 'node:crypto';
import type { Judgement } from '../model/capture.ts';
import { isLike, type PageSignature, signatureOf } from './page-signature.ts';
import { isRich, saysGone, titleOf, visibleText } from './page-signs.ts';
import type { PageText } from './page-text.ts';

/** A page that was judged `ok` by itself. */
export interface BelievedPage {
  readonly url: string;
  /** Where redirects ended. */
  readonly finalUrl: string;
  readonly page: Pick<PageText, 'html'>;
  /** Whether a browser may still fill it. */
  readonly mayRender: boolean;
}

/** What a site gave for an address that does not exist, or for its front page; null where that teaches nothing. */
export type Specimen = Pick<BelievedPage, 'finalUrl'> & { readonly html: string };

export interface NotThereOptions {
  readonly runId: string;
  readonly home: string;
  /** Asks for an address with all manners and keeps the evidence; null where no page came, or none with a success. */
  readonly ask: (url: string) => Promise<Specimen | null>;
}

/** Requests to one host in one run. */
const MOST_SPECIMENS = 2;

interface Learnt {
  readonly signature: PageSignature;
  /** The address that unknown ones are redirected to, without its query; null where they are answered in place. */
  readonly redirectedTo: string | null;
  /** `gone`: the page is the site's way of saying so; `unsaid`: it may also be what scripts fill. */
  readonly says: 'gone' | 'unsaid';
}

interface Host {
  asked: number;
  readonly shapes: Set<string>;
  readonly learnt: Learnt[];
  /** The specimens in hand: pages wait for them before they are believed. */
  asking: Promise<void>;
}

/**
 * Knows what each host answers with a success where there is nothing: it is asked, once in a run and only when its
 * first page is to be believed, for an address like that page's which cannot exist. A later page that is the same is
 * no page. A host that answers 404 costs one request and is believed from then on; one that cannot be asked teaches
 * nothing. Not for pages as a browser shows them: those are judged by their words alone.
 */
export class NotThere {
  private readonly options: NotThereOptions;
  private readonly hosts = new Map<string, Host>();

  constructor(options: NotThereOptions) {
    this.options = options;
  }

  /** `soft-404` where the page is what the host says of what does not exist; `unrendered` where that cannot be told. */
  async judge(page: BelievedPage): Promise<Judgement> {
    const { host } = new URL(page.url);
    let known = this.hosts.get(host);
    if (!known) {
      known = { asked: 0, shapes: new Set(), learnt: [], asking: Promise.resolve() };
      this.hosts.set(host, known);
    }
    this.learnShape(known, page.url);
    await known.asking;
    return this.isHome(page.url) ? 'ok' : compare(page, known.learnt);
  }

  private learnShape(host: Host, url: string): void {
    const address = nowhereLike(url, this.options.runId);
    const shape = shapeOf(url);
    if (host.shapes.has(shape) || this.isHome(url)) return;
    host.shapes.add(shape);
    // One after the other: what the first taught decides whether the second is asked for.
    host.asking = host.asking.then(() => this.learn(host, address));
  }

  private async learn(host: Host, address: string): Promise<void> {
    const specimen = await this.ask(host, address);
    if (!specimen) return;
    const { finalUrl, html } = specimen;
    const signature = signatureOf(html, address);
    const redirectedTo = isElsewhere(address, finalUrl) ? withoutQuery(finalUrl) : null;
    const says = await this.whatItSays(host, html, signature);
    if (signature.text !== '' || redirectedTo !== null) host.learnt.push({ signature, redirectedTo, says });
  }

  private async whatItSays(host: Host, html: string, signature: PageSignature): Promise<Learnt['says']> {
    const visible = visibleText(html);
    if (saysGone(`${titleOf(html)} ${visible}`)) return 'gone';
    if (NOTHING_YET.test(visible)) return 'unsaid';
    if (!isFillable(html)) return 'gone';
    // The front page for everything is told from the shell of a script site, which is the same everywhere, by its news.
    const isFull = isRich(html, visible.length) && (visible.match(DATE)?.length ?? 0) >= FEWEST_NEWS;
    if (!isFull || new URL(this.options.home).host !== new URL(signature.url).host) return 'unsaid';
    const front = await this.ask(host, this.options.home);
    return front && isLike(signatureOf(front.html, this.options.home), signature) ? 'gone' : 'unsaid';
  }

  private async ask(host: Host, url: string): Promise<Specimen | null> {
    if (host.asked >= MOST_SPECIMENS) return null;
    host.asked += 1;
    return this.options.ask(url);
  }

  private isHome(url: string): boolean {
    const { origin, pathname } = new URL(url);
    const bare = `${origin}${pathname.replace(/(?:index|default)\.\w+$/i, '')}`;
    return pathname === '/' || bare === this.options.home;
  }
}

function compare(page: BelievedPage, learnt: readonly Learnt[]): Judgement {
  if (learnt.length === 0) return 'ok';
  const { html } = page.page;
  let own: PageSignature | null = null;
  for (const { signature, redirectedTo, says } of learnt) {
    const sameEnd = redirectedTo !== null && page.url !== page.finalUrl && withoutQuery(page.finalUrl) === redirectedTo;
    if (!sameEnd && Math.abs(html.length - signature.length) > SIMILAR * signature.length + LONGEST_ADDRESS) continue;
    own ??= signatureOf(html, page.url);
    if (!sameEnd && !isLike(own, signature)) continue;
    if (says === 'gone') return 'soft-404';
    return page.mayRender && isFillable(html) ? 'ok' : 'unrendered';
  }
  return 'ok';
}

/** Two answers of the same template differ by the address, a time, a number; the text is compared only within this. */
const SIMILAR = 0.05;
const LONGEST_ADDRESS = 2000;

/** «Nothing here yet» is said of real columns too: where a site says it of everything, it says nothing. */
const NOTHING_YET = /暂无|共\s*0\s*[条页]|没有(?:相关)?(?:信息|数据|内容)/;

/** Fewer letters than this are no page yet, where there is a script. */
const HARDLY_ANYTHING = 50;
const EMPTY_PLACE =
  /<(div|section|main)\b[^>]*\bid\s*=[^>]*>\s*<\/\1>|<(ul|ol|table|tbody|\w+-[\w-]+)\b[^>]*>\s*<\/\2>|加载中|正在加载/i;

/** A front page has dated lines, which no shell has. */
const DATE = /\d{1,2}[-/.月]\d{1,2}/g;
const FEWEST_NEWS = 3;

/** Whether a script may still bring what the page is about. */
const isFillable = (html: string): boolean =>
  /<script\b/i.test(html) && (EMPTY_PLACE.test(html) || visibleText(html).length < HARDLY_ANYTHING);

/** An address like this one, in its folder and of its kind, that nobody has published. */
export function nowhereLike(url: string, runId: string): string {
  const { origin, pathname, search } = new URL(url);
  const token = createHash('sha256')
    .update(`${runId} ${shapeOf(url)}`)
    .digest('hex')
    .slice(0, 12);
  if (search !== '')
    return `${origin}${pathname}${/\d/.test(search) ? search.replace(/\d+/g, (digits) => '9'.repeat(digits.length + 4)) : `?${token}=1`}`;
  const [, folder = '/', name = ''] = /^(.*\/)([^/]*)$/.exec(pathname.replace(/(.)\/$/, '$1')) ?? [];
  const ending = pathname.endsWith('/') ? '/' : (/\.\w+$/.exec(name)?.[0] ?? '');
  return `${origin}${folder}xunjian-${token}${ending}`;
}

/** What kind of address it is: servers hand folders, pages and programs to different hands. */
function shapeOf(url: string): string {
  const { pathname, search } = new URL(url);
  return search !== '' ? '?' : pathname.endsWith('/') ? '/' : (/\.\w+$/.exec(pathname)?.[0].toLowerCase() ?? '');
}

const withoutQuery = (url: string): string => url.replace(/[?#].*$/, '');

/** Beyond what servers do to any address: another scheme, a slash. */
function isElsewhere(asked: string, finalUrl: string): boolean {
  const path = (url: string): string => new URL(url).pathname.replace(/\/$/, '');
  return path(asked) !== path(finalUrl);
}
