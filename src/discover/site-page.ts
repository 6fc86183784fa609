import { fold, headElements, rawText } from '../extract/html.ts';
import { openPage } from '../extract/parsed-page.ts';
import { readColumnPage } from '../extract/read.ts';
import type { OpenedCapture } from '../model/capture.ts';
import type { Site } from '../model/plan.ts';
import { type Navigation, readNavigation } from './nav-links.ts';
import { scriptTree } from './script-tree.ts';

/** A page as discovery sees it: its navigation, and what is published on it. */
export interface SitePage extends Navigation {
  /** Where redirects ended. */
  readonly url: string;
  readonly title: string;
  /** Titles of the documents that it lists or prints. */
  readonly titles: readonly string[];
  /** Addresses of the documents that it lists. */
  readonly documents: ReadonlySet<string>;
  /** Whether it is a list that a script has yet to fill, or nothing that can be understood. */
  readonly unfilled: boolean;
  /** An article is printed on the page itself. */
  readonly inline: boolean;
}

/** Reads a page for its navigation and its documents' titles. Never throws on odd markup. */
export function readSitePage(capture: OpenedCapture, site: Site): SitePage {
  const page = openPage(capture, site);
  const { document, base, url } = page;
  const navigation = readNavigation(document, base);
  const title = headElements(document, 'title')[0];
  const column = readColumnPage(capture, site);
  const entries = column.kind === 'list' ? column.entries : [];
  const articles = column.kind === 'inline' ? column.articles.map((article) => article.title) : [];
  return {
    ...navigation,
    links: [...navigation.links, ...scriptTree(page)],
    url,
    title: title ? fold(rawText(title)) : '',
    titles: [...entries.map((entry) => entry.title), ...articles].filter((text) => text !== ''),
    documents: new Set(entries.map((entry) => entry.url)),
    unfilled: column.kind === 'unfilled',
    inline: column.kind === 'inline',
  };
}

/** An answer that is read and not kept, in the form that the readers of pages take. */
export function passingCapture(
  url: string,
  finalUrl: string,
  view: 'http' | 'rendered',
  body: Uint8Array,
): OpenedCapture {
  return {
    ...{ id: 0, runId: '', url, finalUrl, view, page: 1, capturedAt: '', record: '', payloadRecord: '', sha256: '' },
    ...{ result: { tag: 'responded', status: 200, judgement: 'ok' }, contentType: 'text/html; charset=utf-8', body },
  };
}
