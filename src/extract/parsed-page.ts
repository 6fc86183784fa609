import type { Document } from 'domhandler';
import type { OpenedCapture } from '../model/capture.ts';
import type { Site } from '../model/plan.ts';
import { decodeHtml } from './charset.ts';
import { type Flow, flowOf } from './flow.ts';
import { attribute, headElements, parseHtml } from './html.ts';

/** A decoded and parsed capture, with all that the readers ask of it again and again. */
export interface ParsedPage {
  readonly site: Site;
  readonly view: OpenedCapture['view'];
  /** What links are resolved against: the last URL, or the page's `<base href>`. */
  readonly base: string;
  /** Where redirects ended, without fragment. */
  readonly url: string;
  /** Of the address that was asked for, without `#`; '' where it has none. Some systems name the column by it. */
  readonly fragment: string;
  readonly html: string;
  readonly document: Document;
  readonly flow: Flow;
}

export function openPage(capture: OpenedCapture, site: Site): ParsedPage {
  const html = decodeHtml(capture.body, capture.contentType);
  const document = parseHtml(html);
  const url = (capture.finalUrl || capture.url).replace(/#.*$/s, '');
  const fragment = /#(.*)$/s.exec(capture.url)?.[1] ?? '';
  const { view } = capture;
  return { site, view, base: baseOf(document, url), url, fragment, html, document, flow: flowOf(document) };
}

/** What the references of a page found at `url` are resolved against. */
export function baseOf(document: Document, url: string): string {
  const base = headElements(document, 'base').find((element) => attribute(element, 'href') !== '');
  const href = base ? attribute(base, 'href') : '';
  return href && URL.canParse(href, url) ? new URL(href, url).href : url;
}
