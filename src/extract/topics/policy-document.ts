import type { Document } from '../../model/document.ts';

const FORMS = /通知|意见|办法|方案|规定|细则/;
const ENDS_IN_FORM = /(?:通知|意见|办法|方案|规定|细则)$/;
/** What may stand behind the form: （试行）, （2021—2025年）, the document's number, the file's ending. */
const BEHIND =
  /(?:[（(【[〔][^）)】\]〕]*[）)】\]〕]|(?:\s|[（(])\p{Script=Han}{2,10}\s*[〔[]\d{4}[〕\]]\s*\d+\s*号[）)]?|\.(?:docx?|pdf|wps))\s*$/u;
/** 云溪区人民政府关于印发《…办法》, without 的通知. */
const ISSUES = /(?:印发|公布|发布|颁布|修改|修订|下发)[^《》]{0,12}《.*(?:办法|方案|规定|细则|意见).*》$/;
/** News end in these words now and then: 区教育局召开会议研究招生方案. A document of that name speaks 关于 something. */
const NEWS = /召开|举行|举办|学习贯彻|传达学习|审议通过|研究(?:制定|部署)|出台|印发实施/;
/** Answers to letters and motions, whose form is 答复意见. */
const ANSWERS = /(?:答复|会办|办理|回复|复函)意见$/;
/** What speaks about a document. */
const EXPLAINS = /解读|图解|一图读懂|答记者问|问答/;
/** A number of any issuer: 临司发〔2022〕3号, also with other brackets. */
const NUMBER = /\p{Script=Han}{2,}.{0,8}[〔[【(（]\s*\d{4}\s*[〕\]】)）].{0,6}\d+\s*号/u;
const ABOUT_OTHERS = /解读|图解|答记者问|名单|公示/;

/** A document's number without white space; '' where its page shows none. */
export const numberOf = ({ metadata }: Pick<Document, 'metadata'>): string =>
  metadata.number?.value.replace(/\s/g, '') ?? '';

/** Whether a document of this title may be a policy document; one without the words may still bear a number. */
export const mayBePolicyTitle = (title: string): boolean => FORMS.test(title) || !ABOUT_OTHERS.test(title);

/** Whether a document is titled 通知, 意见, 办法, 方案, 规定 or 细则, or has a number and is more than said about another. */
export const isPolicyDocument = (document: Pick<Document, 'title' | 'metadata'>): boolean =>
  isTitledSo(document.title) || (NUMBER.test(numberOf(document)) && !EXPLAINS.test(document.title));

/** A title ends in what the document is; a form named further in front is another document's, or a word of news. */
function isTitledSo(title: string): boolean {
  let whole = title.trim().replace(/^《([^《》]*)》$/, '$1');
  if (/[（(【](?:政策)?(?:解读|图解)[）)】]$/.test(whole)) return false;
  while (BEHIND.test(whole)) whole = whole.replace(BEHIND, '');
  const plain = whole.replace(/\s/g, '');
  if (ISSUES.test(plain)) return !NEWS.test(plain) || plain.includes('关于');
  if (!ENDS_IN_FORM.test(plain) || ANSWERS.test(plain)) return false;
  return plain.includes('关于') || !NEWS.test(plain.replace(/《[^》]*》/g, ''));
}
