import type { Judgement } from '../model/capture.ts';

/** A page with more visible characters than this is never judged by its words. */
const SHORT = 400;

const CHALLENGE_TEXT =
  /just a moment|attention required|access denied|checking your browser|verify you are human|enable javascript and cookies|人机验证|安全(?:验证|检查|检测)|(?:滑动|点击|拖动).{0,8}验证|完成.{0,4}验证|访问(?:验证|受限|被拒绝|被阻断|被拦截|过于频繁|太频繁)|(?:请求|访问|操作).{0,10}(?:被拦截|被阻断|存在威胁|不合法|违规)|应用防火墙|网站防火墙|(?:IP|地址).{0,12}(?:封禁|限制访问|黑名单)|请开启\s*JavaScript/i;
const CHALLENGE_SCRIPT =
  /cdn-cgi\/challenge|_cf_chl_opt|acw_sc__v\d|var\s+arg1\s*=\s*['"][0-9A-F]{30,}|EO_Bot_Ssid|safeline_bot|__jsl_clearance|aliyun_waf|\$_ts\b|yunsuo_session|wzws-waf|document\.cookie\s*=[\s\S]{0,2000}location(?:\.reload|\.href|\s*=)/i;
const LOGIN_TEXT = /请(?:先)?登录|用户登录|统一身份认证|登录超时|会话(?:已)?(?:过期|失效)/;
const PASSWORD_FIELD = /<input[^>]+type\s*=\s*["']?password/i;
const MAINTENANCE_TEXT =
  /(?:系统|网站|平台|服务器|本站).{0,10}(?:维护|升级|改版)|(?:维护|升级|改版)中|暂停(?:访问|服务)|under (?:maintenance|construction)/i;
const SERVER_ERROR_TEXT =
  /internal server error|bad gateway|gateway time-?out|service unavailable|服务器(?:内部)?(?:错误|异常|出错|开小差)|系统(?:错误|异常|繁忙)|数据库(?:连接)?(?:错误|失败|异常)|(?:^|\s)50[0234](?:\s|$)/i;
const GONE_TEXT =
  /(?:页面|网页|文章|文件|信息|网址|链接|资源)(?:已经?)?(?:被)?(?:不存在|不见了|丢失|走丢|删除|下线|撤销|失效)|(?:页面|网页|文章|文件|信息).{0,6}(?:不存在|已(?:经)?(?:被)?删除)|(?:找不到|未找到|没有找到|无法找到).{0,14}(?:页面|网页|文件|资源|网址)|(?:页面|网页)(?:未找到|找不到)|(?:page|file|url) (?:was )?not found|404 not found|(?:^|\s)404(?:\s|$)/i;

/** Marks that only a published page carries: an article's metadata, or a line with its date. */
const CONTENT =
  /<meta[^>]+name\s*=\s*["']?(?:ArticleTitle|PubDate|ColumnName)|索\s*引\s*号|发布机构|发文机关|发文单位|(?:发布日期|发文日期|成文日期|发布时间|时间)\s*[:：]\s*(?:<[^>]*>\s*)*\d{4}/i;
/** A page with this many links is a list or a portal. */
const MANY_LINKS = 12;
const OPAQUE = /<(?:img|iframe|embed|object|canvas|video)\b/i;
/** A file that is a line of text is judged by it only where the line is short. */
const ONE_LINE = 80;

/**
 * What a page's words and structure say of it. `shell`: no visible text, but a script that may bring some. A quick look
 * over the source, since it is taken at every page and a parsed tree would cost many times more than all else here.
 */
export function judgeText(html: string): Judgement | 'shell' {
  const title = titleOf(html);
  const visible = visibleText(html);
  const length = visible.replace(/\s/g, '').length;
  if (length === 0 && !OPAQUE.test(html)) {
    if (CHALLENGE_SCRIPT.test(html) || CHALLENGE_TEXT.test(title)) return 'blocked';
    return /<script\b/i.test(html) ? 'shell' : 'unrendered';
  }
  if (CONTENT.test(html) || isRich(html, length)) return 'ok';
  const words = `${title} ${visible}`;
  if (CHALLENGE_SCRIPT.test(html) || CHALLENGE_TEXT.test(words)) return 'blocked';
  if (PASSWORD_FIELD.test(html) || (LOGIN_TEXT.test(words) && length < SHORT / 2)) return 'login';
  if (length > SHORT / 2) return 'ok';
  if (MAINTENANCE_TEXT.test(words)) return 'maintenance';
  if (GONE_TEXT.test(words)) return 'soft-404';
  return SERVER_ERROR_TEXT.test(words) ? 'server-error' : 'ok';
}

const PIECE = /<!--[\s\S]*?-->|<(script|style|noscript|template|title|head)\b[\s\S]*?<\/\1\s*>|<[^>]*>|[^<]+/gi;
const NO_LETTER = /&(?:nbsp|emsp|ensp|#160);|\s+/gi;

/** A character has at most so many bytes for each of its UTF-16 units. */
const BYTES_A_LETTER = 3;

/**
 * Whether a page shows so much text that its words need no judging. Most pages do within their first part, so that the
 * rest is not looked at. `source`: a character for every byte.
 */
export function showsMuch(source: string): boolean {
  let bytes = 0;
  for (const { 0: piece } of source.matchAll(PIECE)) {
    if (piece.startsWith('<')) continue;
    bytes += piece.replace(NO_LETTER, '').length;
    if (bytes > SHORT * BYTES_A_LETTER) return true;
  }
  return false;
}

const END = /<\/(?:body|html)\s*>/i;
/** Most pages end where they should, which their last characters tell. */
const USUAL_TAIL = 256;

/**
 * Whether a page stops in the middle: neither body nor document is closed, and lists, tables or boxes are open. Pages
 * that leave out the last tags close their boxes.
 */
export function isCutShort(html: string): boolean {
  if (END.test(html.slice(-USUAL_TAIL)) || END.test(html) || !/<body\b/i.test(html)) return false;
  const count = (pattern: RegExp): number => html.match(pattern)?.length ?? 0;
  return ['ul', 'table', 'div'].some(
    (name) => count(new RegExp(`<${name}\\b`, 'gi')) > count(new RegExp(`</${name}\\s*>`, 'gi')),
  );
}

/** A file that is no page but one line of text, which may say that there is no file. */
export function judgeLine(text: string): Judgement {
  const line = fold(text);
  if (line.length > ONE_LINE) return 'ok';
  if (GONE_TEXT.test(line)) return 'soft-404';
  return SERVER_ERROR_TEXT.test(line) ? 'server-error' : 'ok';
}

export const saysGone = (text: string): boolean => GONE_TEXT.test(text);

/** Whether a page has so much to read or to follow that it is no notice; `length`: of its visible text. */
export const isRich = (html: string, length: number): boolean =>
  length > SHORT || (html.match(/<a\b[^>]*href/gi)?.length ?? 0) >= MANY_LINKS;

export const titleOf = (html: string): string => fold(/<title[^>]*>([^<]*)/i.exec(html)?.[1] ?? '');

/** What a page shows as text, white space folded. */
export function visibleText(html: string): string {
  const body = html
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(script|style|noscript|template|head)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<title[\s\S]*?<\/title\s*>/gi, ' ')
    .replace(/<[^>]*>/g, ' ');
  return fold(body.replace(/&(?:nbsp|emsp|ensp|#160);/gi, ' '));
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();
