import type { Element } from 'domhandler';
import { attachmentType, typeOfName } from './attachment-type.ts';
import type { Flow } from './flow.ts';
import { attribute, fold, own, rawText } from './html.ts';
import { hrefOf, resolveUrl } from './links.ts';
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

const LABEL = /^(?:相关|文件)?附件(?:下载|列表|材料)?(?:\s*[:：\d一二三四五六七八九十(（]|$)/;

/** Files under a label 附件 that stands elsewhere on the page: above the title, or below the neighbours of an article. */
export function labelledAttachments(
  flow: Flow,
  footer: number,
  base: string,
  known: ReadonlySet<string>,
): AttachmentLink[] {
  const found = new Map<string, AttachmentLink>();
  for (let i = 0; i < footer; i++) {
    const label = flow.blocks[i];
    if (!label || label.chrome || !LABEL.test(label.text)) continue;
    for (let at = i; at < footer; at++) {
      const links = flow.anchors.filter(({ from, chrome }) => !chrome && from === at);
      const files = links.flatMap(({ element }) => anchorLink(element, base) ?? fileOf(element, base) ?? []);
      if (at > i && files.length === 0 && flow.blocks[at]?.text !== '') break;
      for (const file of files) if (!known.has(file.url)) found.set(file.url, file);
    }
  }
  return [...found.values()];
}

/** Under the label, what is no page is a file, whatever its address. */
function fileOf(anchor: Element, base: string): AttachmentLink | null {
  const url = resolveUrl(attribute(anchor, 'href'), base);
  const name = fold(rawText(anchor));
  if (!url || name === '' || PAGE.test(new URL(url).pathname)) return null;
  return { url: own(url), name: own(name), type: 'other' };
}

const PAGE = /(?:\.s?html?|\/)$/i;

/** A link that names a file but is opened by script alone: there, though nothing can be fetched. */
const NAMES_FILE = /^附件\s*[\d一二三四五六七八九十]*\s*[:：.、]|\.(?:docx?|xlsx?|pdf|zip|rar|wps|ofd|et)\s*$/i;

function anchorLink(anchor: Element, base: string): AttachmentLink | null {
  const link = addressedLink(anchor, base);
  if (link) return link;
  const name = fold(rawText(anchor));
  if (!NAMES_FILE.test(name)) return null;
  const file = fileOf(anchor, base);
  if (file || hrefOf(anchor, base) !== null) return file;
  const isScripted = attribute(anchor, 'onclick') !== '' || /^\s*javascript:.*\(.+\)/i.test(attribute(anchor, 'href'));
  return isScripted
    ? {
        url: own(`${base.replace(/#.*$/, '')}#${encodeURIComponent(name)}`),
        name: own(name),
        type: typeOfName(name) ?? 'other',
      }
    : null;
}

/** Whether a file has no address that could be asked for: it bears its page's, with its own name behind. */
export const isScriptedFile = ({ url }: Pick<AttachmentLink, 'url'>): boolean => url.includes('#');

function addressedLink(anchor: Element, base: string): AttachmentLink | null {
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
