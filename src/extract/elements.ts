import type { Element } from 'domhandler';
import { attribute, own } from './html.ts';

const HIDDEN_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Not shown to a reader, by attribute or inline style. Style sheets are not consulted. */
export function isHidden(element: Element): boolean {
  const { attribs } = element;
  if (attribs.hidden !== undefined) return true;
  const { style } = attribs;
  // Pasted Word has a style on every span: a cheap look first.
  return style !== undefined && (style.includes('none') || style.includes('hidden')) && HIDDEN_STYLE.test(style);
}

const CHROME_TAGS = new Set(['nav', 'footer', 'aside']);
const CHROME_NAMES =
  /^(?:(?:top|main|site|page|left|sub|header)?[-_]?(?:nav|menu|navbar|navigation)|(?:bread)?crumbs?|breadcrumb\w*|location|position|weizhi|dqwz|curr?ent-?(?:position|location)|(?:page|site|main)?[-_]?(?:footer|foot)|sidebar|side|side-?nav|left-?menu|(?:site|page|top)[-_]?header|header|topbar|top-?bar|share|bdsharebuttonbox|bshare|toolbar|tools?|copyright|related|xgwj|xgyd|near|prev-?next|recommend|friend-?links?|banner|logo|qrcode|ewm|search(?:-?box)?|pager|pagination|page-?list|pages?bar|pages?-?nav|paging|fenye)$/i;
const KEEPS_CONTENT = /^(?:body|html|main|article|table|tbody|tr|td)$/;

/** Page furniture by tag, class or id: navigation, header, footer, pager, sharing. */
export function isChrome(element: Element): boolean {
  const { name, attribs } = element;
  if (CHROME_TAGS.has(name)) return true;
  if (KEEPS_CONTENT.test(name)) return false;
  const role = attribs.role;
  if (role === 'navigation' || role === 'contentinfo' || role === 'banner' || role === 'search') return true;
  if (attribs.id !== undefined && CHROME_NAMES.test(attribs.id)) return true;
  return attribs.class !== undefined && marksOf(attribs.class).chrome;
}

const BODY_IDS =
  /^(?:zoom\w*|ucap-?content|vsb_content\w*|article[-_]?(?:content|body)|content[-_]?(?:body|detail)|detail[-_]?content|doc-?content|js_content)$/i;
const BODY_CLASSES =
  /^(?:trs_editor|trs_editor_view|trs_ueditor|v_news_content|article[-_]?(?:content|body|con)|con_text|content-?body|doc-?(?:body|content)|news_content|wz_?(?:content|con|article)|zoom|view-?content|text-?content|detail-?content|pages_content|ewb-article-info)$/i;

/** Containers in which content systems are known to print an article's body. */
export function isBody(element: Element): boolean {
  const { attribs, name } = element;
  if (name === 'ucapcontent') return true;
  if (attribs.id !== undefined && BODY_IDS.test(attribs.id)) return true;
  return attribs.class !== undefined && marksOf(attribs.class).body;
}

/** Tag and first class, digits and states taken out: what two rows of one list have in common. */
export function signature(element: Element): string {
  const first = attribute(element, 'class').trim().split(/\s+/)[0] ?? '';
  const steady = first.replace(/\d+/g, '').replace(/^(?:first|last|odd|even|on|active|cur|current|hover)$/i, '');
  return steady ? `${element.name}.${steady}` : element.name;
}

interface ClassMarks {
  readonly chrome: boolean;
  readonly body: boolean;
  readonly title: boolean;
}

const TITLE_CLASS = /(?:^|[\s_-])(?:title|tit|biaoti|headline|bt)(?:$|[\s_-])/i;
/** Pages of a site share their few class names, so each is judged once; emptied before it could grow without end. */
const marks = new Map<string, ClassMarks>();
const MOST_MARKS = 2000;

function marksOf(className: string): ClassMarks {
  const known = marks.get(className);
  if (known) return known;
  const tokens = className.split(/\s+/);
  const made = {
    chrome: tokens.some((token) => CHROME_NAMES.test(token)),
    body: tokens.some((token) => BODY_CLASSES.test(token)),
    title: TITLE_CLASS.test(className),
  };
  if (marks.size >= MOST_MARKS) marks.clear();
  // A copy of the key: a slice would keep its whole page in memory.
  marks.set(own(className), made);
  return made;
}

/** A heading by tag or by a class that names a title. */
export function isHeading({ name, attribs }: Element): boolean {
  if (/^h[1-6]$/.test(name)) return true;
  return name !== 'body' && attribs.class !== undefined && marksOf(attribs.class).title;
}
