import type { Document } from '../../model/document.ts';

const FORMS = /通知|意见|办法|方案|规定|细则/;
/** A number of any issuer: 临司发〔2022〕3号, also with other brackets. */
const NUMBER = /\p{Script=Han}{2,}.{0,8}[〔[【(（]\s*\d{4}\s*[〕\]】)）].{0,6}\d+\s*号/u;
const ABOUT_OTHERS = /解读|图解|答记者问|名单|公示/;

/** A document's number without white space; '' where its page shows none. */
export const numberOf = ({ metadata }: Pick<Document, 'metadata'>): string =>
  metadata.number?.value.replace(/\s/g, '') ?? '';

/** Whether a document of this title may be a policy document; one without the words may still bear a number. */
export const mayBePolicyTitle = (title: string): boolean => FORMS.test(title) || !ABOUT_OTHERS.test(title);

/** Whether a document has a number, or is titled 通知, 意见, 办法, 方案, 规定 or 细则. */
export const isPolicyDocument = (document: Pick<Document, 'title' | 'metadata'>): boolean =>
  NUMBER.test(numberOf(document)) || FORMS.test(document.title);
