import type { Element } from 'domhandler';
import { attachmentType, typeOfName } from './attachment-type.ts';
import type { Flow } from './flow.ts';
import { attribute, fold, own, rawText } from './html.ts';
import { resolveUrl } from './links.ts';
import type { AttachmentLink } from './page.ts';

/** A file named in a script. */
export const QUOTED_FILE =
  /['"]([^'"]+\.(?:pdf|docx?|xlsx?|csv|txt|zip|rar|7z|wps|et|ofd|pptx?|rtf)(?:\?[^'"]*)?)['"]/i;

/** Any address in a script; only where the link's text names a file. */
const ADDRESS = /['"]((?:https?:\/)?\.{0,2}\/[^'"\s]+)['"]/i;

/** Files that a stretch of a page leads to, by anchor, by script or by a viewer's frame, each once, in order. */
export function attachmentLinks(flow: Flow, from: number, to: number, base: string): AttachmentLink[] {
  const links = new Map<string, AttachmentLink>();
  const add = (link: AttachmentLink | null): void => {
    if (link && !links.has(link.url)) links.set(link.url, link);
  };
  for (const span of flow.anchors) {
    if (!span.chrome && span.from >= from && span.from < to) add(anchorLink(span.element, base));
  }
  for (const span of flow.pressed) {
    if (!span.chrome && span.from >= from && span.from < to && QUOTED_FILE.test(attribute(span.element, 'onclick')))
      add(anchorLink(span.element, base));
  }
  for (const span of flow.frames) {
    if (!span.chrome && span.from >= from && span.from <= to) add(frameLink(span.element, base));
  }
  return [...links.values()];
}

function anchorLink(anchor: Element, base: string): AttachmentLink | null {
  const name = fold(rawText(anchor)) || fold(attribute(anchor, 'title'));
  const href = attribute(anchor, 'href');
  const script = `${/^\s*javascript:/i.test(href) ? href : ''} ${attribute(anchor, 'onclick')}`;
  const scripted = QUOTED_FILE.exec(script)?.[1] ?? (typeOfName(name) ? ADDRESS.exec(script)?.[1] : undefined);
  const url = resolveUrl(scripted ?? href, base);
  if (!url) return null;
  const type = attachmentType(url, name);
  if (type === null) return null;
  // A picture that links to its larger copy is a picture, not a file to download.
  if (type === 'image' && (name === '' || !/附件|\.(?:jpe?g|png|gif|bmp|webp)/i.test(name))) return null;
  return { url: own(url), name: own(name || fileName(url)), type };
}

/** The file that a frame shows, by itself or through a viewer's `?file=`. */
function frameLink(frame: Element, base: string): AttachmentLink | null {
  const url = resolveUrl(attribute(frame, frame.name === 'object' ? 'data' : 'src'), base);
  if (!url) return null;
  for (const value of new URL(url).searchParams.values()) {
    const inner = resolveUrl(value, url);
    const type = inner ? attachmentType(inner, '') : null;
    if (inner && type) return { url: own(inner), name: own(fileName(inner)), type };
  }
  const type = attachmentType(url, '');
  return type ? { url: own(url), name: own(fileName(url)), type } : null;
}

function fileName(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
