import type { CaptureResult, NetCode, NetPhase, SkipReason } from '../model/capture.ts';
import type { AttachmentType } from '../model/document.ts';
import type { UserError } from '../model/user-error.ts';
import { WHYS, whyUnread } from '../model/why.ts';

const NET_WORDS: Record<NetCode, string> = {
  dns: '域名无法解析',
  refused: '网站拒绝连接',
  reset: '连接被网站中断',
  timeout: '等待超时',
  tls: '安全连接（HTTPS）无法建立',
  'redirect-loop': '网页反复跳转',
  'too-large': '内容过大，未取完',
  protocol: '网站的应答不合规范',
};
const PHASE_WORDS: Record<NetPhase, string> = {
  dns: '解析域名时',
  connect: '建立连接时',
  tls: '建立安全连接时',
  send: '等待应答时',
  body: '接收内容时',
};
const SKIP_WORDS: Record<SkipReason, string> = {
  robots: WHYS.robots,
  scope: WHYS['out-of-scope'],
  budget: '已达本次取证数量上限，未访问',
  'host-cooldown': '网站连续无法访问，暂停取证，未访问',
  cancelled: '取证中断，未访问',
  'no-browser': WHYS['no-browser'],
};

/** What happened to a look that brought nothing. */
export function failureWords(result: CaptureResult): string {
  if (result.tag === 'not-attempted') return SKIP_WORDS[result.why];
  if (result.tag === 'no-response') return `${PHASE_WORDS[result.phase]}${NET_WORDS[result.code]}`;
  return `网站的应答没有内容（状态码 ${result.status}）`;
}

/** Why a page was not read for what it says; null where it was. */
export function troubleWords(result: CaptureResult): string | null {
  const why = whyUnread(result);
  return why && WHYS[why];
}

export const TYPE_WORDS: Record<AttachmentType, string> = {
  docx: 'Word 文档',
  doc: 'Word 文档',
  xlsx: 'Excel 表格',
  xls: 'Excel 表格',
  pdf: 'PDF 文件',
  csv: 'CSV 表格',
  txt: '文本文件',
  zip: '压缩包',
  wps: 'WPS 文档',
  ofd: 'OFD 版式文件',
  image: '图片文件',
  other: '其他文件',
};

/** The problems of an error without their places: who looks at evidence need not know where this machine keeps it. */
export const problemWords = ({ problems }: UserError): string =>
  problems.map(({ what, value, remedy }) => `${what}${value === undefined ? '' : `：${value}`}。${remedy}`).join('；');
