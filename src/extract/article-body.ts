import type { Element } from 'domhandler';
import type { Body } from '../model/document.ts';
import type { Reading } from '../model/evidence.ts';
import type { Range } from './article-range.ts';
import type { Flow, Span } from './flow.ts';
import { isFurniture } from './furniture.ts';
import { own, parentElement, squeeze } from './html.ts';
import type { AttachmentLink } from './page.ts';
import { pictureOf } from './pictures.ts';
import { tablesWithin } from './tables.ts';

/** Words that may stand around a lone file or picture without making the body readable as text. */
const AROUND_FILES =
  /附件(?:下载|列表)?|点击(?:此处)?|下载|查看|如下|详见|原文|全文|[\d\s、.．:：;；,，。()（）【】[\]<>《》_-]/g;
/** Longer texts cannot consist of such words alone. */
const LONG_TEXT = 200;

/**
 * The body between two positions. Furniture lines are left out wherever they stand. A body without text, picture,
 * frame or file is `unparsed`: its template is there, but what it should hold was not understood.
 */
export function readBody(
  flow: Flow,
  range: Range,
  base: string,
  attachments: readonly AttachmentLink[],
  links: Body['links'],
): Reading<Body> {
  const lines: string[] = [];
  for (let i = range.from; i < range.to; i++) {
    const block = flow.blocks[i];
    if (block && !block.chrome && block.text !== '' && !isFurniture(block.text)) lines.push(block.text);
  }
  const last = flow.blocks[range.to - 1]?.element;
  const within = ({ element, from, chrome }: Span): boolean => {
    if (chrome || from < range.from) return false;
    return (
      from < Math.max(range.to, range.from + 1) || (from === range.to && last !== undefined && closes(element, last))
    );
  };
  const images = flow.images.filter(within).flatMap(({ element }) => pictureOf(element, base) ?? []);
  const frames = flow.frames.some(within);
  const text = own(lines.join('\n'));
  if (text === '' && images.length === 0 && !frames && attachments.length === 0) {
    return { ok: false, why: 'unparsed', detail: '页面只有标题，没有可识别的正文', ref: null };
  }
  if (text.length < SHORT_TEXT && images.length === 0 && !frames && attachments.length === 0 && hasPlace(flow, range))
    return { ok: false, why: 'unparsed', detail: '页面留有由脚本填写的正文位置，未见正文', ref: null };
  const opaque = isOpaque(text, attachments, images.length > 0 || frames);
  return { ok: true, value: { text, tables: tablesWithin(flow, range.from, range.to), images, links, opaque } };
}

const SHORT_TEXT = 60;
const PLACE = /(?:^|[\s_-])(?:content|con|main|article|zoom|text|body|pdf\w*|viewer)(?:$|[\s_-])/i;

/** Whether an empty element where a body would stand is left for a script. */
const hasPlace = (flow: Flow, { from, to }: Range): boolean =>
  flow.blocks.slice(Math.max(0, from - 1), to + 1).some(({ text, chrome, element: { name, attribs } }) => {
    if (text !== '' || chrome || !/^(?:div|section|article)$/.test(name)) return false;
    return PLACE.test(attribs.id ?? '') || PLACE.test(attribs.class ?? '');
  });

/** Whether a picture after the last words stands in the same container as they do. */
function closes(picture: Element, last: Element): boolean {
  const container = parentElement(picture);
  if (!container || container.name === 'body') return false;
  for (let at: Element | null = last; at; at = parentElement(at)) if (at === container) return true;
  return false;
}

function isOpaque(text: string, attachments: readonly AttachmentLink[], pictures: boolean): boolean {
  const names = attachments.reduce((sum, { name }) => sum + name.length, 0);
  if ((!pictures && attachments.length === 0) || text.length > names + LONG_TEXT) return false;
  let rest = squeeze(text);
  for (const { name } of attachments) rest = rest.replace(squeeze(name), '');
  return rest.replace(AROUND_FILES, '') === '';
}
