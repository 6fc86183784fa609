import type { CaptureResult } from './capture.ts';

/** Why something is not known. Closed list; the contract's reasons of an inconclusive verdict. */
export const WHYS = {
  'not-fetched': '未能取得页面',
  blocked: '网站拦截了访问',
  login: '页面要求登录',
  maintenance: '网站正在维护',
  'server-error': '网站服务器出错',
  'not-found': '网址已失效（404）',
  truncated: '页面内容不完整',
  robots: '网站 robots 规则不允许访问',
  'out-of-scope': '链接在规定网站范围之外',
  'no-address': '尚无经确认的网址',
  'no-browser': '本机没有浏览器，脚本栏目未能读取',
  'unreadable-list': '栏目列表无法读取',
  unparsed: '页面内容无法识别',
  'unreadable-attachment': '附件无法读取',
  'calendar-gap': '工作日历缺少该年度安排',
  'no-register': '缺少所需台账',
  'no-model': '参照样式页面无法读取',
  'check-failed': '检查项执行出错',
} as const;
export type Why = keyof typeof WHYS;

/** Why a question does not arise for a unit at this time. */
export const NOT_APPLICABLE = {
  'not-due': '未到公开期限',
  'no-enforcement': '该单位无行政执法权',
  'no-column': '未列入该单位公开栏目',
  'nothing-due': '本期没有应办事项',
  'not-assessed': '本考核办法不考核此项',
  'no-registers': '未提供任何台账',
} as const;
export type NotApplicable = keyof typeof NOT_APPLICABLE;

/** The reason a capture cannot be read, or null where it can. */
export function whyUnread(result: CaptureResult): Why | null {
  switch (result.tag) {
    case 'no-response':
      return 'not-fetched';
    case 'not-attempted':
      return result.why === 'robots' || result.why === 'no-browser'
        ? result.why
        : result.why === 'scope'
          ? 'out-of-scope'
          : 'not-fetched';
    case 'responded':
      switch (result.judgement) {
        case 'ok':
          return null;
        case 'soft-404':
          return 'not-found';
        case 'unrendered':
          return 'unparsed';
        default:
          return result.judgement;
      }
  }
}
