import {
  type CivilDate,
  type Document,
  isPolicyDocument,
  isRepost,
  namedAnnex,
  publishedOn,
  type Superiors,
  type Unsure,
} from '../kit.ts';

export interface Downloads extends Superiors {
  /** Policy documents published on this day or later stand beside a download. */
  readonly since: string;
}

/** A link or a label by which a template offers files that only its script knows. */
const OFFERS = /下载|附件|\.(?:docx?|pdf|wps|ofd)\b|word|pdf/i;
const EMPTY_TAB = /^(?:附件|文件)?下载(?:列表|区)?\s*[:：]?$|^附件(?:列表|下载)\s*[:：]?$/;

/** What a document lacks, in words that follow its title; null where it lacks nothing. */
export function missingFile(document: Document, downloads: Downloads): string | null | Unsure {
  const { body, attachments, column, title } = document;
  if (column.topic !== 'policy-docs' && column.topic !== 'service-items') return null;
  if (attachments.length > 0 || !body.ok || isRepost(document, downloads)) return null;
  const { links, images, opaque, tables, text } = body.value;
  const unsure = (detail: string): Unsure => ({ unsure: 'unparsed', detail, refs: [document.ref] });
  const annex = namedAnnex(text.split('\n'));
  // A picture may be the annex, and can be saved; a table may be, and is no download.
  if (annex !== null && images.length > 0) return null;
  const isPrinted = tables.length > 0;
  if (annex === null || isPrinted) {
    const isDue = column.topic === 'policy-docs' && isPolicyDocument(document);
    if (!isDue || isOld(document, downloads)) return null;
    const published = publishedOn(document);
    if (published === null) return unsure(`《${title}》未能识别发布日期`);
    if (published < downloads.since) return null;
  }
  if (links.some((link) => OFFERS.test(`${link.text} ${link.url}`))) return null;
  // Whatever is only shown may be the file itself.
  if (opaque) return unsure(`《${title}》的正文为图片或嵌入文件，不能确定是否可以下载`);
  if (text.split('\n').some((line) => EMPTY_TAB.test(line.trim())))
    return unsure(`《${title}》页面留有附件位置，附件可能由脚本显示`);
  return annex === null || isPrinted ? '未提供可下载的文件' : `正文列有“${annex.slice(0, 40)}”，页面上没有该附件`;
}

/** Whether every date of a document lies before the day from which downloads are asked for. */
const isOld = ({ dates }: Document, { since }: Downloads): boolean =>
  dates.length > 0 && dates.every(({ date }: { date: CivilDate }) => date < since);
