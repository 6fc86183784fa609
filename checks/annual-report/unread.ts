import { type NotKnown, unreadAttachment } from '../kit.ts';
import type { Report } from './match.ts';

/** A text with fewer of the six parts is not understood, whatever it is. */
const FEWEST_PARTS = 2;

/** Why a report says nothing that could be judged; null where it does. */
export function unreadOf(report: Report): NotKnown | null {
  const { document, said } = report;
  const { body, title, ref } = document;
  if (said.source !== null && said.parts.filter(({ kind }) => kind !== null).length >= FEWEST_PARTS) return null;
  if (!body.ok) return { why: body.why, detail: `《${title}》${body.detail}`, refs: body.ref ? [body.ref] : [] };
  const file = unreadAttachment(document);
  if (file) return { why: file.unsure, detail: file.detail, refs: [ref, ...(file.refs ?? [])] };
  const isPictured = body.value.opaque || mayHoldText(report);
  const what = isPictured ? '的正文是图片或内嵌文件，不能识别其中文字' : '未识别出年度报告的各部分内容';
  return { why: 'unparsed', detail: `《${title}》${what}`, refs: [ref] };
}

/** Why what is not in the text may be there all the same; null where it may not. */
export function elsewhere(report: Report): NotKnown | null {
  const { title, ref } = report.document;
  const file = unreadAttachment(report.document);
  if (file) return { why: file.unsure, detail: file.detail, refs: [ref, ...(file.refs ?? [])] };
  return mayHoldText(report) ? { why: 'unparsed', detail: `《${title}》含有图片`, refs: [ref] } : null;
}

/** Smaller pictures hold charts and marks, not paragraphs. */
const SMALLEST_PAGE = { width: 450, height: 450 };

function mayHoldText({ document: { body } }: Report): boolean {
  if (!body.ok) return false;
  return body.value.images.some(({ reading }) => {
    if (!reading?.ok) return true;
    const { width, height, fault } = reading.value;
    return fault === undefined && width >= SMALLEST_PAGE.width && height >= SMALLEST_PAGE.height;
  });
}
