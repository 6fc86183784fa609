import { type Document, isWithoutWords, type Match, unreadAttachment } from '../kit.ts';

/** Pictures smaller than this, where their size is known, are icons and seals. */
const ICON = 120;

/** Titles of what was done, and a text too long to be the introduction of a picture. */
const NEWS = /开展|召开|举办|组织|举行|参加|走进|深入|推进|部署|调研|督导|来我|赴|简讯|动态/;
const INTRODUCTION = 100;

/** What of a document was not read and might hold what is looked for: a file, a picture; else false. */
export function unreadOf(document: Document): Match {
  const unread = unreadAttachment(document);
  if (unread) return unread;
  const { body, title, ref, attachments } = document;
  if (!body.ok) return { unsure: body.why, detail: `《${title}》${body.detail}`, refs: body.ref ? [body.ref] : [] };
  // News shows photographs; what is asked for stands under its own name, or alone.
  const isNews = NEWS.test(title) && body.value.text.length >= INTRODUCTION;
  const pictures = (isNews ? [] : body.value.images).filter(
    ({ reading }) => !reading?.ok || reading.value.width === 0 || reading.value.width > ICON,
  );
  if (pictures.length > 0) return { unsure: 'unparsed', detail: `《${title}》含有图片，不能识别其中文字`, refs: [ref] };
  if (isWithoutWords(document) && attachments.length === 0)
    return { unsure: 'unparsed', detail: `《${title}》没有可识别的文字`, refs: [ref] };
  return false;
}

const OTHER = new RegExp(
  [
    '年度?.{0,8}(?:总体情况|执法数据|统计|年度报告)',
    '(?:处罚|许可|强制|征收)(?:案件|结果|的)?(?:信息|结果|决定|公示|公告|告知|情况|案例|台账)|检查(?:结果|情况)',
    '[罚许强征][决字]|决定书|典型案例|以案释法|裁量|法制审核|音像记录|全过程记录|文书|流程图|办事指南|服务指南',
    '领导分工|公开指南|预算|决算|招聘|随机抽查|双随机|救济|投诉|监督电话|执法依据|练兵|培训|竞赛',
  ].join('|'),
);

/** Titles of yearly figures and single cases, which hold nothing of what is asked for unless they have one of its words. */
export const isOther = (title: string, words: RegExp): boolean => OTHER.test(title) && !words.test(title);
