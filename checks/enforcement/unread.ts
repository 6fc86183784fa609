import { type Document, isWithoutWords, type Match, unreadAttachment } from '../kit.ts';

/** Pictures smaller than this, where their size is known, are icons and seals. */
const ICON = 120;

/** What of a document was not read and might hold what is looked for: a file, a picture; else false. */
export function unreadOf(document: Document): Match {
  const unread = unreadAttachment(document);
  if (unread) return unread;
  const { body, title, ref, attachments } = document;
  if (!body.ok) return { unsure: body.why, detail: `《${title}》${body.detail}`, refs: body.ref ? [body.ref] : [] };
  const pictures = body.value.images.filter(
    ({ reading }) => !reading?.ok || reading.value.width === 0 || reading.value.width > ICON,
  );
  if (pictures.length > 0) return { unsure: 'unparsed', detail: `《${title}》含有图片，不能识别其中文字`, refs: [ref] };
  if (isWithoutWords(document) && attachments.length === 0)
    return { unsure: 'unparsed', detail: `《${title}》没有可识别的文字`, refs: [ref] };
  return false;
}

const OTHER =
  /年度?.{0,8}(?:总体情况|执法数据|统计|年度报告)|(?:处罚|许可|强制|征收)(?:案件)?(?:信息|结果|决定|公示表|情况)|流程图|领导分工|公开指南|预算|决算|招聘|随机抽查|双随机|救济/;

/** Titles of yearly figures and single cases, which hold nothing of what is asked for unless they have one of its words. */
export const isOther = (title: string, words: RegExp): boolean => OTHER.test(title) && !words.test(title);
